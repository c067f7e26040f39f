"""What the index says of works and galleries."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from gallery.category_tree import CategoryTree
from gallery.models import Artwork, ArtworkImage, ArtworkTag, Category, Gallery, GalleryVisibility, SearchEntry
from gallery.search import marks
from gallery.search.describing.entry import OF_OWNER, Described, colors_of, entry, rows, start_of_day, tags_by_id
from gallery.search.folding import fold

OF_ARTWORK = (
    "pk", "created_at", "sort_date", "title", "description", "alt_text", "medium", "creation_date", "price", "category_id",
    "is_public", "owner__artist__location", *OF_OWNER,
)  # fmt: skip
OF_GALLERY = ("pk", "created_at", "name", "description", "visibility", "is_hidden", "owner__is_active", *OF_OWNER)


def describe_artworks(ids: Collection[UUID]) -> Described:
    """Four queries. A work has the colours of its main picture, the place of its artist, and the names of its category and of
    those above."""
    works, tags, palettes = (
        list(rows(Artwork, ids, OF_ARTWORK)),
        tags_by_id(ArtworkTag, "artwork", ids),
        palettes_of(ids),
    )
    names = names_of({row["category_id"] for row in works if row["category_id"]})
    described = {}
    for row in works:
        pk, above = row["pk"], names.get(row["category_id"], [])
        written = artwork_entry(row, tags=tags[pk], palette=palettes.get(pk, []), categories=above)
        described[pk] = (row["created_at"], written)
    return described


def artwork_entry(
    row: dict[str, Any], *, tags: list[str], palette: list[dict[str, str]], categories: list[str]
) -> SearchEntry:
    made, price, category = row["creation_date"], row["price"], row["category_id"]
    numbers = marks.of_number("price", None if price is None else int(price * marks.CENTS))
    return entry(
        "artwork",
        row,
        date=start_of_day(made) if made else row["sort_date"],
        is_open=row["is_public"],
        tags=tags,
        further=[*colors_of(palette), *numbers, *([marks.of_category(category)] if category else [])],
        title=fold(row["title"]),
        description=fold(" ".join([row["description"], row["alt_text"], *categories])),
        medium=fold(row["medium"]),
        location=fold(row["owner__artist__location"] or ""),
    )


def palettes_of(ids: Collection[UUID]) -> dict[UUID, list[dict[str, str]]]:
    """The colours of the main pictures of these works. One query."""
    first = ArtworkImage.objects.filter(artwork__in=ids, position=0)
    return dict(first.values_list("artwork", "image__colors"))


def names_of(categories: Collection[int]) -> dict[int, list[str]]:
    """By each of these categories the names that its works are found by: of those above it, and its own. One query at most."""
    tree = CategoryTree(Category.objects.all() if categories else Category.objects.none())
    return {pk: [above["name"] for above in tree.path(pk)] for pk in categories}


def describe_galleries(ids: Collection[UUID]) -> Described:
    """One query."""
    return {row["pk"]: (row["created_at"], gallery_entry(row)) for row in rows(Gallery, ids, OF_GALLERY)}


def gallery_entry(row: dict[str, Any]) -> SearchEntry:
    texts = {"title": fold(row["name"]), "description": fold(row["description"])}
    is_withheld = row["is_hidden"] or not row["owner__is_active"]
    is_open = row["visibility"] == GalleryVisibility.PUBLIC and not is_withheld
    return entry("gallery", row, date=row["created_at"], is_open=is_open, **texts)
