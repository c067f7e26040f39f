"""How an account ends."""

import logging

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils.module_loading import import_string

from accounts.models import User

logger = logging.getLogger("atelier.accounts")

LEAVING = 0x61746C69
"""The key of the lock that accounts hold while they go; any number that nothing else locks."""


@transaction.atomic
def delete_account(*, user: User, by: User) -> None:
    """Delete a person and all that is theirs; raises PermissionDenied for anyone but themselves and staff.

    Other apps remove what no database cascade reaches through the functions named in settings.ACCOUNT_DELETION_STEPS:
    each is called with the user, in this transaction, before the rows go.
    """
    if by.pk != user.pk and not by.is_staff:
        raise PermissionDenied
    user_id = user.pk
    wait_for_who_leaves_before()
    # First of all, as whoever writes something of theirs locks them first: otherwise each could wait for the other.
    User.objects.select_for_update().filter(pk=user_id).values_list("pk").first()
    for step in getattr(settings, "ACCOUNT_DELETION_STEPS", ()):
        import_string(step)(user)
    user.delete()
    logger.info("account deleted", extra={"user": str(user_id), "by": str(by.pk or user_id)})


def wait_for_who_leaves_before() -> None:
    """One account goes at a time. What one changes of another's (whom they followed, whose works they liked) may make PostgreSQL
    ask at the commit for that person's row, which is locked while they go too: the two would wait for each other. SQLite has one
    writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LEAVING])
