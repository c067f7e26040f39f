"""A person's own pictures as the pages of their library show them: small, with what one wants to know at a glance."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count

from gallery.api.pictures import Row, tell_all
from gallery.duplicates import OF_LOOK, look_of
from gallery.imaging.likeness import is_copy
from gallery.models import Image
from portfolio.hanging.pictures import Picture
from portfolio.hanging.thumbs import thumb
from portfolio.labels.facts import camera

LOOKED_AT = 200
"""Blank pages are all of one hash: beyond so many, whether each is the copy of another costs more than the mark is worth."""


@dataclass(frozen=True)
class Tile:
    """`works` is in how many works it is, `is_alike` whether another picture of theirs looks quite the same, `size` in bytes."""

    id: UUID
    name: str
    filename: str
    picture: Picture
    visibility: str
    is_hidden: bool
    processing: str
    works: int
    is_alike: bool
    albums: list[str]
    tags: list[str]
    width: int
    height: int
    size: int
    camera: str
    taken_at: datetime | None
    uploaded_at: datetime
    views: int


def tiles_of(image_ids: Sequence[UUID], *, owner: Any) -> list[Tile]:
    """These pictures of theirs in this order. Six queries, and one where copies are fetched elsewhere."""
    more = {row["pk"]: row for row in looks_of(image_ids)}
    alike = alike_among(more, owner=owner)
    told = tell_all(image_ids, viewer=owner, base="")
    return [tile_of(each, more[each["id"]], is_alike=each["id"] in alike) for each in told if each["id"] in more]


def looks_of(image_ids: Collection[UUID]) -> list[dict[str, Any]]:
    counted = Image.objects.filter(pk__in=image_ids).order_by().annotate(works=Count("artwork_views"))
    return list(counted.values(*OF_LOOK, "has_alpha", "works"))


def tile_of(told: Row, more: Mapping[str, Any], *, is_alike: bool) -> Tile:
    facts = told["metadata"]
    name = told["title"] or told["original_filename"]
    return Tile(
        id=told["id"],
        name=name,
        filename=told["original_filename"],
        # Its name stands beside it: what is said in its place is said where it says more than that.
        picture=replace(
            thumb(
                told["thumbnails"],
                alt=told["alt_text"] or name,
                is_clear=more["has_alpha"],
                placeholder=told["placeholder"],
            ),
            title=name,
        ),
        visibility=told["visibility"],
        is_hidden=told["is_hidden"],
        processing=told["processing"],
        works=more["works"],
        is_alike=is_alike,
        albums=[album["name"] for album in told["albums"]],
        tags=told["tags"],
        width=told["width"],
        height=told["height"],
        size=told["file_size"],
        camera=camera(facts["camera_make"], facts["camera_model"]),
        taken_at=facts["date_taken"],
        uploaded_at=told["uploaded_at"],
        views=told["view_count"],
    )


def alike_among(looks: Mapping[UUID, Mapping[str, Any]], *, owner: Any) -> set[UUID]:
    """Which of these have a copy among all pictures of theirs. One query, out of an index but for those of the same hash; what is
    only near is for the page of duplicates to find."""
    hashes = {row["perceptual_hash"] for row in looks.values()}
    near = Image.objects.filter(owner=owner, perceptual_hash__in=hashes).order_by().values(*OF_LOOK)[:LOOKED_AT]
    by_hash = defaultdict(list)
    for row in near:
        by_hash[row["perceptual_hash"]].append(row)
    return {
        pk
        for pk, row in looks.items()
        if any(other["pk"] != pk and is_copy(look_of(row), look_of(other)) for other in by_hash[row["perceptual_hash"]])
    }
