"""Preferences, key by key."""

from django.conf import settings
from rest_framework import serializers

from accounts.api.serializers.known_keys import KnownKeysOnly
from accounts.models import User
from accounts.models.preferences import NOTIFICATION_KINDS, Preferences


class NotificationsSerializer(KnownKeysOnly):
    """Which kinds of notifications are wanted."""

    def get_fields(self) -> dict[str, serializers.Field]:
        """A yes or no for each kind."""
        return {kind: serializers.BooleanField(required=False) for kind in NOTIFICATION_KINDS}


class PreferencesSerializer(KnownKeysOnly, serializers.ModelSerializer):
    """All preferences when given; those that are to change when taken."""

    language = serializers.ChoiceField(choices=[code for code, _name in settings.LANGUAGES], required=False)
    notifications = NotificationsSerializer(required=False)

    class Meta:
        model = User
        fields = Preferences.preference_names()
        extra_kwargs = {name: {"required": False} for name in fields}
