"""Exhibitions as search finds them (settings.SEARCH_KINDS, SEARCH_TEXTS, ACCOUNT_STANDING_STEPS)."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from gallery.api.pictures import Row
from gallery.models import SearchEntry
from gallery.search.describing.entry import Described, entry, rows, start_of_day
from gallery.search.folding import fold
from gallery.search.index import reindex, reopen
from gallery.search.kinds import Kind
from portfolio.models import Exhibition

NAME = "exhibition"
OF_EXHIBITION = (
    "pk", "created_at", "title", "description", "location", "exhibition_start",
    "organizer_id", "organizer__username", "organizer__artist__artist_name",
)  # fmt: skip


def describe_exhibitions(ids: Collection[UUID]) -> Described:
    """Two queries. Whose it is, is its organiser; its date the first day, where that is known."""
    public = set(Exhibition.objects.public().filter(pk__in=ids).values_list("pk", flat=True))
    described = rows(Exhibition, ids, OF_EXHIBITION)
    return {row["pk"]: (row["created_at"], exhibition_entry(row, is_open=row["pk"] in public)) for row in described}


def exhibition_entry(row: dict[str, Any], *, is_open: bool) -> SearchEntry:
    organizer = {name.replace("organizer", "owner"): value for name, value in row.items()}
    first = row["exhibition_start"]
    return entry(
        NAME,
        organizer,
        date=start_of_day(first) if first else row["created_at"],
        is_open=is_open,
        title=fold(row["title"]),
        description=fold(row["description"]),
        location=fold(row["location"]),
    )


def texts_of_exhibition(item: Row) -> list[tuple[str, str]]:
    """What a highlight is taken from, of one as the API tells it."""
    named = ("title", item["title"]), ("description", item["description"]), ("location", item["location"])
    return [*named, ("artist", item["organizer"]["artist_name"])]


def reindex_exhibitions(ids: Collection[UUID]) -> int:
    """Writes anew what search says of these exhibitions, those that are gone among them; returns how many entries changed. To be
    called in the transaction that changes them."""
    return reindex(NAME, ids)


def follow_standing(user: Any) -> None:
    """Whether anyone may find what a person organises, where that person is shut out or let in again."""
    reopen(NAME, Exhibition.objects.filter(organizer=user).values_list("pk", flat=True))


KIND = Kind(NAME, Exhibition.objects.all(), describe_exhibitions)
