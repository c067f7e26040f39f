"""What answers about galleries look like, for the OpenAPI description. `gallery.api.rooms` builds them; a test holds the two
together."""

from rest_framework import serializers

from accounts.api.serializers.answers import DeletedSerializer
from gallery.api.descriptions import ThumbnailsSerializer
from gallery.api.work_descriptions import ArtistBriefSerializer, ArtworkSerializer
from gallery.models import GalleryVisibility


class ArtworkPreviewSerializer(serializers.Serializer):
    """A work by its main picture."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    alt_text = serializers.CharField(allow_blank=True)
    is_mature = serializers.BooleanField()
    placeholder = serializers.CharField()
    thumbnails = ThumbnailsSerializer()
    url = serializers.URLField()


class GallerySerializer(serializers.Serializer):
    """A gallery, as told in lists."""

    id = serializers.UUIDField()
    artist = ArtistBriefSerializer()
    name = serializers.CharField()
    slug = serializers.CharField(help_text="Stays when the name changes.")
    description = serializers.CharField(allow_blank=True)
    theme = serializers.CharField(allow_blank=True)
    visibility = serializers.ChoiceField(GalleryVisibility.choices)
    is_hidden = serializers.BooleanField(help_text="By a moderator: its artist alone sees it.")
    cover_artwork_id = serializers.UUIDField(allow_null=True, help_text="The one that was chosen, if you may see it.")
    cover = ThumbnailsSerializer(allow_null=True, help_text="The one that is shown.")
    is_cover_mature = serializers.BooleanField()
    artwork_count = serializers.IntegerField(help_text="Of the works that you may see.")
    view_count = serializers.IntegerField()
    previews = ArtworkPreviewSerializer(many=True, help_text="The first four works that you may see.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    url = serializers.URLField()


class ArtworkPageSerializer(serializers.Serializer):
    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = ArtworkSerializer(many=True)


class GalleryStatisticsSerializer(serializers.Serializer):
    view_count = serializers.IntegerField()
    artwork_count = serializers.IntegerField()
    public_artwork_count = serializers.IntegerField()
    artwork_views = serializers.IntegerField(help_text="Of all works in it together.")
    likes = serializers.IntegerField(help_text="Of all works in it together.")


class WholeGallerySerializer(GallerySerializer):
    """A gallery with the first page of the works in it."""

    artworks = ArtworkPageSerializer()
    statistics = GalleryStatisticsSerializer(required=False, help_text="Told to its artist only.")


class ArtworkTakenDownSerializer(DeletedSerializer):
    gallery_id = serializers.UUIDField()


class ArtworkOrderAnswerSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    artwork_ids = serializers.ListField(child=serializers.UUIDField())
