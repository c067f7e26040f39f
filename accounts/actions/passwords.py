"""New passwords."""

import logging

from django.contrib.auth import SESSION_KEY, update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest
from django.views.decorators.debug import sensitive_variables

from accounts import guessing
from accounts.actions.registration import require_good_password
from accounts.actions.signing_in import confirm_password, end_sessions
from accounts.links import linked_user, reset_tokens
from accounts.models import User
from accounts.requests import address_of
from accounts.tasks.mails import send_password_reset

logger = logging.getLogger("atelier.accounts")


@sensitive_variables("old_password", "new_password")
def change_password(*, request: HttpRequest, user: User, old_password: str, new_password: str) -> int:
    """Set a new password, keep this session under a new key and end the others; returns how many ended.

    Access tokens stay: they were made one by one and are revoked one by one. Raises ValidationError on
    `old_password` or `new_password`, TooManyRequests after too many wrong ones.
    """
    confirm_password(user=user, password=old_password, field="old_password", address=address_of(request))
    require_good_password(new_password, user=user, field="new_password")
    with transaction.atomic():
        user.set_password(new_password)
        user.save(update_fields=["password"])
        kept = None
        if request.session.get(SESSION_KEY) == str(user.pk):
            update_session_auth_hash(request, user)
            kept = request.session.session_key
        ended = end_sessions(user=user, kept=kept)
    logger.info("password changed", extra={"user": str(user.pk), "sessions_ended": ended})
    return ended


def request_password_reset(*, email: str, site: str) -> None:
    """Have the link mailed to whoever has this address.

    The worker looks the account up, so that the answer takes as long where there is none.
    """
    send_password_reset.enqueue(email, site)


@transaction.atomic
@sensitive_variables("new_password")
def reset_password(*, uid: str, token: str, new_password: str) -> User:
    """Set the password by a mailed link, and end every session and token.

    Raises ValidationError on `token` or `new_password`.
    """
    user = linked_user(uid=uid, token=token, generator=reset_tokens)
    require_good_password(new_password, user=user, field="new_password")
    user.set_password(new_password)
    user.save(update_fields=["password"])
    end_sessions(user=user)
    user.access_tokens.all().delete()
    guessing.forget(user)
    logger.info("password reset", extra={"user": str(user.pk)})
    return user
