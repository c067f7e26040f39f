"""`tags`: the words that there are."""

from typing import Any, cast

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from gallery.actions.tags import fold_tag
from gallery.api.bytes import choice
from gallery.models import Tag
from gallery.tag_list import ORDERS, TagList, Used

CHOICES = tuple(sign + order for order in ORDERS for sign in ("", "-"))
PARAMETERS = [
    OpenApiParameter("prefix", description="What a tag begins with, folded as tags are."),
    OpenApiParameter(
        "ordering",
        enum=CHOICES,
        default="popular",
        description="The most used first; the most used of late first (each picture and work counts half after 14"
        " days, the newest 1,000 of either in 90 days count), then by use; or by name. `-` turns an order round.",
    ),
]


class TagSerializer(serializers.Serializer):
    """A tag, counted for who asks."""

    name = serializers.CharField()
    slug = serializers.CharField()
    usage_count = serializers.IntegerField(help_text="Pictures and artworks together.")
    image_count = serializers.IntegerField()
    artwork_count = serializers.IntegerField()


class TagsView(GenericAPIView):
    """What pictures and works are tagged with."""

    queryset = Tag.objects.none()
    serializer_class = TagSerializer
    filter_backends = []

    @extend_schema(parameters=PARAMETERS, responses=TagSerializer(many=True))
    def get(self, request: Request) -> Response:
        """The tags of what you may see, with on how much of it each stands."""
        order = choice(request, "ordering", CHOICES, "popular")
        tags = TagList(
            request.user,
            prefix=fold_tag(request.query_params.get("prefix", "")),
            order=order.removeprefix("-"),
            backwards=order.startswith("-"),
        )
        page: list[Used] = self.paginate_queryset(cast(Any, tags)) or []
        return self.get_paginated_response([tell_tag(tag) for tag in page])


def tell_tag(tag: Used) -> dict[str, str | int]:
    return {
        "name": tag.name,
        "slug": tag.slug,
        "usage_count": tag.usage,
        "image_count": tag.usage - tag.works,
        "artwork_count": tag.works,
    }
