"""What the account routes give, where it is no model's."""

from rest_framework import serializers

from accounts.api.serializers.current_user import CurrentUserSerializer
from accounts.api.serializers.requests import AccessTokenSerializer


class DetailSerializer(serializers.Serializer):
    """A word to the person."""

    detail = serializers.CharField()


class CsrfSerializer(serializers.Serializer):
    """What `X-CSRFToken` must say."""

    csrf_token = serializers.CharField()


class SignedInSerializer(CsrfSerializer):
    """Who is signed in now; the CSRF token changes with it."""

    user = CurrentUserSerializer()


class PasswordChangedSerializer(DetailSerializer):
    """What became of the other ways in."""

    sessions_ended = serializers.IntegerField()
    tokens_kept = serializers.IntegerField()


class VerifiedSerializer(DetailSerializer):
    """The state of the address."""

    is_verified = serializers.BooleanField()


class DeletedSerializer(serializers.Serializer):
    """What is gone."""

    id = serializers.UUIDField()
    deleted = serializers.BooleanField()


class NewAccessTokenSerializer(AccessTokenSerializer):
    """A new token with its secret, told this once."""

    token = serializers.CharField(read_only=True)

    class Meta(AccessTokenSerializer.Meta):
        fields = [*AccessTokenSerializer.Meta.fields, "token"]
