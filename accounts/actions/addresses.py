"""Email addresses: changing and verifying them."""

import logging
from uuid import UUID

from django.db import IntegrityError, transaction
from django.views.decorators.debug import sensitive_variables

from accounts.actions.registration import require_unused
from accounts.actions.signing_in import confirm_password
from accounts.links import linked_user, verification_tokens
from accounts.models import User
from accounts.tasks.mails import send_verification

logger = logging.getLogger("atelier.accounts")


@sensitive_variables("password")
def change_email(*, user: User, email: str, password: str, address: str, site: str) -> None:
    """Set another address, unverified until the link mailed to it is followed; the present one changes nothing.

    `address` is the client's, `site` is `https://host`. Raises ValidationError on `email` or `password`, and
    TooManyRequests.
    """
    confirm_password(user=user, password=password, field="password", address=address)
    email = User.objects.normalize_email(email)
    if email == user.email:
        return
    changed = User(pk=user.pk, username=user.username, email=email)
    changed.clean_fields(exclude={"password"})
    require_unused(changed)
    try:
        _save_email(user.pk, email, site)
    except IntegrityError:
        require_unused(changed)
        raise
    user.email, user.is_verified = email, False
    logger.info("address changed", extra={"user": str(user.pk)})


@transaction.atomic
def _save_email(user_id: UUID, email: str, site: str) -> None:
    User.objects.filter(pk=user_id).update(email=email, is_verified=False)
    send_verification.enqueue(str(user_id), site)


@transaction.atomic
def verify_email(*, uid: str, token: str) -> User:
    """Take the address as verified by a mailed link, which works once; raises ValidationError on `token`."""
    user = linked_user(uid=uid, token=token, generator=verification_tokens)
    user.is_verified = True
    user.save(update_fields=["is_verified"])
    logger.info("address verified", extra={"user": str(user.pk)})
    return user
