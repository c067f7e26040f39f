"""What the house puts forward: what staff picked, then what is looked at and liked of late, then what is new; of exhibitions
those that can be entered, then those on view, by what ends soonest.

Only what anyone may see is, of people who are not shut out, and no mature work, so that what is told is the same for everyone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import Artist
from gallery.models import Artwork, Gallery
from portfolio.finding.exhibition_list import open_for_entry, running
from portfolio.models import Exhibition, ExhibitionStatus, Feature, Target

STAFF_PICK, TRENDING, NEW, OPEN, RUNNING = "staff_pick", "trending", "new", "open", "running"


@dataclass(frozen=True)
class Shown:
    """Something that is put forward, and why; a staff's pick by its `feature_id` and their `note`."""

    target_id: UUID
    reason: str
    feature_id: int | None = None
    note: str = ""


def artworks() -> QuerySet[Any]:
    """The works that may be put forward."""
    return Artwork.objects.public().filter(is_mature=False)


def artists() -> QuerySet[Any]:
    """The artists that may be."""
    return Artist.objects.visible_to(AnonymousUser())


def galleries() -> QuerySet[Any]:
    """The galleries that may be."""
    return Gallery.objects.visible_to(AnonymousUser())


def exhibitions() -> QuerySet[Any]:
    """The exhibitions that may be."""
    return Exhibition.objects.public().exclude(status=ExhibitionStatus.CANCELLED)


@dataclass(frozen=True)
class Rest:
    """What fills a list up behind staff's picks for one reason: of what may be put forward which things, in their order."""

    reason: str
    choose: Callable[[Any], QuerySet[Any]]


@dataclass(frozen=True)
class Kind:
    """What may be put forward of a kind, and what fills its list up, one after the other."""

    showable: Callable[[], QuerySet[Any]]
    rests: tuple[Rest, ...]


def by_trend(showable: Callable[[], QuerySet[Any]], *, newest: str, full: Q | None = None) -> Kind:
    """What trends, of equals the newest first; then the newest of those that have something to show."""
    still = Q(trend__lte=0) & full if full else Q(trend__lte=0)
    return Kind(
        showable,
        (
            Rest(TRENDING, lambda things: things.filter(trend__gt=0).order_by("-trend", f"-{newest}", "-pk")),
            Rest(NEW, lambda things: things.filter(still).order_by(f"-{newest}", "-pk")),
        ),
    )


KINDS = {
    Target.ARTWORK: by_trend(artworks, newest="sort_date"),
    Target.ARTIST: by_trend(artists, newest="user__created_at", full=Q(user__statistics__public_artwork_count__gt=0)),
    Target.GALLERY: by_trend(galleries, newest="created_at", full=Q(public_artwork_count__gt=0)),
    Target.EXHIBITION: Kind(exhibitions, (Rest(OPEN, open_for_entry), Rest(RUNNING, running))),
}
"""By the kind of target."""


def put_forward(target: Target, *, limit: int) -> list[Shown]:
    """At most so many things of a kind, none twice: staff's picks that stand, in their order, then what fills the list up.
    Three queries."""
    kind, shown = KINDS[target], picked(target, limit)
    for rest in kind.rests:
        others = rest.choose(kind.showable()).exclude(pk__in=[each.target_id for each in shown])
        ids = others.values_list("pk", flat=True)[: limit - len(shown)]
        shown += [Shown(target_id, rest.reason) for target_id in ids]
    return shown


def picked(target: Target, limit: int) -> list[Shown]:
    """Staff's picks, without those whose target is hidden or gone."""
    there = Exists(KINDS[target].showable().filter(pk=OuterRef("target_id")))
    picks = Feature.objects.standing().filter(there, target_type=target).in_order()
    rows = picks.values_list("target_id", "pk", "note")[:limit]
    return [Shown(target_id, STAFF_PICK, feature_id, note) for target_id, feature_id, note in rows]
