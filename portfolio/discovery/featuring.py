"""What the house puts forward: what staff picked, then what is looked at and liked of late, then what is new.

Only what anyone may see is, of people who are not shut out, and no mature work, so that what is told is the same for everyone.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import Artist
from gallery.models import Artwork, Gallery
from portfolio.models import Feature, Target

STAFF_PICK, TRENDING, NEW = "staff_pick", "trending", "new"


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


@dataclass(frozen=True)
class Kind:
    """What may be put forward of a kind, how the newest are found, and which of those have something to show."""

    showable: Callable[[], QuerySet[Any]]
    newest: str
    full: Q = Q()  # noqa: RUF009 - nobody changes it


KINDS = {
    Target.ARTWORK: Kind(artworks, newest="sort_date"),
    Target.ARTIST: Kind(artists, newest="user__created_at", full=Q(user__statistics__public_artwork_count__gt=0)),
    Target.GALLERY: Kind(galleries, newest="created_at", full=Q(public_artwork_count__gt=0)),
}
"""By the kind of target; exhibitions are yet to come."""


def put_forward(target: Target, *, limit: int) -> list[Shown]:
    """At most so many things of a kind, none twice: staff's picks that stand, the last one first; then by trend, of equals the
    newest first; then the newest. Three queries."""
    kind = KINDS[target]
    shown = picked(target, limit)
    shown += unpicked(kind, Q(trend__gt=0), ["-trend"], reason=TRENDING, beside=shown, limit=limit)
    return shown + unpicked(kind, Q(trend__lte=0) & kind.full, [], reason=NEW, beside=shown, limit=limit)


def picked(target: Target, limit: int) -> list[Shown]:
    """Staff's picks, without those whose target is hidden or gone."""
    there = Exists(KINDS[target].showable().filter(pk=OuterRef("target_id")))
    picks = Feature.objects.standing().filter(there, target_type=target).order_by("-created_at", "-pk")
    rows = picks.values_list("target_id", "pk", "note")[:limit]
    return [Shown(target_id, STAFF_PICK, feature_id, note) for target_id, feature_id, note in rows]


def unpicked(
    kind: Kind, which: Q, order: list[str], *, reason: str, beside: Collection[Shown], limit: int
) -> list[Shown]:
    """What fills the list up, in this order and then the newest first."""
    there = kind.showable().filter(which).exclude(pk__in=[each.target_id for each in beside])
    rows = there.order_by(*order, f"-{kind.newest}", "-pk").values_list("pk", flat=True)
    return [Shown(target_id, reason) for target_id in rows[: limit - len(beside)]]
