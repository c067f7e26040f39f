"""The kinds of things that are found: what the index says of each, and who may see it.

Another kind is one more function and one more line in `KINDS`.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Artist
from gallery.models import (
    Album,
    Artwork,
    ArtworkTag,
    Gallery,
    GalleryVisibility,
    Image,
    ImageTag,
    Privacy,
    SearchEntry,
)
from gallery.search import marks
from gallery.search.folding import BAR, fold

ALL_NAMES = ("image", "artwork", "artist", "gallery", "album", "exhibition")
"""What `type` may name; of those that there are none of, nothing is found."""

OF_IMAGE = (
    "pk", "owner_id", "uploaded_at", "title", "description", "alt_text", "original_filename", "camera_make",
    "camera_model", "lens", "date_taken", "iso", "width", "colors", "is_public", "owner__username",
    "owner__artist__artist_name",
)  # fmt: skip
OF_ALBUM = (
    "pk", "owner_id", "created_at", "name", "description", "privacy_setting", "owner__username",
    "owner__artist__artist_name",
)  # fmt: skip

OF_ARTWORK = (
    "pk", "owner_id", "created_at", "title", "description", "alt_text", "medium", "creation_date", "is_public",
    "owner__username", "owner__artist__artist_name",
)  # fmt: skip
OF_GALLERY = (
    "pk", "owner_id", "created_at", "name", "description", "visibility", "owner__username",
    "owner__artist__artist_name",
)  # fmt: skip

Described = dict[UUID, tuple[Any, SearchEntry]]
"""By the id of a thing: when it came here, and its entry, which has no id yet."""


@dataclass(frozen=True)
class Kind:
    """`describe` gives the entries of those of these things that there are; `things` are all that there are."""

    name: str
    things: QuerySet[Any]
    describe: Callable[[Collection[UUID]], Described]

    def visible_to(self, viewer: Any) -> QuerySet[Any]:
        return self.things.visible_to(viewer)  # type: ignore[attr-defined]


def describe_images(ids: Collection[UUID]) -> Described:
    """Two queries. Where no title was given the name of the file stands for it."""
    tags: dict[UUID, list[str]] = defaultdict(list)
    for image_id, name in (
        ImageTag.objects.filter(image__in=ids).order_by("tag__name").values_list("image", "tag__name")
    ):
        tags[image_id].append(name)
    return {row["pk"]: (row["uploaded_at"], image_entry(row, tags[row["pk"]])) for row in rows(Image, ids, OF_IMAGE)}


def image_entry(row: dict[str, Any], tags: list[str]) -> SearchEntry:
    name = PurePath(row["original_filename"]).stem
    described = [row["description"], row["alt_text"], name if row["title"] else ""]
    colors = [mark for color in row["colors"] for mark in marks.of_color(color)]
    return entry(
        "image",
        row,
        date=row["date_taken"] or row["uploaded_at"],
        is_open=row["is_public"],
        further=[*colors, *marks.of_number("iso", row["iso"]), *marks.of_number("width", row["width"])],
        title=fold(row["title"] or name),
        # A bar around each, so that no phrase begins in one tag and ends in the next.
        tags=" ".join([BAR, *(f"{fold(name)} {BAR}" for name in tags)]),
        description=fold(" ".join(described)),
        camera=fold(f"{row['camera_make']} {row['camera_model']} {row['lens']}"),
    )


def describe_albums(ids: Collection[UUID]) -> Described:
    """One query."""
    return {row["pk"]: (row["created_at"], album_entry(row)) for row in rows(Album, ids, OF_ALBUM)}


def album_entry(row: dict[str, Any]) -> SearchEntry:
    texts = {"title": fold(row["name"]), "tags": BAR, "description": fold(row["description"])}
    is_open = row["privacy_setting"] == Privacy.PUBLIC
    return entry("album", row, date=row["created_at"], is_open=is_open, **texts)


def describe_artworks(ids: Collection[UUID]) -> Described:
    """Two queries."""
    tags: dict[UUID, list[str]] = defaultdict(list)
    rows_of_tags = ArtworkTag.objects.filter(artwork__in=ids).order_by("tag__name").values_list("artwork", "tag__name")
    for artwork_id, name in rows_of_tags:
        tags[artwork_id].append(name)
    found = rows(Artwork, ids, OF_ARTWORK)
    return {row["pk"]: (row["created_at"], artwork_entry(row, tags[row["pk"]])) for row in found}


def artwork_entry(row: dict[str, Any], tags: list[str]) -> SearchEntry:
    made = row["creation_date"]
    return entry(
        "artwork",
        row,
        date=datetime(made.year, made.month, made.day, tzinfo=UTC) if made else row["created_at"],
        is_open=row["is_public"],
        title=fold(row["title"]),
        tags=" ".join([BAR, *(f"{fold(name)} {BAR}" for name in tags)]),
        description=fold(f"{row['description']} {row['alt_text']}"),
        medium=fold(row["medium"]),
    )


def describe_galleries(ids: Collection[UUID]) -> Described:
    """One query."""
    return {row["pk"]: (row["created_at"], gallery_entry(row)) for row in rows(Gallery, ids, OF_GALLERY)}


def gallery_entry(row: dict[str, Any]) -> SearchEntry:
    texts = {"title": fold(row["name"]), "tags": BAR, "description": fold(row["description"])}
    is_open = row["visibility"] == GalleryVisibility.PUBLIC
    return entry("gallery", row, date=row["created_at"], is_open=is_open, **texts)


def describe_artists(ids: Collection[UUID]) -> Described:
    """One query."""
    columns = ("pk", "bio", "location", "specialties", "user__created_at", "artist_name", "user__username")
    return {
        row["pk"]: (row["user__created_at"], artist_entry(row))
        for row in Artist.objects.filter(pk__in=ids).values(*columns)
    }


def artist_entry(row: dict[str, Any]) -> SearchEntry:
    names = {"owner_id": row["pk"], "owner__artist__artist_name": row["artist_name"]}
    return entry(
        "artist",
        {**row, **names, "owner__username": row["user__username"]},
        date=row["user__created_at"],
        is_open=True,
        title=fold(f"{row['artist_name']} {row['user__username']}"),
        tags=" ".join([BAR, *(f"{fold(name)} {BAR}" for name in row["specialties"])]),
        description=fold(row["bio"]),
        location=fold(row["location"]),
    )


def entry(
    kind: str, row: dict[str, Any], *, date: datetime, is_open: bool, further: Collection[str] = (), **facts: Any
) -> SearchEntry:
    """An entry with what every kind has."""
    own = [marks.of_kind(kind), marks.of_owner(row["owner_id"]), *marks.of_number("date", marks.of_day(date))]
    artist = artist_words(row["owner__artist__artist_name"], row["owner__username"])
    return SearchEntry(
        kind=kind,
        object_id=row["pk"],
        owner_id=row["owner_id"],
        date=date,
        artist=artist,
        marks=" ".join(dict.fromkeys([*own, *([marks.OPEN] if is_open else []), *further])),
        **facts,
    )


def artist_words(artist_name: str, username: str) -> str:
    """What a person is found by."""
    return fold(f"{artist_name} {username}")


def rows(model: Any, ids: Collection[UUID], names: Collection[str]) -> QuerySet[Any, dict[str, Any]]:
    found: QuerySet[Any, dict[str, Any]] = model.objects.filter(pk__in=ids).values(*names)
    return found


KINDS = {
    kind.name: kind
    for kind in (
        Kind("image", Image.objects.all(), describe_images),
        Kind("album", Album.objects.all(), describe_albums),
        Kind("artwork", Artwork.objects.all(), describe_artworks),
        Kind("gallery", Gallery.objects.all(), describe_galleries),
    )
}
