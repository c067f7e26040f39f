"""What answers about works look like, for the OpenAPI description. `gallery.api.works` builds them; a test holds the two
together."""

from rest_framework import serializers

from gallery.api.descriptions import (
    ColorSerializer,
    ImageBriefSerializer,
    ThumbnailsSerializer,
    WholeMetadataSerializer,
)
from gallery.models import Availability, Status


class ArtistBriefSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    username = serializers.CharField()
    artist_name = serializers.CharField()
    url = serializers.URLField()


class ArtistOfWorkSerializer(ArtistBriefSerializer):
    """A work's artist, where the work is told alone."""

    bio = serializers.CharField(allow_blank=True)
    location = serializers.CharField(allow_blank=True)
    specialties = serializers.ListField(child=serializers.CharField())
    social_links = serializers.DictField(child=serializers.URLField())
    follower_count = serializers.IntegerField()
    artwork_count = serializers.IntegerField(help_text="Of those that anyone may see.")


class CategoryBriefSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    name = serializers.CharField()
    slug = serializers.CharField()


class GalleryBriefSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()
    slug = serializers.CharField()


class ExhibitionBriefSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    title = serializers.CharField()
    year = serializers.IntegerField()
    url = serializers.URLField()


class ViewSerializer(ImageBriefSerializer):
    """A picture as a view of a work: its addresses are the work's. To others than its artist, a picture that they may not see by
    itself bears the work's words and times in place of its own, and no counts, tags or albums."""


class WholeViewSerializer(ViewSerializer):
    metadata = WholeMetadataSerializer()


class ArtworkSerializer(serializers.Serializer):
    """A work, as told in lists."""

    id = serializers.UUIDField()
    artist = ArtistBriefSerializer()
    title = serializers.CharField()
    description = serializers.CharField(allow_blank=True)
    alt_text = serializers.CharField(allow_blank=True)
    medium = serializers.CharField(allow_blank=True)
    dimensions = serializers.CharField(allow_blank=True, help_text="As the artist writes them.")
    width_cm = serializers.CharField(allow_null=True, help_text="A decimal.")
    height_cm = serializers.CharField(allow_null=True, help_text="A decimal.")
    depth_cm = serializers.CharField(allow_null=True, help_text="A decimal.")
    creation_date = serializers.CharField(
        allow_null=True, help_text="As much as is known: 2024, 2024-05 or 2024-05-17."
    )
    price = serializers.CharField(allow_null=True, help_text="A decimal, with as many places as the currency has.")
    currency = serializers.CharField(allow_null=True, help_text="ISO 4217.")
    availability_status = serializers.ChoiceField(Availability.choices)
    category = CategoryBriefSerializer(allow_null=True)
    tags = serializers.ListField(child=serializers.CharField())
    images = ViewSerializer(many=True, help_text="The first is the main one.")
    image_url = serializers.URLField()
    thumbnails = ThumbnailsSerializer(allow_null=True)
    placeholder = serializers.CharField(allow_null=True)
    colors = ColorSerializer(many=True, allow_null=True)
    view_count = serializers.IntegerField()
    like_count = serializers.IntegerField()
    comment_count = serializers.IntegerField()
    share_count = serializers.IntegerField()
    is_liked = serializers.BooleanField()
    exhibitions = ExhibitionBriefSerializer(many=True, help_text="Where it is shown, or was, the last one first.")
    galleries = GalleryBriefSerializer(many=True, help_text="Where it hangs, of those that you are shown in lists.")
    license = serializers.CharField(allow_blank=True)
    status = serializers.ChoiceField(Status.choices)
    published_at = serializers.DateTimeField(allow_null=True)
    is_mature = serializers.BooleanField()
    comments_open = serializers.BooleanField()
    is_hidden = serializers.BooleanField(help_text="By a moderator: its artist alone sees it.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    url = serializers.URLField()


class WholeArtworkSerializer(ArtworkSerializer):
    """A work with everything that is known of it."""

    artist = ArtistOfWorkSerializer()
    images = WholeViewSerializer(many=True, help_text="The first is the main one.")
    related = ArtworkSerializer(many=True)


class VisitSerializer(serializers.Serializer):
    at = serializers.DateTimeField()
    action = serializers.ChoiceField(["view"])
    viewer = serializers.CharField(allow_null=True, help_text="Username; null for a visitor.")
    referrer = serializers.CharField(allow_blank=True)
