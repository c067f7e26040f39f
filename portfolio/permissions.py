"""What may be done in the front room, as predicates with names."""

from typing import Any

from accounts.models import Artist
from portfolio.models import Commission, Exhibition, Submission

ORGANIZER, STAFF, ARTIST, CLIENT = "organizer", "staff", "artist", "client"
"""As what people move things (`portfolio.workflow`)."""


def can_curate(person: Any) -> bool:
    """Staff say what is put forward."""
    return bool(person.is_authenticated and person.is_staff)


def can_change_artist(person: Any, artist: Artist) -> bool:
    """Only they themselves change what is said of an artist."""
    return bool(person.is_authenticated and artist.pk == person.pk)


def exhibition_roles(person: Any, exhibition: Exhibition) -> frozenset[str]:
    """As what a person moves an exhibition: its organiser. Staff do so at their desk alone."""
    return frozenset({ORGANIZER} if person.is_authenticated and exhibition.organizer_id == person.pk else ())


def submission_roles(person: Any, submission: Submission) -> frozenset[str]:
    """As what a person moves a submission: its artist, or who organises the exhibition, never both."""
    if not person.is_authenticated:
        return frozenset()
    if submission.artist_id == person.pk:
        return frozenset({ARTIST})
    return frozenset({ORGANIZER} if submission.exhibition.organizer_id == person.pk else ())


def commission_roles(person: Any, commission: Commission) -> frozenset[str]:
    """As what a person moves a commission: the one party or the other."""
    parties = {commission.artist_id: ARTIST, commission.client_id: CLIENT}
    return frozenset({parties[person.pk]} if person.is_authenticated and person.pk in parties else ())
