"""People where a line is about them: their portrait, or the letters in its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from accounts.models import Artist
from portfolio.hanging.initials import initials
from portfolio.portraits import portrait_url


@dataclass(frozen=True)
class Face:
    """A small round picture; `portrait` is empty where they show none."""

    portrait: str
    initials: str


def faces_of(people: Iterable[UUID]) -> dict[UUID, Face]:
    """Of each of these people who is an artist. One query."""
    rows = Artist.objects.filter(pk__in=set(people)).values_list("pk", "artist_name", "user__portfolio__portrait")
    return {pk: face(pk, name, portrait) for pk, name, portrait in rows}


def face(artist_id: UUID, name: str, image_id: UUID | None) -> Face:
    portrait = portrait_url(artist_id, image_id, base="")
    return Face(portrait=f"{portrait}&size=square" if portrait else "", initials=initials(name))
