"""What staff did, kept beside the thing that they did it to, where the admin shows it."""

from collections.abc import Collection
from typing import Any

from django.contrib.admin.models import LogEntry
from django.db.models import Model


def note(things: Collection[Model], flag: int, words: str, *, by: Any) -> None:
    """Notes of each of these things that somebody did this to it; `flag` is ADDITION, CHANGE or DELETION of the admin's log."""
    for thing in things:
        LogEntry.objects.log_actions(by.pk, [thing], flag, change_message=words, single_object=True)
