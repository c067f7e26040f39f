"""Shutting people out, and letting them in again."""

import logging

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.actions.signing_in import end_sessions
from accounts.models import User

logger = logging.getLogger("atelier.accounts")


@transaction.atomic
def set_active(*, user: User, is_active: bool, by: User) -> None:
    """Suspend or readmit a person; a suspended one is signed out everywhere, and their tokens open nothing meanwhile.

    Raises PermissionDenied for anyone but staff, for oneself, and for a superuser unless by another.
    """
    if not by.is_staff or by.pk == user.pk or (user.is_superuser and not by.is_superuser):
        raise PermissionDenied
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    if not is_active:
        end_sessions(user=user)
    logger.info(
        "account suspended" if not is_active else "account readmitted", extra={"user": str(user.pk), "by": str(by.pk)}
    )
