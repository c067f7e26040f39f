"""What the entries of all kinds have alike."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from gallery.models import SearchEntry
from gallery.search import marks
from gallery.search.folding import BAR, fold

Described = dict[UUID, tuple[datetime, SearchEntry]]
"""By the id of a thing: when it came here, and its entry, which has no id yet."""

OF_OWNER = ("owner_id", "owner__username", "owner__artist__artist_name")


def entry(
    kind: str,
    row: dict[str, Any],
    *,
    date: datetime,
    is_open: bool,
    tags: Iterable[str] = (),
    further: Collection[str] = (),
    **facts: Any,
) -> SearchEntry:
    """The entry of a thing: `row` has its `pk` and what `OF_OWNER` names, `further` are marks of its own."""
    own = [marks.of_kind(kind), marks.of_owner(row["owner_id"]), *marks.of_number("date", marks.of_day(date))]
    return SearchEntry(
        kind=kind,
        object_id=row["pk"],
        owner_id=row["owner_id"],
        date=date,
        artist=artist_words(row["owner__artist__artist_name"], row["owner__username"]),
        # A bar around each, so that no phrase begins in one tag and ends in the next.
        tags=" ".join([BAR, *(f"{fold(name)} {BAR}" for name in tags)]),
        # Whether it is open comes last, so that `gallery.search.index.reopen` can add it and take it away.
        marks=" ".join([*dict.fromkeys([*own, *further]), *([marks.OPEN] if is_open else [])]),
        **facts,
    )


def artist_words(artist_name: str, username: str) -> str:
    """What a person is found by."""
    return fold(f"{artist_name} {username}")


def colors_of(palette: Iterable[dict[str, str]]) -> list[str]:
    """The marks of the colours of a picture."""
    return [mark for color in palette for mark in marks.of_color(color)]


def start_of_day(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def rows(model: Any, ids: Collection[UUID], names: Collection[str]) -> QuerySet[Any, dict[str, Any]]:
    found: QuerySet[Any, dict[str, Any]] = model.objects.filter(pk__in=ids).values(*names)
    return found


def tags_by_id(through: Any, name: str, ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """The tags of these things in their order, by a table that joins them: `name` is its column of the things. One query."""
    tags: dict[UUID, list[str]] = defaultdict(list)
    found = through.objects.filter(**{f"{name}__in": ids}).order_by("tag__name")
    for object_id, tag in found.values_list(name, "tag__name"):
        tags[object_id].append(tag)
    return tags
