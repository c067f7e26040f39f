"""Which works have to do with another, how much, and why.

The score of a work is the sum of five signals, each from 0 to 1 and weighed:

    8 · n / (n + 2)     n people like both (of the last 50 who like the one)
    5 · shared / all    of the tags of the one, as many does the other have
    3                   of the same artist
    2 · overlap         of the palettes (`gallery.imaging.kinship`), where it is 0.3 at least
    1 · ½ each          the same medium, the same category

Its reason is the signal that gives most. What has no signal is not related. Of equals the newest comes first.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, TextChoices
from django.utils.translation import gettext_lazy as _

from gallery.imaging.kinship import Palette, overlap_of, palette_of
from gallery.models import Artwork, ArtworkImage, ArtworkTag
from portfolio.discovery.candidates import beside, comparable, liked_together, tags_of

LEAST_OVERLAP = 0.3
COLUMNS = (
    "artwork_id", "artwork__owner_id", "artwork__medium", "artwork__category_id", "artwork__sort_date", "image__colors",
)  # fmt: skip


class Reason(TextChoices):
    """Why a work is related; of equal signals the first."""

    LIKED_TOGETHER = "liked_together", _("Liked by the same people")
    TAGS = "tags", _("On the same subjects")
    ARTIST = "artist", _("By the same artist")
    COLORS = "colors", _("In similar colours")
    MEDIUM = "medium", _("Of the same kind")


WEIGHTS = {Reason.LIKED_TOGETHER: 8, Reason.TAGS: 5, Reason.ARTIST: 3, Reason.COLORS: 2, Reason.MEDIUM: 1}


class Related(NamedTuple):
    """A work that is, and why."""

    artwork_id: UUID
    reason: Reason


@dataclass(frozen=True)
class Facts:
    """What of a work is held against another's."""

    pk: UUID
    owner_id: UUID
    medium: str
    category_id: int | None
    date: datetime
    colors: Palette


def related_to(artwork_id: UUID, *, viewer: Any, limit: int) -> list[Related]:
    """The works most related to this one that the viewer may see, at most so many. Six queries, however many there are.

    Raises Artwork.DoesNotExist.
    """
    work = Artwork.objects.select_related("category").get(pk=artwork_id)
    others = comparable(work, viewer)
    likers, tags = liked_together(work, others), tags_of(work)
    facts = facts_of({artwork_id, *likers, *beside(work, others, tags=tags)})
    shared = shared_tags(list(facts), tags)
    this = facts.pop(artwork_id, None)
    if this is None:  # it went meanwhile
        raise Artwork.DoesNotExist
    ranked = []
    for other in facts.values():
        signals = compared(this, other)
        signals[Reason.LIKED_TOGETHER] = likers.get(other.pk, 0) / (likers.get(other.pk, 0) + 2)
        signals[Reason.TAGS] = shared.get(other.pk, 0) / max(1, len(tags))
        ranked.append((score(signals), other.date, other.pk, reason_of(signals)))
    best = sorted((each for each in ranked if each[0]), reverse=True)
    return [Related(pk, reason) for _score, _date, pk, reason in best[:limit]]


def compared(this: Facts, other: Facts) -> dict[Reason, float]:
    """The signals that two works give by themselves."""
    overlap = overlap_of(this.colors, other.colors)
    same_medium = bool(this.medium) and this.medium == other.medium
    same_category = this.category_id is not None and this.category_id == other.category_id
    return {
        Reason.ARTIST: float(this.owner_id == other.owner_id),
        Reason.COLORS: overlap if overlap >= LEAST_OVERLAP else 0.0,
        Reason.MEDIUM: (same_medium + same_category) / 2,
    }


def score(signals: dict[Reason, float]) -> float:
    return sum(WEIGHTS[reason] * signal for reason, signal in signals.items())


def reason_of(signals: dict[Reason, float]) -> Reason:
    return max(Reason, key=lambda reason: WEIGHTS[reason] * signals[reason])


def facts_of(artworks: Collection[UUID]) -> dict[UUID, Facts]:
    """By id. One query."""
    rows = ArtworkImage.objects.filter(artwork__in=artworks, position=0).values_list(*COLUMNS)
    return {
        pk: Facts(pk, owner, " ".join(medium.casefold().split()), category, date, palette_of(colors))
        for pk, owner, medium, category, date, colors in rows
    }


def shared_tags(artworks: Collection[UUID], tags: list[int]) -> dict[UUID, int]:
    """How many of these tags each of these works has. One query."""
    rows = ArtworkTag.objects.filter(artwork__in=artworks, tag__in=tags)
    return dict(rows.order_by().values_list("artwork").annotate(shared=Count("pk")))
