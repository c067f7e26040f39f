"""What staff have put forward, as the page on which it is put in order shows it, and what they may add."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portfolio.desk.previews import TELLERS, Preview, previews
from portfolio.discovery.featuring import KINDS
from portfolio.models import Feature, Target

HEADINGS: dict[Target, str | Promise] = {
    Target.ARTWORK: _("Works"),
    Target.EXHIBITION: _("Exhibitions"),
    Target.ARTIST: _("Artists"),
    Target.GALLERY: _("Galleries"),
}
"""In the order in which the home page has them."""
MOST_FOUND = 12


@dataclass(frozen=True)
class Pick:
    """Something that staff put forward. It is not `shown` while not everyone may see it; `preview` is None of what is gone."""

    pk: int
    preview: Preview | None
    until: datetime | None
    note: str
    is_shown: bool


@dataclass(frozen=True)
class Shelf:
    """All of a kind, in order."""

    kind: Target
    heading: str | Promise
    picks: list[Pick]


@dataclass(frozen=True)
class Found:
    """Something that may be put forward."""

    pk: UUID
    preview: Preview


def shelves() -> list[Shelf]:
    """All that stands, of each kind. At most nine queries."""
    rows = list(Feature.objects.standing().in_order())
    return [
        Shelf(kind, heading, picks_of(kind, [row for row in rows if row.target_type == kind]))
        for kind, heading in HEADINGS.items()
    ]


def picks_of(kind: Target, rows: Sequence[Feature]) -> list[Pick]:
    """Two queries; none where there are no rows."""
    ids = [row.target_id for row in rows]
    told = previews(kind, ids)
    shown = set(KINDS[kind].showable().filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
    return [Pick(row.pk, told.get(row.target_id), row.until, row.note, row.target_id in shown) for row in rows]


def find(kind: Target, words: str) -> list[Found]:
    """What may be put forward, is not, and has these words in its name: of many the newest. Two queries."""
    _things, name, _tell = TELLERS[kind]
    standing = Feature.objects.standing().filter(target_type=kind).values("target_id")
    named: Any = KINDS[kind].showable().filter(**{f"{name}__icontains": words}).exclude(pk__in=standing)
    ids = list(named.order_by("-pk").values_list("pk", flat=True)[:MOST_FOUND])
    told = previews(kind, ids)
    return [Found(pk, told[pk]) for pk in ids if pk in told]
