"""`watermark`: one's own, laid over copies."""

import math
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.requests import person
from gallery.actions.watermarks import change_watermark, delete_watermark
from gallery.api.descriptions import DeletedSerializer
from gallery.imaging.lettering import lettered
from gallery.models import Image, Watermark
from gallery.models.watermarks import Position


class OwnImageField(serializers.PrimaryKeyRelatedField):
    """One of the sender's own pictures, by id; anything else is a 400 on the field. Null and an empty text are none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(pk_field=serializers.UUIDField(), allow_null=True, **options)

    def get_queryset(self) -> QuerySet[Image]:
        return Image.objects.filter(owner=self.context["request"].user)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        return super().run_validation(None if data == "" else data)


class ShareField(serializers.FloatField):
    """A number from 0.05 to 1; `nan`, which is neither below nor above anything, is none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0.05, max_value=1, **options)

    def to_internal_value(self, data: Any) -> float:
        value: float = super().to_internal_value(data)
        if math.isnan(value):
            self.fail("invalid")
        return value


class WatermarkSerializer(serializers.Serializer):
    enabled = serializers.BooleanField(
        required=False, help_text="Lay it over every copy that others ask for, whether they want it or not."
    )
    text = serializers.CharField(required=False, allow_blank=True, max_length=100)
    image_id = OwnImageField(required=False, source="image", help_text="A picture of yours; it wins over the text.")
    position = serializers.ChoiceField(Position.choices, required=False)
    opacity = ShareField(required=False)
    scale = ShareField(required=False, help_text="Its width as a share of the copy's.")


class WatermarkAnswerSerializer(serializers.Serializer):
    enabled = serializers.BooleanField()
    text = serializers.CharField()
    drawn_text = serializers.CharField(help_text="The text in the letters that the fonts here have.")
    image_id = serializers.UUIDField(allow_null=True)
    position = serializers.ChoiceField(Position.choices)
    opacity = serializers.FloatField()
    scale = serializers.FloatField()


class WatermarkView(APIView):
    """One's own watermark. It is laid over copies, never over an original."""

    permission_classes = (IsAuthenticated,)

    @extend_schema(responses=WatermarkAnswerSerializer)
    def get(self, request: Request) -> Response:
        """The watermark, as it is before one sets it."""
        owner = person(request)
        return Response(tell(Watermark.objects.filter(owner=owner).first() or Watermark(owner=owner)))

    @extend_schema(request=WatermarkSerializer, responses={200: WatermarkAnswerSerializer})
    def put(self, request: Request) -> Response:
        """Change what is sent and nothing else. Copies under the old mark are forgotten."""
        serializer = WatermarkSerializer(data=request.data, partial=True, context={"request": request})
        serializer.is_valid(raise_exception=True)
        return Response(tell(change_watermark(by=person(request), **serializer.validated_data)))

    @extend_schema(request=WatermarkSerializer, responses={200: WatermarkAnswerSerializer})
    def patch(self, request: Request) -> Response:
        """As PUT."""
        return self.put(request)

    @extend_schema(responses={200: DeletedSerializer})
    def delete(self, request: Request) -> Response:
        """Take it away, and forget the copies that bear it."""
        delete_watermark(by=person(request))
        return Response({"id": person(request).pk, "deleted": True})


def tell(watermark: Watermark) -> dict[str, Any]:
    return {
        "enabled": watermark.enabled,
        "text": watermark.text,
        "drawn_text": lettered(watermark.text)[1],
        "image_id": watermark.image_id,
        "position": watermark.position,
        "opacity": watermark.opacity,
        "scale": watermark.scale,
    }
