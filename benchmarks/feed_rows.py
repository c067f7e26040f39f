"""A site for feeds: 3,000 people, 100,000 works, half a million likes, and readers who follow a thousand artists in hard ways.

The same for the same numbers on every machine. Works are told by their number: the higher, the newer.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from benchmarks.crowd import CONSTANT, PALETTES, settle, take_in, zipf

PEOPLE = 3_000
WORKS = 100_000
LIKES_EACH = 170
TAGS = 5_000
TAGS_EACH = 3
FOLLOWED = 1_000
FLOOD = 5_000
"""So many works of one artist have one time: a collection that was imported."""
BEGINNING = datetime(2016, 1, 1, tzinfo=UTC)
STEP = timedelta(minutes=45)
NOW = BEGINNING + STEP * WORKS
# Who is who, by the number of the person.
ACTIVE, PAST, QUIET, FLOODING = range(1000), range(1000, 2000), range(2000, 2990), 2990
READERS = {
    "nobody followed": [],
    "1 followed": [0],
    "50 followed": range(50),
    "1,000 followed": ACTIVE,
    "1,000 who did nothing of late": PAST,
    "1,000 who show nothing": QUIET,
    "1,000, and one with 5,000 works at one instant": [*ACTIVE[:-1], FLOODING],
}
"""Whom each of the last people follows."""


def fill() -> dict[str, UUID]:
    """Everything; returns the readers by name."""
    from accounts.models import Artist, User
    from gallery.models import Artwork, ArtworkImage, ArtworkTag, File, Image, Tag
    from social.models import Follow, Like

    take_in(User, (user_row(index) for index in range(PEOPLE)))
    take_in(Artist, ({"user_id": person(index), "artist_name": f"Artist {index}"} for index in range(PEOPLE)))
    Tag.objects.bulk_create([Tag(name=f"tag {n:05}", slug=f"tag-{n:05}") for n in range(TAGS)], batch_size=2000)
    tags = list(Tag.objects.order_by("name").values_list("pk", flat=True))
    for model, row in ((File, file_row), (Image, image_row), (Artwork, work_row), (ArtworkImage, view_row)):
        take_in(model, (row(index) for index in range(WORKS)))
    take_in(ArtworkTag, (each for index in range(WORKS) for each in tag_rows(index, tags)))
    take_in(Like, (each for index in range(PEOPLE) for each in like_rows(index)))
    readers = {name: person(PEOPLE - 1 - place) for place, name in enumerate(READERS)}
    for name, artists in READERS.items():
        take_in(Follow, (follow_row(readers[name], artist) for artist in artists))
    Tag.objects.update(public_count=40)
    settle_works()
    return readers


def settle_works() -> None:
    """The counts of tags, and what the upkeep of both databases does in time."""
    from django.db.models import Count, OuterRef, Subquery
    from django.db.models.functions import Coalesce

    from gallery.models import ArtworkTag, Tag

    settle()
    counts = ArtworkTag.objects.filter(tag=OuterRef("pk"), artwork__is_public=True).order_by().values("tag")
    Tag.objects.update(public_count=Coalesce(Subquery(counts.annotate(found=Count("pk")).values("found")), 0))


def person(index: int) -> UUID:
    return UUID(int=(3 << 124) + index)


def work(index: int) -> UUID:
    return UUID(int=(1 << 124) + index)


def owner_of(index: int) -> int:
    """The first fifth is of artists who did nothing since, a twentieth at one instant of one artist, a twentieth kept private."""
    chance = random.Random(f"owner {index}").random()
    if index < WORKS // 5:
        return PAST[int(chance * len(PAST))]
    if WORKS // 2 <= index < WORKS // 2 + FLOOD:
        return FLOODING
    return QUIET[int(chance * 20 * len(QUIET))] if chance < 0.05 else ACTIVE[int((chance - 0.05) / 0.95 * len(ACTIVE))]


def date_of(index: int) -> datetime:
    return BEGINNING + STEP * (WORKS // 2 if owner_of(index) == FLOODING else index)


def user_row(index: int) -> dict[str, Any]:
    return {
        "id": person(index),
        "username": f"person{index:04}",
        "email": f"person{index:04}@example.org",
        "password": "!",
        "created_at": BEGINNING,
    }


def file_row(index: int) -> dict[str, Any]:
    return {
        "id": work(index),
        "owner_id": person(owner_of(index)),
        "name": f"IMG_{index:07}.jpg",
        "original_filename": f"IMG_{index:07}.jpg",
        "stored_name": f"{index:032x}",
        "size": 4_500_000 + index,
        "mime_type": "image/jpeg",
        "kind": "image",
        "checksum": f"{index:064x}",
        "uploaded_at": date_of(index),
    }


def image_row(index: int) -> dict[str, Any]:
    return CONSTANT | {
        "file_id": work(index),
        "owner_id": person(owner_of(index)),
        "uploaded_at": date_of(index),
        "updated_at": date_of(index),
        "file_size": 4_500_000 + index,
        "mime_type": "image/jpeg",
        "original_filename": f"IMG_{index:07}.jpg",
        "visibility": "private",
        "is_public": False,
        "colors": random.Random(f"colors {index}").choice(PALETTES),
        "date_taken": date_of(index),
    }


def work_row(index: int) -> dict[str, Any]:
    owner = owner_of(index)
    return {
        "id": work(index),
        "owner_id": person(owner),
        "title": f"Work {index}",
        "status": "published",
        "published_at": date_of(index),
        "created_at": date_of(index),
        "updated_at": date_of(index),
        "is_public": owner not in QUIET,
        "trend": max(0.0, random.Random(f"trend {index}").gauss(0, 20)) if index % 20 == 0 else 0.0,
    }


def view_row(index: int) -> dict[str, Any]:
    return {"artwork_id": work(index), "image_id": work(index), "position": 0}


def tag_rows(index: int, tags: list[int]) -> Iterator[dict[str, Any]]:
    chance = random.Random(f"tags {index}")
    for tag in {zipf(chance, TAGS) for _ in range(TAGS_EACH)}:
        yield {"artwork_id": work(index), "tag_id": tags[tag]}


def like_rows(index: int) -> Iterator[dict[str, Any]]:
    """What many like and what few do: numbers by Zipf's law, spread over all works."""
    chance = random.Random(f"likes {index}")
    for place, liked in enumerate({zipf(chance, WORKS) * 7919 % WORKS for _ in range(LIKES_EACH * 3 // 2)}):
        liked_at = NOW - timedelta(minutes=chance.randrange(500_000))
        if place < LIKES_EACH:
            yield {"user_id": person(index), "artwork_id": work(liked), "liked_at": liked_at}


def follow_row(reader: UUID, artist: int) -> dict[str, Any]:
    return {"follower_id": reader, "artist_id": person(artist), "followed_at": NOW}
