"""What answers about what is put forward and what is related look like, for the OpenAPI description, and what they take."""

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from gallery.api.gallery_descriptions import GallerySerializer
from gallery.api.work_descriptions import ArtworkSerializer
from portfolio.api.artist_descriptions import ArtistSerializer
from portfolio.api.exhibitions.descriptions import ExhibitionSerializer
from portfolio.discovery.featuring import NEW, OPEN, RUNNING, STAFF_PICK, TRENDING
from portfolio.discovery.related import Reason
from portfolio.models import Feature, Target


class FeatureReasonSerializer(serializers.Serializer):
    code = serializers.ChoiceField([STAFF_PICK, TRENDING, NEW, OPEN, RUNNING])
    text = serializers.CharField(help_text="For people.")


class PutForwardSerializer(serializers.Serializer):
    """Beside what it is: why it is here, and for staff's picks by which id they take it back."""

    reason = FeatureReasonSerializer()
    feature_id = serializers.IntegerField(allow_null=True)
    note = serializers.CharField(allow_blank=True)


class FeaturedArtworkSerializer(ArtworkSerializer, PutForwardSerializer):
    """A work that is put forward."""


class FeaturedArtistSerializer(ArtistSerializer, PutForwardSerializer):
    """An artist who is."""


class FeaturedGallerySerializer(GallerySerializer, PutForwardSerializer):
    """A gallery that is."""


class FeaturedExhibitionSerializer(ExhibitionSerializer, PutForwardSerializer):
    """An exhibition that is."""


class FeaturedSerializer(serializers.Serializer):
    artworks = FeaturedArtworkSerializer(many=True)
    artists = FeaturedArtistSerializer(many=True)
    galleries = FeaturedGallerySerializer(many=True)
    exhibitions = FeaturedExhibitionSerializer(many=True)


class FeatureRequestSerializer(serializers.Serializer):
    target_type = serializers.ChoiceField(Target.choices)
    target_id = serializers.UUIDField()
    until = serializers.DateTimeField(
        required=False, allow_null=True, help_text="To come; without it, until taken back."
    )
    note = serializers.CharField(required=False, allow_blank=True, max_length=500, help_text="Told to everyone.")


class FeatureSerializer(serializers.ModelSerializer):
    """A pick of staff's."""

    class Meta:
        model = Feature
        fields = ["id", "target_type", "target_id", "until", "note", "position", "created_at"]


class FeatureOrderSerializer(serializers.Serializer):
    """The picks of one kind, the first one first."""

    feature_ids = serializers.ListField(child=serializers.IntegerField(min_value=1), min_length=1, max_length=1_000)


class FeatureDeletedSerializer(serializers.Serializer):
    """What is put forward no longer."""

    id = serializers.IntegerField()
    deleted = serializers.BooleanField()


class RelatedReasonSerializer(serializers.Serializer):
    code = serializers.ChoiceField(Reason.choices)
    text = serializers.CharField(help_text="For people.")


class RelatedArtworkSerializer(ArtworkSerializer):
    """A work that has to do with another."""

    reason = RelatedReasonSerializer()


@extend_schema_serializer(many=False)
class RelatedSerializer(serializers.Serializer):
    """A list as everywhere, on one page."""

    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = RelatedArtworkSerializer(many=True)
