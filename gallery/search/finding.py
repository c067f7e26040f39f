"""What a search finds: the newest hits that the viewer may see, in the order that was asked for."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Substr

from gallery.models import AlbumImage, AlbumShare
from gallery.search import marks
from gallery.search.kinds import ALL_NAMES
from gallery.search.kinds import kinds as all_kinds
from gallery.search.matching import walk
from gallery.search.ranking import ELSEWHERE, READ, Ranking
from gallery.search.tree import EVERYTHING, Marked, Node, all_of

MOST = 1_000
"""Hits that are looked at: relevance, count and facets are told of the newest so many."""


@dataclass(frozen=True)
class Search:
    """What is searched for, by whom. `kinds` are names of types; `narrow` is a further condition on the entries."""

    viewer: Any
    tree: Node = EVERYTHING
    kinds: Collection[str] = ALL_NAMES
    narrow: Q = field(default_factory=Q)
    by_date: bool = False


@dataclass(frozen=True)
class Hit:
    kind: str
    object_id: UUID
    score: float


@dataclass(frozen=True)
class Found:
    """At most `MOST` hits; `is_exact` unless there are more."""

    hits: list[Hit]
    is_exact: bool


def find(search: Search) -> Found:
    """The hits in their order. One query, up to three for a person."""
    kinds = [name for name in all_kinds() if name in search.kinds]
    if not kinds:
        return Found([], is_exact=True)
    of_kinds = [Marked(tuple(map(marks.of_kind, kinds)))] if len(kinds) < len(all_kinds()) else []
    seen = (
        walk(all_of([search.tree, *of_kinds, *within_reach(search.viewer)]))
        .filter(search.narrow)
        .filter(visible_to(search.viewer, kinds))
    )
    texts = [Substr(name, 1, READ) if name == "description" else name for name in ELSEWHERE]
    rows = seen.values_list("kind", "object_id", "title", "tags", *texts)[: MOST + 1]
    ranking = Ranking(search.tree)
    hits = [Hit(kind, object_id, ranking.score(*words)) for kind, object_id, *words in rows]
    best = hits[:MOST] if search.by_date else sorted(hits[:MOST], key=lambda hit: -hit.score)
    return Found(best, is_exact=len(hits) <= MOST)


def within_reach(viewer: Any) -> list[Node]:
    """What tells most of what a viewer may not see by its marks: where nearly all is private, a search would look at all that it
    finds, one by one. Whoever sees what is neither open nor their own has no such mark. It is `visible_to` that decides."""
    if not viewer.is_authenticated:
        return [Marked((marks.OPEN,))]
    shared = AlbumShare.objects.filter(user=viewer).live()
    contributed = AlbumImage.objects.filter(album__owner=viewer, contributed=True)
    if shared.exists() or contributed.exists():
        return []
    return [Marked((marks.OPEN, marks.of_owner(viewer.pk)))]


def visible_to(viewer: Any, kinds: Collection[str]) -> Case:
    """That the viewer may see what an entry is of, looked up by its id.

    As a value and not by EXISTS, which PostgreSQL would answer by reading all that is visible first.
    """
    seen = {name: all_kinds()[name].visible_to(viewer).filter(pk=OuterRef("object_id")).order_by() for name in kinds}
    whens = [When(kind=name, then=Subquery(things.values(found=Value(True))[:1])) for name, things in seen.items()]
    return Case(*whens, default=Value(False), output_field=BooleanField())
