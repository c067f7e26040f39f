"""What the routes of galleries take in their bodies."""

from rest_framework import serializers

from gallery.api.fields import ImageIdsField
from gallery.models import GalleryVisibility

THEME = r"^[A-Za-z0-9_-]*\Z"


class GalleryChangeSerializer(serializers.Serializer):
    name = serializers.CharField(required=False, max_length=200)
    description = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    theme = serializers.RegexField(
        THEME, required=False, allow_blank=True, max_length=40, help_text="Letters, digits, `-` and `_`."
    )
    visibility = serializers.ChoiceField(GalleryVisibility.choices, required=False)
    cover_artwork_id = serializers.UUIDField(
        required=False, allow_null=True, help_text="One that hangs in it; null: the first that is seen."
    )


class NewGallerySerializer(GalleryChangeSerializer):
    name = serializers.CharField(max_length=200)


class HangingSerializer(serializers.Serializer):
    artwork_id = serializers.UUIDField()
    position = serializers.IntegerField(
        required=False, min_value=0, help_text="From 0; past the end, and without it, the end."
    )


class ArtworkOrderSerializer(serializers.Serializer):
    artwork_ids = ImageIdsField(max_length=None, allow_empty=True)
