"""The person who is signed in, as they see themselves."""

from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.request import Request

from accounts.api.serializers.artist import ArtistField
from accounts.api.serializers.preferences import PreferencesSerializer
from accounts.models import Statistics, User


class StatisticsSerializer(serializers.ModelSerializer):
    """What they have, in numbers; sizes in bytes."""

    total_images = serializers.IntegerField(source="image_count")
    total_albums = serializers.IntegerField(source="album_count")
    total_files = serializers.IntegerField(source="file_count")
    total_artworks = serializers.IntegerField(source="artwork_count")
    total_galleries = serializers.IntegerField(source="gallery_count")
    storage_quota = serializers.IntegerField()
    total_views = serializers.IntegerField(source="view_count")
    total_downloads = serializers.IntegerField(source="download_count")

    class Meta:
        model = Statistics
        fields = [
            "total_images",
            "total_albums",
            "total_files",
            "total_artworks",
            "total_galleries",
            "storage_used",
            "storage_quota",
            "total_views",
            "total_downloads",
            "follower_count",
            "following_count",
        ]


class PortfolioSummarySerializer(serializers.Serializer):
    """The state of a user's portfolio; it is published with the first work that anyone may see, and counts them all."""

    status = serializers.SerializerMethodField()
    artwork_count = serializers.IntegerField(source="statistics.artwork_count")
    gallery_count = serializers.IntegerField(source="statistics.gallery_count")
    url = serializers.CharField(source="get_absolute_url")

    def get_status(self, user: User) -> str:
        """`empty` or `published`."""
        return "published" if user.statistics.public_artwork_count else "empty"


class CurrentUserSerializer(serializers.ModelSerializer):
    """CurrentUser of the contract."""

    statistics = StatisticsSerializer()
    preferences = PreferencesSerializer(source="*")
    artist = ArtistField()
    portfolio = PortfolioSummarySerializer(source="*")

    class Meta:
        model = User
        fields = [
            "id",
            "username",
            "email",
            "is_verified",
            "is_staff",
            "created_at",
            "statistics",
            "preferences",
            "artist",
            "portfolio",
        ]
        read_only_fields = fields


def current_user(user_id: UUID, request: Request) -> dict[str, Any]:
    """CurrentUser for an answer to this request: one query, and what it takes to tell an artist."""
    user = User.objects.select_related("statistics").get(pk=user_id)
    return CurrentUserSerializer(user, context={"request": request}).data
