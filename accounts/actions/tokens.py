"""Tokens for programs: made, found, revoked."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import AccessToken, User

NOTED_EVERY = timedelta(minutes=1)


def create_token(*, by: User, name: str, expires_at: datetime | None = None) -> tuple[AccessToken, str]:
    """A token of theirs and its secret, which is told this once.

    Raises ValidationError where its time is over already.
    """
    if expires_at is not None and expires_at <= timezone.now():
        raise ValidationError({"expires_at": ValidationError(_("This time is in the past."), code="in_the_past")})
    secret = f"atl_{secrets.token_urlsafe(32)}"
    token = AccessToken.objects.create(
        user=by, name=name, digest=_digest(secret), prefix=secret[:8], expires_at=expires_at
    )
    return token, secret


def revoke_token(token: AccessToken, *, by: User) -> None:
    """Delete a token: it opens nothing from the next request on; raises PermissionDenied for anyone else's."""
    if token.user_id != by.pk:
        raise PermissionDenied
    token.delete()


def find_token(secret: str) -> AccessToken | None:
    """The token, with its user, of this secret; None unless it is known, in time, and its user active.

    Costs one query, and notes the use at most once a minute. A secret is found by its digest, so no comparison of
    secrets can be timed.
    """
    token = AccessToken.objects.select_related("user").filter(digest=_digest(secret)).first()
    if token is None or token.is_expired or not token.user.is_active:
        return None
    _note_use(token)
    return token


def _note_use(token: AccessToken) -> None:
    now = timezone.now()
    if token.last_used_at is None or now - token.last_used_at >= NOTED_EVERY:
        AccessToken.objects.filter(pk=token.pk).update(last_used_at=now)
        token.last_used_at = now


def _digest(secret: str) -> str:
    # Headers reach us as Latin-1, but a caller may hand on anything: what cannot be encoded finds nothing.
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
