"""Preferences, key by key."""

from django.conf import global_settings
from rest_framework import serializers

from accounts.api.serializers.known_keys import KnownKeysOnly
from accounts.models import User
from accounts.models.preferences import NOTIFICATION_KINDS, Mail, Preferences

# Every one that Django knows: who reads in another than the site speaks is shown English until it learns theirs.
LANGUAGES = [code for code, _name in global_settings.LANGUAGES]


class NotificationsSerializer(KnownKeysOnly):
    """Which kinds of notifications are wanted."""

    def get_fields(self) -> dict[str, serializers.Field]:
        """A yes or no for each kind."""
        return {kind: serializers.BooleanField(required=False) for kind in NOTIFICATION_KINDS}


class NotificationMailsSerializer(KnownKeysOnly):
    """How each kind of notification is wanted by mail."""

    def get_fields(self) -> dict[str, serializers.Field]:
        """One of `Mail` for each kind."""
        return {kind: serializers.ChoiceField(Mail.choices, required=False) for kind in NOTIFICATION_KINDS}


class PreferencesSerializer(KnownKeysOnly, serializers.ModelSerializer):
    """All preferences when given; those that are to change when taken."""

    language = serializers.ChoiceField(choices=LANGUAGES, required=False)
    notifications = NotificationsSerializer(required=False)
    notification_mails = NotificationMailsSerializer(required=False)

    class Meta:
        model = User
        fields = Preferences.preference_names()
        extra_kwargs = {name: {"required": False} for name in fields}
