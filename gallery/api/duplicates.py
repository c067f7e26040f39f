"""`images/duplicates`, `images/<id>/merge`: pictures that show the same."""

from typing import Any, cast
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.requests import person
from gallery.actions.duplicates import merge_images
from gallery.api.addresses import site
from gallery.api.batch import EachOnceField
from gallery.api.descriptions import ImageSerializer, ThumbnailsSerializer
from gallery.api.pictures import Row, tell_whole, thumbnails
from gallery.duplicates import MOST, groups_of
from gallery.links import opened_links
from gallery.models import Image
from gallery.permissions import can_change_image

FACTS = ("title", "original_filename", "width", "height", "file_size", "uploaded_at")


class DuplicateSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    title = serializers.CharField(allow_blank=True)
    original_filename = serializers.CharField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    file_size = serializers.IntegerField()
    uploaded_at = serializers.DateTimeField()
    thumbnails = ThumbnailsSerializer()


class DuplicatesSerializer(serializers.Serializer):
    """Pictures that are nearly surely copies of one: the largest first, at most 50 of them."""

    images = DuplicateSerializer(many=True)


class DuplicatesView(GenericAPIView):
    """What is in one's library more than once."""

    queryset = Image.objects.none()
    serializer_class = DuplicatesSerializer
    permission_classes = [IsAuthenticated]
    filter_backends = []

    @extend_schema(responses=DuplicatesSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Your pictures that look the same, in groups."""
        groups: list[list[UUID]] = self.paginate_queryset(cast(Any, groups_of(person(request).pk))) or []
        page = [group[:MOST] for group in groups]
        rows = Image.objects.filter(pk__in=[each for group in page for each in group]).values("pk", *FACTS)
        told = {row["pk"]: tell_brief(row, site(request)) for row in rows}
        return self.get_paginated_response(
            [{"images": [told[each] for each in group if each in told]} for group in page]
        )


def tell_brief(row: Row, base: str) -> Row:
    return {"id": row["pk"], **{name: row[name] for name in FACTS}, "thumbnails": thumbnails(row, base)}


class MergeSerializer(serializers.Serializer):
    image_ids = EachOnceField(help_text="Pictures of yours, other than the one kept. They are deleted.")
    dry_run = serializers.BooleanField(default=False, help_text="Check alike, and change nothing.")


class MergeView(APIView):
    """Several pictures made one."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=MergeSerializer, responses={200: ImageSerializer})
    def post(self, request: Request, image_id: UUID) -> Response:
        """Keep this picture in place of others: it gets their albums, tags, covers, views and downloads, and their texts where
        it has none. The others are deleted."""
        image = Image.objects.visible_to(request.user).only("owner").get(pk=image_id)
        if not can_change_image(request.user, image):
            raise PermissionDenied
        serializer = MergeSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        said: dict[str, Any] = serializer.validated_data
        merge_images(
            kept=image_id,
            others=said["image_ids"],
            by=request.user,
            links=opened_links(request),
            dry_run=said["dry_run"],
        )
        return Response(tell_whole(image_id, viewer=request.user, base=site(request)))
