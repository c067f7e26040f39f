"""The salt of the day, by which visitors are told apart and never found again."""

import secrets
from datetime import date

from django.db import connection
from django.utils import timezone

from gallery.models import DaySalt

BYTES = 32
AT_HAND: dict[date, bytes] = {}
"""The one of today, once this process has asked for it."""


def salt_of_today() -> bytes:
    """The same in all processes until midnight (UTC). One query a process and day, some more for the first one that asks."""
    today = timezone.now().date()
    salt = AT_HAND.get(today)
    if salt is None:
        fresh = secrets.token_bytes(BYTES)
        row, is_new = DaySalt.objects.get_or_create(day=today, defaults={"salt": fresh})
        salt = bytes(row.salt)
        # A transaction that is undone takes its new salt with it: kept here, this process would be alone with it for a day.
        if not (is_new and connection.in_atomic_block):
            AT_HAND.clear()
            AT_HAND[today] = salt
    return salt


def forget_salts() -> int:
    """Deletes the salts of days that are over; returns how many. From then on no row of theirs leads to anybody.

    Nobody asks for them any more: whoever looks again after midnight is another visitor."""
    for day in [day for day in AT_HAND if day < timezone.now().date()]:
        AT_HAND.pop(day, None)
    deleted, _by_model = DaySalt.objects.filter(day__lt=timezone.now().date()).delete()
    return deleted
