"""An artist's public profile."""

from typing import Any

from rest_framework import serializers

from accounts.models import Artist


class ArtistSerializer(serializers.ModelSerializer):
    """An Artist, fetched with `user__statistics`. The contact is told to themselves, and to all if they choose.

    The viewer is `context["request"].user`; without a request it is a stranger.
    """

    id = serializers.UUIDField(source="pk", read_only=True)
    username = serializers.CharField(source="user.username", read_only=True)
    specialties = serializers.ListField(child=serializers.CharField())
    social_links = serializers.DictField(child=serializers.URLField())
    contact_info = serializers.SerializerMethodField()
    profile_image_url = serializers.SerializerMethodField()
    follower_count = serializers.IntegerField(source="user.statistics.follower_count", read_only=True)
    following_count = serializers.IntegerField(source="user.statistics.following_count", read_only=True)
    artwork_count = serializers.IntegerField(source="user.statistics.artwork_count", read_only=True)
    url = serializers.CharField(source="user.get_absolute_url", read_only=True)
    created_at = serializers.DateTimeField(source="user.created_at", read_only=True)

    class Meta:
        model = Artist
        fields = [
            "id",
            "username",
            "artist_name",
            "bio",
            "location",
            "specialties",
            "social_links",
            "contact_info",
            "profile_image_url",
            "follower_count",
            "following_count",
            "artwork_count",
            "url",
            "created_at",
        ]

    def get_contact_info(self, artist: Artist) -> str | None:
        """The text, or null where it is kept from the viewer."""
        return artist.contact_info if artist.show_contact or self._viewer_id() == artist.pk else None

    def get_profile_image_url(self, artist: Artist) -> str | None:
        """Null: there is no profile image."""
        return None

    def _viewer_id(self) -> Any:
        request = self.context.get("request")
        return request.user.pk if request else None
