"""Shutting people out, and letting them in again."""

import logging

from django.conf import settings
from django.contrib.admin.models import CHANGE
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.module_loading import import_string

from accounts.actions.notes import note
from accounts.actions.signing_in import end_sessions
from accounts.models import User

logger = logging.getLogger("atelier.accounts")


@transaction.atomic
def set_active(*, user: User, is_active: bool, by: User, reason: str = "") -> bool:
    """Suspend or readmit a person; returns whether that changed anything. A suspended one is signed out everywhere, their tokens
    open nothing meanwhile, and what is theirs is seen by nobody: other apps see to it, and to its return, by the functions named
    in settings.ACCOUNT_STANDING_STEPS, each called with the user in this transaction, behind the change.

    Raises PermissionDenied for anyone but staff, for oneself, and for a superuser unless by another; User.DoesNotExist where the
    account went meanwhile.
    """
    if not by.is_staff or by.pk == user.pk or (user.is_superuser and not by.is_superuser):
        raise PermissionDenied
    # First of all, as whoever writes something of theirs does: what they make now is either there already, or made by one
    # who is shut out.
    was_active = User.objects.select_for_update(no_key=True).values_list("is_active", flat=True).get(pk=user.pk)
    user.is_active = is_active
    if was_active == is_active:
        return False
    user.save(update_fields=["is_active"])
    if not is_active:
        end_sessions(user=user)
    for step in getattr(settings, "ACCOUNT_STANDING_STEPS", ()):
        import_string(step)(user)
    words = "Readmitted." if is_active else "Suspended."
    note([user], CHANGE, f"{words} {reason}".strip(), by=by)
    logger.info(
        "account suspended" if not is_active else "account readmitted", extra={"user": str(user.pk), "by": str(by.pk)}
    )
    return True
