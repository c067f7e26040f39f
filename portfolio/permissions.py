"""What may be done in the front room, as predicates with names."""

from typing import Any

from accounts.models import Artist


def can_curate(person: Any) -> bool:
    """Staff say what is put forward."""
    return bool(person.is_authenticated and person.is_staff)


def can_change_artist(person: Any, artist: Artist) -> bool:
    """Only they themselves change what is said of an artist."""
    return bool(person.is_authenticated and artist.pk == person.pk)
