"""What the index says of pictures and albums."""

from collections.abc import Collection
from pathlib import PurePath
from typing import Any
from uuid import UUID

from gallery.models import Album, Image, ImageTag, Privacy, SearchEntry
from gallery.search import marks
from gallery.search.describing.entry import OF_OWNER, Described, colors_of, entry, rows, tags_by_id
from gallery.search.folding import fold

OF_IMAGE = (
    "pk", "uploaded_at", "title", "description", "alt_text", "original_filename", "camera_make", "camera_model", "lens",
    "date_taken", "iso", "width", "colors", "is_public", *OF_OWNER,
)  # fmt: skip
OF_ALBUM = ("pk", "created_at", "name", "description", "privacy_setting", "owner__is_active", *OF_OWNER)


def describe_images(ids: Collection[UUID]) -> Described:
    """Two queries. Where no title was given the name of the file stands for it."""
    tags = tags_by_id(ImageTag, "image", ids)
    return {row["pk"]: (row["uploaded_at"], image_entry(row, tags[row["pk"]])) for row in rows(Image, ids, OF_IMAGE)}


def image_entry(row: dict[str, Any], tags: list[str]) -> SearchEntry:
    name = PurePath(row["original_filename"]).stem
    described = [row["description"], row["alt_text"], name if row["title"] else ""]
    numbers = [*marks.of_number("iso", row["iso"]), *marks.of_number("width", row["width"])]
    return entry(
        "image",
        row,
        date=row["date_taken"] or row["uploaded_at"],
        is_open=row["is_public"],
        tags=tags,
        further=[*colors_of(row["colors"]), *numbers],
        title=fold(row["title"] or name),
        description=fold(" ".join(described)),
        camera=fold(f"{row['camera_make']} {row['camera_model']} {row['lens']}"),
    )


def describe_albums(ids: Collection[UUID]) -> Described:
    """One query."""
    return {row["pk"]: (row["created_at"], album_entry(row)) for row in rows(Album, ids, OF_ALBUM)}


def album_entry(row: dict[str, Any]) -> SearchEntry:
    texts = {"title": fold(row["name"]), "description": fold(row["description"])}
    is_open = row["privacy_setting"] == Privacy.PUBLIC and row["owner__is_active"]
    return entry("album", row, date=row["created_at"], is_open=is_open, **texts)
