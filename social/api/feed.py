"""`feed`: what a person's feed shows."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from gallery.api.addresses import site
from gallery.api.work_descriptions import ArtworkSerializer
from gallery.api.works import tell_artworks
from gallery.models import Artwork
from social.feed import read_feed
from social.feed.entries import NEW, RECOMMENDED

CURSOR = OpenApiParameter("cursor", OpenApiTypes.STR, description="As `next` says; without it the feed begins.")
PAGE_SIZE = OpenApiParameter("page_size", OpenApiTypes.INT, description="24 by default; more than 100 is cut to 100.")


class FeedReasonSerializer(serializers.Serializer):
    """Why a work stands in a feed."""

    code = serializers.CharField(help_text="followed, liked_together, tags, colors, popular or fresh.")
    text = serializers.CharField()


class FeedEntrySerializer(serializers.Serializer):
    """A work in a feed, and why it stands there."""

    type = serializers.ChoiceField(choices=[NEW, RECOMMENDED])
    reason = FeedReasonSerializer()
    artwork = ArtworkSerializer()


@extend_schema_serializer(many=False)
class FeedSerializer(serializers.Serializer):
    """A page of a feed."""

    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True, help_text="Always null: a feed is read onwards.")
    results = FeedEntrySerializer(many=True)


class FeedView(GenericAPIView):
    """One's own feed."""

    queryset = Artwork.objects.none()
    serializer_class = FeedSerializer
    permission_classes = [IsAuthenticated]
    filter_backends = []

    @extend_schema(parameters=[CURSOR, PAGE_SIZE], responses=FeedSerializer)
    def get(self, request: Request) -> Response:
        """New works of the artists whom you follow, the newest first, and behind every fourth a recommended one; never the same
        work twice on the way. Where there is nothing new any more, what else is recommended."""
        limit = self.paginator.get_page_size(request)  # type: ignore[union-attr]
        entries, cursor = read_feed(request.user, cursor=request.query_params.get("cursor"), limit=limit)
        works = tell_artworks([each.artwork_id for each in entries], viewer=request.user, base=site(request))
        told = {work["id"]: work for work in works}
        rows = [
            {"type": each.type, "reason": each.reason._asdict(), "artwork": told[each.artwork_id]}
            for each in entries
            if each.artwork_id in told
        ]
        return Response({"next": link_to(request, cursor), "previous": None, "results": rows})


def link_to(request: Request, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    return replace_query_param(remove_query_param(request.build_absolute_uri(), "page"), "cursor", cursor)
