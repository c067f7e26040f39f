"""`follow/<artist_id>`, `artists/<id>/followers` and `artists/<id>/following`."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import Artist
from gallery.api.descriptions import UserBriefSerializer
from social.actions.follows import set_follow
from social.api.people import columns_of, tell_person
from social.models import Follow

WHO = OpenApiParameter("artist", location="path", description="An id, a username whatever its case, or `me`.")
COUNTS = ("user__statistics__follower_count", "user__statistics__following_count")


class FollowRequestSerializer(serializers.Serializer):
    following = serializers.BooleanField(required=False, help_text="Without it: the other of what is.")


class FollowingSerializer(serializers.Serializer):
    """Whether you follow them now, and how many do."""

    following = serializers.BooleanField()
    follower_count = serializers.IntegerField()


class FollowerSerializer(serializers.Serializer):
    """Who follows an artist, and since when."""

    user = UserBriefSerializer()
    followed_at = serializers.DateTimeField()


class FollowedSerializer(serializers.Serializer):
    """Whom somebody follows, and since when."""

    artist = UserBriefSerializer()
    followed_at = serializers.DateTimeField()


class FollowView(APIView):
    """Following one artist."""

    permission_classes = [IsAuthenticated]
    throttle_scope = "follow"

    @extend_schema(request=FollowRequestSerializer, responses=FollowingSerializer)
    def post(self, request: Request, artist_id: UUID) -> Response:
        """Follow an artist, or follow them no longer: as `following` says, else the other of what is. Said again, nothing
        changes."""
        # Partial, since a form that names no `following` would be read as `false`.
        serializer = FollowRequestSerializer(data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        told = set_follow(artist_id=artist_id, by=request.user, **serializer.validated_data)
        return Response(told._asdict())


class FollowListView(GenericAPIView):
    """The follows on one side of an artist."""

    queryset = Follow.objects.none()
    filterset_class = None
    orderings = {"date": "followed_at"}
    ordering_default = "-date"
    counts_beside = ("follower_count", "following_count")

    def get_counts(self, request: Request, name: str) -> tuple[UUID, dict[str, int]]:
        """Who is called so, and how many follows they have on either side. Raises Artist.DoesNotExist, NotAuthenticated for a
        visitor's `me`."""
        if name == "me" and not request.user.is_authenticated:
            self.permission_denied(request)
        called = str(request.user.pk) if name == "me" else name
        there = Artist.objects.visible_to(request.user).called(called).values_list("pk", *COUNTS)
        artist_id, followers, following = there.get()
        return artist_id, {"follower_count": followers, "following_count": following}

    def tell(self, request: Request, name: str, *, of: str, told: str, as_name: str) -> Response:
        """A page of those in which this person is the one (`of`), which name the other (`told`)."""
        artist_id, counts = self.get_counts(request, name)
        follows = Follow.objects.visible_to(request.user).filter(**{of: artist_id})
        rows: Any = self.filter_queryset(follows).values("pk", "followed_at", *columns_of(told))
        page = self.paginate_queryset(rows) or []
        answer = self.get_paginated_response(
            [{as_name: tell_person(row, told), "followed_at": row["followed_at"]} for row in page]
        )
        answer.data |= counts
        return answer


class FollowersView(FollowListView):
    """Who follows an artist."""

    serializer_class = FollowerSerializer

    @extend_schema(
        operation_id="artists_followers_list", parameters=[WHO], responses=FollowerSerializer(many=True), filters=False
    )
    def get(self, request: Request, artist: str) -> Response:
        """Who follows an artist, the last first; beside the list `follower_count` and `following_count`. People who are shut out
        are counted, not named."""
        return self.tell(request, artist, of="artist", told="follower", as_name="user")


class FollowingView(FollowListView):
    """Whom an artist follows."""

    serializer_class = FollowedSerializer

    @extend_schema(
        operation_id="artists_following_list", parameters=[WHO], responses=FollowedSerializer(many=True), filters=False
    )
    def get(self, request: Request, artist: str) -> Response:
        """Whom an artist follows, the last first; as `followers`."""
        return self.tell(request, artist, of="follower", told="artist", as_name="artist")
