"""The works and galleries that figures are of, which may be gone."""

from collections import Counter
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse

from gallery.models import Artwork, Gallery
from portfolio.figures.reading import Figures, Tally
from portfolio.models import Subject

MOST = 100


class Thing(NamedTuple):
    """A work or a gallery with its page and its figures; without an id it is all together that are gone."""

    id: UUID | None
    title: str
    path: str
    tally: Tally


Names = dict[UUID, tuple[str, str]]


def works_in(figures: Figures) -> list[Thing]:
    """The artist's works that have any figures, or the one that is asked for; as `ranked` has them. Two queries."""
    works = Artwork.objects.filter(owner=figures.artist).values_list("pk", "title")
    # As the API tells it: `reverse` takes 30 µs.
    names: Names = {pk: (title, f"/artworks/{pk}") for pk, title in works}
    if figures.artwork:
        return ranked({figures.artwork: figures.totals()}, names)
    return ranked(figures.by_thing(Subject.ARTWORK), names)


def galleries_in(figures: Figures) -> list[Thing]:
    """The artist's galleries that have any figures; none of one work alone. Two queries."""
    if figures.artwork:
        return []
    galleries = Gallery.objects.filter(owner=figures.artist).values_list("pk", "name", "slug", "owner__username")
    names: Names = {pk: (name, reverse("gallery", args=[username, slug])) for pk, name, slug, username in galleries}
    return ranked(figures.by_thing(Subject.GALLERY), names)


def ranked(tallies: dict[UUID, Tally], names: Names) -> list[Thing]:
    """Those that were looked at most first, and behind them all together that are gone, if any."""
    there = [Thing(pk, *names[pk], tally) for pk, tally in tallies.items() if pk in names]
    gone = sum((tally for pk, tally in tallies.items() if pk not in names), Counter[str]())
    there.sort(key=lambda thing: (-thing.tally["views"], -thing.tally["likes"], thing.title, thing.path))
    return [*there, Thing(None, "", "", gone)] if gone else there


def most_of(things: list[Thing]) -> list[Thing]:
    """The first hundred, and what is gone whatever it comes to."""
    return [thing for thing in things if thing.id][:MOST] + [thing for thing in things if not thing.id]
