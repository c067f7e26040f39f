"""What the account routes take."""

from typing import Any

from rest_framework import serializers

from accounts.api.serializers.known_keys import KnownKeysOnly
from accounts.api.serializers.preferences import PreferencesSerializer
from accounts.models import AccessToken


class PasswordField(serializers.CharField):
    """A password, taken as typed, spaces included."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 1000, "trim_whitespace": False, "write_only": True, **options})


def required(serializer: serializers.Serializer, field: str) -> serializers.ValidationError:
    """The error that DRF itself gives for a missing field."""
    return serializers.ValidationError({field: serializer.fields[field].error_messages["required"]}, "required")


class RegistrationSerializer(serializers.Serializer):
    """Everything else about these fields the action judges, all at once."""

    username = serializers.CharField()
    email = serializers.CharField()
    password = PasswordField()
    artist_name = serializers.CharField(max_length=100, required=False, allow_blank=True)
    bio = serializers.CharField(max_length=5000, required=False, allow_blank=True)
    location = serializers.CharField(max_length=200, required=False, allow_blank=True)


class SignInSerializer(serializers.Serializer):
    """`username` or `email`."""

    username = serializers.CharField(required=False, max_length=254)
    email = serializers.CharField(required=False, max_length=254)
    password = PasswordField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Adds `identifier`; raises ValidationError on `username` where neither was sent."""
        identifier = attrs.get("username") or attrs.get("email")
        if not identifier:
            raise required(self, "username")
        return attrs | {"identifier": identifier}


class AccountChangeSerializer(KnownKeysOnly):
    """What may be changed about an account; a new address needs the password."""

    email = serializers.EmailField(required=False, max_length=254)
    password = PasswordField(required=False)
    preferences = PreferencesSerializer(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Raises ValidationError on `password` where an address comes without."""
        if "email" in attrs and "password" not in attrs:
            raise required(self, "password")
        return attrs


class PasswordSerializer(serializers.Serializer):
    """The proof that it is the person who asks."""

    password = PasswordField()


class PasswordChangeSerializer(serializers.Serializer):
    """The present password and the next."""

    old_password = PasswordField()
    new_password = PasswordField()


class PasswordResetSerializer(serializers.Serializer):
    """Where the link is to be mailed."""

    email = serializers.EmailField(max_length=254)


class LinkSerializer(serializers.Serializer):
    """The two parts of a mailed link."""

    uid = serializers.CharField(max_length=100)
    token = serializers.CharField(max_length=200)


class PasswordResetConfirmSerializer(LinkSerializer):
    """The two parts of a mailed link, and the next password."""

    new_password = PasswordField()


class AccessTokenSerializer(serializers.ModelSerializer):
    """A token as it is listed: without its secret."""

    class Meta:
        model = AccessToken
        fields = ["id", "name", "prefix", "created_at", "last_used_at", "expires_at"]
        read_only_fields = ["prefix", "last_used_at"]
