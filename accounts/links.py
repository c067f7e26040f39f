"""The links that mails carry: whom they are for, and the proof that their mail was read."""

from uuid import UUID

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django.utils.translation import gettext_lazy as _

from accounts.models import User


class VerificationTokenGenerator(PasswordResetTokenGenerator):
    """Proves that an address is read by the account's owner. Dies when the address changes, and when it is verified."""

    key_salt = "accounts.links.VerificationTokenGenerator"

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        return f"{user.pk}|{user.email}|{user.is_verified}|{timestamp}"


# Django's own dies with the password, the address and the next sign-in.
reset_tokens = PasswordResetTokenGenerator()
verification_tokens = VerificationTokenGenerator()


def uid_of(user: User) -> str:
    """The user's id as it stands in a link."""
    return urlsafe_base64_encode(user.pk.bytes)


def linked_user(*, uid: str, token: str, generator: PasswordResetTokenGenerator) -> User:
    """The active user of a link, their row locked until the transaction ends, so that a link works once.

    Raises ValidationError on `token` (`invalid_token`): unknown, altered, used or older than PASSWORD_RESET_TIMEOUT
    seconds are not told apart.
    """
    user_id = _decoded(uid)
    user = user_id and User.objects.select_for_update().filter(pk=user_id, is_active=True).first()
    if not user or not generator.check_token(user, token):
        message = _("This link is not valid any more. Ask for a new one.")
        raise ValidationError({"token": ValidationError(message, code="invalid_token")})
    return user


def _decoded(uid: str) -> UUID | None:
    try:
        return UUID(bytes=urlsafe_base64_decode(uid))
    except ValueError:  # not base64, not ASCII, or not 16 bytes
        return None
