"""`images/batch`: one deed on many pictures."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import Visibility
from accounts.requests import person
from gallery.actions.batch import OPERATIONS, Batch, run_batch
from gallery.actions.tags import fold_tags
from gallery.api.fields import AlbumField, ImageIdsField, OwnAlbumField
from gallery.api.requests import TagsField
from gallery.links import opened_links

NEEDED = {
    "move": ("album_id",),
    "copy": ("album_id",),
    "tag": ("tags",),
    "untag": ("tags",),
    "visibility": ("visibility",),
}
STATUSES = ["deleted", "moved", "copied", "tagged", "untagged", "changed", "unchanged"]


class EachOnceField(ImageIdsField):
    """Ids of pictures, or of what `twice` calls otherwise, each once; whatever is wrong with one of them is an error of the whole
    field."""

    twice: Any = gettext_lazy("Name each picture once.")

    def run_child_validation(self, data: list[Any]) -> list[UUID]:
        try:
            ids: list[UUID] = super().run_child_validation(data)
        except serializers.ValidationError:
            raise serializers.ValidationError(_("These are not all ids."), code="invalid") from None
        if len(set(ids)) < len(ids):
            raise serializers.ValidationError(self.twice, code="not_unique")
        return ids


class BatchSerializer(serializers.Serializer):
    """`album_id` is needed to move and to copy, `tags` to tag and untag, `visibility` to set it."""

    operation = serializers.ChoiceField(list(OPERATIONS))
    image_ids = EachOnceField()
    album_id = AlbumField(help_text="An album of yours, or one that you may add to.")
    from_album_id = OwnAlbumField(help_text="An album of yours; without it, out of all of yours.")
    tags = TagsField()
    visibility = serializers.ChoiceField(Visibility.choices, required=False)
    dry_run = serializers.BooleanField(default=False, help_text="Answer alike, and change nothing.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Raises ValidationError on what the operation needs and was not sent."""
        attrs["tags"] = fold_tags(attrs.get("tags", []))
        for name in NEEDED.get(attrs["operation"], ()):
            if not attrs.get(name):
                raise serializers.ValidationError({name: _("This operation needs it.")}, code="required")
        return attrs


class BatchResultSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    status = serializers.ChoiceField(STATUSES)


class BatchAnswerSerializer(serializers.Serializer):
    operation = serializers.ChoiceField(list(OPERATIONS))
    processed = serializers.IntegerField()
    results = BatchResultSerializer(many=True)


class ImageBatchView(APIView):
    """Many pictures at once."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=BatchSerializer, responses={200: BatchAnswerSerializer})
    def post(self, request: Request) -> Response:
        """Delete, move, copy, tag, untag or set the visibility of up to 500 of your pictures: all of them or none."""
        serializer = BatchSerializer(data=request.data, context={"request": request})
        serializer.is_valid(raise_exception=True)
        said = serializer.validated_data
        batch = Batch(
            images=said["image_ids"],
            by=person(request),
            album=said.get("album_id"),
            from_album=said.get("from_album_id"),
            tags=said["tags"],
            visibility=said.get("visibility", ""),
            links=opened_links(request),
        )
        statuses = run_batch(operation=said["operation"], batch=batch, dry_run=said["dry_run"])
        results = [{"id": image, "status": status} for image, status in statuses.items()]
        return Response({"operation": said["operation"], "processed": len(results), "results": results})
