"""`artworks/batch`: one deed on many works, or many works made at once."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.requests import person
from gallery.actions.work_batch import OPERATIONS, Done, WorkBatch, run_work_batch
from gallery.api.batch import EachOnceField
from gallery.api.work_requests import WorkFactsSerializer, facts_of
from gallery.links import opened_links

NEEDED = {
    "create": ("image_ids",),
    "update": ("artwork_ids",),
    "delete": ("artwork_ids",),
    "gallery": ("artwork_ids", "gallery_id"),
}
OF_BATCH = frozenset({"operation", "artwork_ids", "image", "dry_run"})
STATUSES = ["created", "changed", "deleted", "hung", "unchanged"]


class WorkBatchSerializer(WorkFactsSerializer):
    """`image_ids` are needed to create a work of each picture, else `artwork_ids`, and `gallery_id` for `gallery`. What is said
    of works is said of each of them."""

    title = serializers.CharField(
        required=False, max_length=200, help_text="Of new works, else the picture's, else the name of its file."
    )
    operation = serializers.ChoiceField(list(OPERATIONS))
    artwork_ids = EachOnceField(required=False)
    image_ids = EachOnceField(required=False, help_text="To create: pictures of yours.")
    image = serializers.ChoiceField(
        ["delete", "keep"], default="delete", help_text="To delete: what becomes of pictures that nothing else shows."
    )
    dry_run = serializers.BooleanField(default=False, help_text="Answer alike, and change nothing.")

    def judge(self, said: dict[str, Any]) -> None:
        """Of works that there are, each is judged by what it says already."""
        if said.get("operation") == "create":
            super().judge(self.facts(said))

    @staticmethod
    def facts(said: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in facts_of(said).items() if name not in OF_BATCH}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Raises ValidationError on what the operation needs and was not sent."""
        sent = {**attrs, "gallery_id": attrs.get("gallery")}
        missing = [name for name in NEEDED[attrs["operation"]] if not sent.get(name)]
        if missing:
            raise serializers.ValidationError(dict.fromkeys(missing, _("This operation needs it.")), code="required")
        return attrs

    def batch(self, request: Request) -> WorkBatch:
        """What was sent, valid, as the action takes it."""
        said = self.validated_data
        return WorkBatch(
            by=person(request),
            artworks=said.get("artwork_ids", []),
            images=said.get("image_ids", []),
            gallery=said.get("gallery"),
            tags=said.get("tags"),
            facts=self.facts(said),
            keep_images=said["image"] == "keep",
            links=opened_links(request),
        )


class WorkBatchResultSerializer(serializers.Serializer):
    id = serializers.UUIDField(allow_null=True, help_text="Null for what would be created.")
    status = serializers.CharField(help_text=f"One of {', '.join(STATUSES)}.")
    image_id = serializers.UUIDField(required=False, help_text="Told of what is created.")


class WorkBatchAnswerSerializer(serializers.Serializer):
    operation = serializers.CharField()
    processed = serializers.IntegerField()
    results = WorkBatchResultSerializer(many=True)


class WorkBatchView(APIView):
    """Many works at once."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=WorkBatchSerializer, responses={200: WorkBatchAnswerSerializer})
    def post(self, request: Request) -> Response:
        """Make, change or delete up to 500 works of yours, or hang them in a gallery: all of them or none."""
        serializer = WorkBatchSerializer(data=request.data, context={"request": request})
        serializer.is_valid(raise_exception=True)
        operation, dry_run = serializer.validated_data["operation"], serializer.validated_data["dry_run"]
        done = run_work_batch(operation=operation, batch=serializer.batch(request), dry_run=dry_run)
        results = [tell_done(each, dry_run=dry_run) for each in done]
        return Response({"operation": operation, "processed": len(results), "results": results})


def tell_done(done: Done, *, dry_run: bool) -> dict[str, Any]:
    if done.image_id is None:
        return {"id": done.artwork_id, "status": done.status}
    return {"id": None if dry_run else done.artwork_id, "status": done.status, "image_id": done.image_id}
