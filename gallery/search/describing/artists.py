"""What the index says of people as artists."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from accounts.models import Artist
from gallery.models import SearchEntry
from gallery.search.describing.entry import Described, artist_words, entry, rows
from gallery.search.folding import fold

OF_ARTIST = ("pk", "artist_name", "bio", "location", "specialties", "user__username", "user__created_at")


def describe_artists(ids: Collection[UUID]) -> Described:
    """One query. Specialties are an artist's tags."""
    return {row["pk"]: (row["user__created_at"], artist_entry(row)) for row in rows(Artist, ids, OF_ARTIST)}


def artist_entry(row: dict[str, Any]) -> SearchEntry:
    name, username = row["artist_name"], row["user__username"]
    own = {"pk": row["pk"], "owner_id": row["pk"], "owner__artist__artist_name": name, "owner__username": username}
    return entry(
        "artist",
        own,
        date=row["user__created_at"],
        is_open=True,
        tags=row["specialties"],
        title=artist_words(name, username),
        description=fold(row["bio"]),
        location=fold(row["location"]),
    )
