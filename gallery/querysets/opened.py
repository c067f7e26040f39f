"""Files that other rooms open to people by their address, as an attachment is to whom it was sent (settings.FILE_OPENERS)."""

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string

Opener = Callable[[Any], QuerySet[Any, Any]]
"""`opener(person)`: the ids of the files that a room opens to a person now, as a subquery."""


@cache
def openers() -> tuple[Opener, ...]:
    """The functions that the setting names."""
    return tuple(import_string(path) for path in settings.FILE_OPENERS)


def opened_name(file_id: UUID, viewer: Any, *, own: str) -> str:
    """What a file that is opened to this viewer is called to them: `own`, its name in its owner's library, where no room says."""
    for path in settings.OPENED_NAMES:
        if name := import_string(path)(file_id, viewer):
            return str(name)
    return own


def opened_to(viewer: Any) -> Q:
    """That some room opens it, a file or a picture, to this viewer; no room does to visitors."""
    opened = Q(pk__in=[])
    if viewer.is_authenticated:
        for opener in openers():
            opened |= Q(pk__in=opener(viewer))
    return opened
