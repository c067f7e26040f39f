"""What answers about artists look like, for the OpenAPI description. `portfolio.api.telling` builds them; a test holds the two
together."""

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from rest_framework import serializers

from accounts.models.artist import PublicSize
from gallery.api.gallery_descriptions import GallerySerializer
from gallery.api.work_descriptions import ArtworkSerializer
from gallery.models.watermarks import Position
from portfolio.api.artist_requests import ArtistChangeSerializer
from portfolio.looks.themes import Theme, Typeface
from portfolio.models import Layout
from portfolio.models.portfolios import every_section


class WatermarkToldSerializer(serializers.Serializer):
    enabled = serializers.BooleanField()
    text = serializers.CharField(allow_blank=True)
    position = serializers.ChoiceField(Position.choices)
    opacity = serializers.FloatField()
    scale = serializers.FloatField()


class PriceToldSerializer(serializers.Serializer):
    title = serializers.CharField()
    price = serializers.CharField(help_text="With as many decimals as the currency has.")
    currency = serializers.CharField()
    description = serializers.CharField(allow_blank=True)


class CommissionsSerializer(serializers.Serializer):
    locals()["open"] = serializers.BooleanField()
    slots = serializers.IntegerField(allow_null=True)
    terms = serializers.CharField(allow_blank=True)
    prices = PriceToldSerializer(many=True)
    slots_taken = serializers.IntegerField(help_text="Commissions that are agreed and not finished.")
    takes_requests = serializers.BooleanField(help_text="Whether they can be asked now.")


class PortfolioSerializer(serializers.Serializer):
    """How an artist presents themselves."""

    theme = serializers.ChoiceField(Theme.choices)
    layout = serializers.ChoiceField(Layout.choices)
    accent = serializers.CharField(allow_blank=True, help_text="`#rrggbb`, or empty.")
    typeface = serializers.ChoiceField(Typeface.choices)
    show_contact = serializers.BooleanField()
    public_image_size = serializers.ChoiceField(PublicSize.choices)
    watermark = WatermarkToldSerializer()
    commissions = CommissionsSerializer()
    cover_artwork_id = serializers.UUIDField(
        allow_null=True, help_text="The work at the top of the page, to whoever sees it."
    )
    sections = serializers.ListField(child=serializers.ChoiceField(every_section()))


class ArtistSerializer(serializers.Serializer):
    """An artist; `id` is the user's."""

    id = serializers.UUIDField()
    username = serializers.CharField()
    artist_name = serializers.CharField()
    bio = serializers.CharField(allow_blank=True)
    location = serializers.CharField(allow_blank=True)
    specialties = serializers.ListField(child=serializers.CharField())
    social_links = serializers.DictField(child=serializers.URLField())
    is_verified = serializers.BooleanField(help_text="Staff found that they are who they say.")
    contact_info = serializers.CharField(
        allow_blank=True, allow_null=True, help_text="To the artist, and to all while they show it; else null."
    )
    profile_image_url = serializers.URLField(allow_null=True, help_text="It changes with the picture.")
    follower_count = serializers.IntegerField()
    following_count = serializers.IntegerField()
    artwork_count = serializers.IntegerField(help_text="Of those that anyone may see.")
    is_following = serializers.BooleanField(help_text="You follow them.")
    is_blocked = serializers.BooleanField(help_text="You keep them away.")
    featured_artworks = ArtworkSerializer(many=True, help_text="Up to six: picked by staff, then by popularity.")
    galleries = GallerySerializer(many=True, help_text="Up to twelve, the newest first.")
    portfolio = PortfolioSerializer()
    url = serializers.URLField()
    created_at = serializers.DateTimeField()


class ArtistFormSerializer(ArtistChangeSerializer):
    """The change as a form, in which objects are told in JSON."""

    social_links = serializers.CharField(required=False, help_text="In JSON.")  # type: ignore[assignment]
    specialties = serializers.CharField(required=False, help_text="In JSON, or repeated.")  # type: ignore[assignment]
    portfolio = serializers.CharField(required=False, help_text="In JSON.")  # type: ignore[assignment]


class ArtistOfCurrentUser(OpenApiSerializerFieldExtension):
    """Describes what the account routes tell of an artist, which accounts do not know."""

    target_class = "accounts.api.serializers.artist.ArtistField"

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        component = auto_schema.resolve_serializer(ArtistSerializer, direction)
        reference: dict[str, Any] = component.ref
        return reference
