"""An entry while it is put together: it lies in the session of its artist until it is sent."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase

from gallery.models import Artwork
from portfolio.models import Exhibition, Submission


@dataclass
class Draft:
    """Works in their order, and what is said of them."""

    works: list[UUID] = field(default_factory=list)
    statement: str = ""

    def choose(self, chosen: Iterable[UUID], *, among: Iterable[UUID]) -> None:
        """Of those that stood to choose (`among`) these and no others; what is new comes last, the rest keeps its place."""
        wanted, offered = dict.fromkeys(chosen), set(among)
        stays = [pk for pk in self.works if pk not in offered or pk in wanted]
        self.works = [*stays, *(pk for pk in wanted if pk not in set(stays))]

    def move(self, work: UUID, *, by: int) -> None:
        """A place on (1) or back (-1); nothing where there is no such place, or no such work."""
        if work not in self.works:
            return
        place = self.works.index(work)
        other = place + by
        if 0 <= other < len(self.works):
            self.works[place], self.works[other] = self.works[other], self.works[place]


def draft_of(session: SessionBase, exhibition: Exhibition, *, by: Any, sent: Submission | None) -> Draft:
    """What was put together so far, else what was `sent`, else nothing; without works that are gone. One query, two of `sent`."""
    kept = session.get(key_of(exhibition))
    if kept:
        draft = Draft([UUID(each) for each in kept["works"]], kept["statement"])
    elif sent:
        works = sent.works.order_by("position").values_list("artwork", flat=True)
        draft = Draft(list(works), sent.artist_statement)
    else:
        return Draft()
    there = set(Artwork.objects.filter(owner=by, pk__in=draft.works).values_list("pk", flat=True))
    return Draft([pk for pk in draft.works if pk in there], draft.statement)


def keep(session: SessionBase, exhibition: Exhibition, draft: Draft) -> None:
    """Until it is sent, or the session ends."""
    session[key_of(exhibition)] = {"works": [str(pk) for pk in draft.works], "statement": draft.statement}


def drop(session: SessionBase, exhibition: Exhibition) -> None:
    """It is sent."""
    session.pop(key_of(exhibition), None)


def key_of(exhibition: Exhibition) -> str:
    return f"entry {exhibition.pk}"
