"""`artworks/<id>/like` and `artworks/<id>/likes`."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from gallery.api.descriptions import UserBriefSerializer
from gallery.models import Artwork
from social.actions.likes import set_like
from social.api.people import columns_of, tell_person
from social.models import Like


class LikeRequestSerializer(serializers.Serializer):
    liked = serializers.BooleanField(required=False, help_text="Without it: the other of what is.")


class LikingSerializer(serializers.Serializer):
    """Whether you like it now, and how many do."""

    liked = serializers.BooleanField()
    like_count = serializers.IntegerField()


class LikeSerializer(serializers.Serializer):
    """Who likes a work, and since when."""

    user = UserBriefSerializer()
    liked_at = serializers.DateTimeField()


class LikeView(APIView):
    """Liking one work."""

    permission_classes = [IsAuthenticated]
    throttle_scope = "like"

    @extend_schema(request=LikeRequestSerializer, responses=LikingSerializer)
    def post(self, request: Request, artwork_id: UUID) -> Response:
        """Like a work, or like it no longer: as `liked` says, else the other of what is. Said again, nothing changes."""
        # Partial, since a form that names no `liked` would be read as `false`.
        serializer = LikeRequestSerializer(data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        told = set_like(artwork_id=artwork_id, by=request.user, **serializer.validated_data)
        return Response(told._asdict())


class LikesView(GenericAPIView):
    """Who likes one work."""

    queryset = Like.objects.none()
    serializer_class = LikeSerializer
    filterset_class = None
    orderings = {"date": "liked_at"}
    ordering_default = "-date"
    counts_beside = ("like_count",)

    @extend_schema(operation_id="artworks_likes_list", responses=LikeSerializer(many=True), filters=False)
    def get(self, request: Request, artwork_id: UUID) -> Response:
        """Who likes a work, the last first; beside the list `like_count`. People who are shut out are counted, not named."""
        count = Artwork.objects.visible_to(request.user).values_list("like_count", flat=True).get(pk=artwork_id)
        likes = Like.objects.filter(artwork=artwork_id, user__is_active=True)
        rows: Any = self.filter_queryset(likes).values("pk", "liked_at", *columns_of("user"))
        answer = self.get_paginated_response([tell_like(row) for row in self.paginate_queryset(rows) or []])
        answer.data["like_count"] = count
        return answer


def tell_like(row: dict[str, Any]) -> dict[str, Any]:
    return {"user": tell_person(row, "user"), "liked_at": row["liked_at"]}
