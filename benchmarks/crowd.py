"""A library as large as one likes: people, pictures, tags, albums, by the database's own way of taking many rows in.

What is common is common and what is rare is rare: words and tags by Zipf's law, seven of ten pictures public, the same for
the same number on every machine.
"""

import json
import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any
from uuid import UUID

from benchmarks.rows import EXIF, FACTS

PEOPLE = 200
TAGS = 20_000
TAGS_EACH = 3
COMMON, MIDDLING, RARE = "tag 00000", "tag 00050", "tag 15000"
WORDS = 8_000
COMMON_WORD, RARE_WORD = "word00003", "word06000"
ALBUM_OF = 40  # pictures
BEGINNING = datetime(2016, 1, 1, tzinfo=UTC)
COLORS = (("#2457c5", "blue"), ("#d8202a", "red"), ("#2e8b3a", "green"), ("#fff5dc", "cream"), ("#15234f", "navy"))
# Written once: of a million rows the JSON would be most of the work.
CONSTANT = FACTS | {"quality": json.dumps(FACTS["quality"]), "exif": json.dumps(EXIF), "redactions": "[]"}
PALETTES = [
    json.dumps([{"hex": value, "name": name, "share": 0.4} for value, name in pair]) for pair in combinations(COLORS, 2)
]
ROOMY = -1_000_000
"""Kilobytes of cache while rows come in: with SQLite's usual two megabytes every row would be written ten times."""
# How what keeps the words is dropped, how its definitions are found, and what goes before they are made again.
KEEPING = {
    "sqlite": (
        "DROP TRIGGER",
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'gallery_searchentry'",
        "INSERT INTO gallery_searchtext(gallery_searchtext) VALUES ('rebuild')",
    ),
    "postgresql": (
        "DROP INDEX",
        "SELECT indexname, indexdef FROM pg_indexes WHERE indexname IN ('search_words', 'search_facts')",
        "SET maintenance_work_mem = '1GB'",
    ),
}
Row = tuple[Any, ...]


def fill(number: int) -> list[Any]:
    """That many pictures of `PEOPLE` people, with everything that belongs to them; returns the people."""
    from gallery.models import Album, AlbumImage, AlbumLineage, File, Image, ImageTag, SearchEntry, Tag

    people = list(registered())
    Tag.objects.bulk_create([Tag(name=f"tag {n:05}", slug=f"tag-{n:05}") for n in range(TAGS)], batch_size=2000)
    tags = list(Tag.objects.order_by("name").values_list("pk", flat=True))
    for model, row in ((File, file_row), (Image, image_row)):
        take_in(model, (row(index, people) for index in range(number)))
    take_in(ImageTag, (each for index in range(number) for each in tag_rows(index, tags)))
    albums = range(number // ALBUM_OF)
    take_in(Album, (album_row(index, people) for index in albums))
    take_in(AlbumLineage, ({"album_id": album_id(n), "above_id": album_id(n), "depth": 0} for n in albums))
    take_in(AlbumImage, (each for index in albums for each in in_album(index, people)))
    with indexed_afterwards():
        take_in(SearchEntry, (image_entry(index, people) for index in range(number)))
        take_in(SearchEntry, (album_entry(index, people) for index in albums))
    settle()
    return people


def registered() -> Iterator[Any]:
    from django.test import override_settings

    from benchmarks.house import register

    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        for index in range(PEOPLE):
            yield register(f"person{index:03}")


def of(index: int, what: str) -> random.Random:
    return random.Random(f"{what} {index}")


def zipf(chance: random.Random, number: int) -> int:
    """0 most often, then ever more rarely, below `number`: its logarithm is spread evenly."""
    return min(number - 1, int(number ** chance.random()) - 1)


def image_id(index: int) -> UUID:
    return UUID(int=(1 << 124) + index)


def album_id(index: int) -> UUID:
    return UUID(int=(2 << 124) + index)


def uploaded_at(index: int) -> datetime:
    return BEGINNING + timedelta(minutes=5 * index)


def owner_of(index: int, people: list[Any]) -> Any:
    return people[(7 * index) % len(people)]


def text(chance: random.Random, words: int) -> str:
    return " ".join(f"word{zipf(chance, WORDS):05}" for _ in range(words))


def file_row(index: int, people: list[Any]) -> dict[str, Any]:
    return {
        "id": image_id(index),
        "owner_id": owner_of(index, people).pk,
        "folder_id": None,
        "name": f"IMG_{index:07}.jpg",
        "original_filename": f"IMG_{index:07}.jpg",
        "stored_name": f"{index:032x}",
        "size": 4_500_000 + index,
        "mime_type": "image/jpeg",
        "kind": "image",
        "checksum": f"{index:064x}",
        "uploaded_at": uploaded_at(index),
        "download_count": 0,
    }


def image_row(index: int, people: list[Any]) -> dict[str, Any]:
    chance = of(index, "image")
    is_public = chance.random() < 0.7
    return CONSTANT | {
        "file_id": image_id(index),
        "owner_id": owner_of(index, people).pk,
        "uploaded_at": uploaded_at(index),
        "updated_at": uploaded_at(index),
        "file_size": 4_500_000 + index,
        "mime_type": "image/jpeg",
        "original_filename": f"IMG_{index:07}.jpg",
        "title": text(chance, 3),
        "description": text(chance, 12),
        "visibility": "public" if is_public else "private",
        "is_public": is_public,
        "allow_download": True,
        "ai_training": "",
        "copyright_notice": "",
        "has_alpha": False,
        "frames": 1,
        "perceptual_hash": f"{chance.getrandbits(64):016x}",
        "colors": chance.choice(PALETTES),
        "view_count": zipf(chance, 10_000),
        "date_taken": uploaded_at(index) - timedelta(days=chance.randrange(400)),
        "placeholder": "data:image/webp;base64,UklGRlIAAABXRUJQVlA4",
    }


def tag_rows(index: int, tags: list[int]) -> Iterator[dict[str, Any]]:
    for number in numbers_of_tags(index):
        yield {"image_id": image_id(index), "tag_id": tags[number], "uploaded_at": uploaded_at(index)}


def numbers_of_tags(index: int) -> set[int]:
    chance = of(index, "tags")
    return {zipf(chance, TAGS) for _ in range(TAGS_EACH)} | ({0} if chance.random() < 0.3 else set())


def album_row(index: int, people: list[Any]) -> dict[str, Any]:
    return {
        "id": album_id(index),
        "owner_id": owner_of(index * ALBUM_OF, people).pk,
        "parent_id": None,
        "name": text(of(index, "album"), 2),
        "description": "",
        "privacy_setting": "private",
        "cover_image_id": None,
        "image_count": ALBUM_OF,
        "created_at": uploaded_at(index * ALBUM_OF) + timedelta(minutes=1),
        "updated_at": uploaded_at(index * ALBUM_OF) + timedelta(minutes=1),
    }


def in_album(index: int, people: list[Any]) -> Iterator[dict[str, Any]]:
    for place in range(ALBUM_OF):
        yield {
            "album_id": album_id(index),
            "image_id": image_id(index * ALBUM_OF + place),
            "position": place,
            "added_by_id": owner_of(index * ALBUM_OF, people).pk,
            "added_at": uploaded_at(index * ALBUM_OF),
        }


def take_in(model: Any, rows: Iterable[dict[str, Any]]) -> None:
    """Puts rows into the table of a model: COPY on PostgreSQL, one prepared INSERT on SQLite. What a row does not tell has
    the field's own default; keys that count up are the database's."""
    from django.db import connection
    from django.db.models import AutoField

    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    columns_of = model._meta.concrete_fields
    fields = [
        each for each in columns_of if not each.generated and (each.attname in first or not isinstance(each, AutoField))
    ]
    prepare = [prepared(field, connection) for field in fields]

    def values() -> Iterator[Row]:
        yield tuple(get(first) for get in prepare)
        for row in rows:
            yield tuple(get(row) for get in prepare)

    columns = ", ".join(f'"{field.column}"' for field in fields)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN') as copy:
                for each in values():
                    copy.write_row(each)
        else:
            places = ", ".join("?" * len(fields))
            usual = cursor.execute("PRAGMA cache_size").fetchone()[0]
            cursor.execute(f"PRAGMA cache_size = {ROOMY}")
            cursor.execute("BEGIN")
            cursor.cursor.connection.executemany(
                f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({places})',
                values(),
            )
            cursor.execute("COMMIT")
            cursor.execute(f"PRAGMA cache_size = {usual}")


def prepared(field: Any, connection: Any) -> Callable[[dict[str, Any]], Any]:
    """How a column's value is written; what both drivers take as it is costs nothing."""
    name, default = field.attname, field.get_default()
    target = field
    while target.is_relation:
        target = target.target_field
    kind = target.get_internal_type()
    if kind == "JSONField":
        return lambda row: written(row.get(name, default))
    if kind in {"UUIDField", "DateTimeField"}:
        return lambda row: field.get_db_prep_save(row.get(name, default), connection)
    return lambda row: row.get(name, default)


def written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


@contextmanager
def indexed_afterwards() -> Iterator[None]:
    """The indexes of words, which would take an hour row by row, are made at once when all rows are there."""
    from django.db import connection

    forget, remake, also = KEEPING[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(remake)
        kept = cursor.fetchall()
        for name, _ in kept:
            cursor.execute(f"{forget} {name}")
    yield
    with connection.cursor() as cursor:
        cursor.execute(also)
        for _, definition in kept:
            cursor.execute(definition)


def image_entry(index: int, people: list[Any]) -> dict[str, Any]:
    """What `rebuild_search` would write of a picture, a hundred times as fast."""
    from gallery.search.describing import library

    row, owner = image_row(index, people), owner_of(index, people)
    names = sorted({f"tag {number:05}" for number in numbers_of_tags(index)})
    whole = row | {"pk": row["file_id"], "colors": json.loads(row["colors"]), **named(owner)}
    return entry_row(library.image_entry(whole, names), row["uploaded_at"])


def album_entry(index: int, people: list[Any]) -> dict[str, Any]:
    from gallery.search.describing import library

    row = album_row(index, people)
    return entry_row(
        library.album_entry(row | {"pk": row["id"], **named(owner_of(index * ALBUM_OF, people))}), row["created_at"]
    )


def named(owner: Any) -> dict[str, Any]:
    return {"owner__username": owner.username, "owner__artist__artist_name": owner.artist.artist_name}


def entry_row(entry: Any, came_at: datetime) -> dict[str, Any]:
    from gallery.search.index import place_of

    facts = {field.attname: getattr(entry, field.attname) for field in entry._meta.concrete_fields}
    return facts | {"id": place_of(came_at, entry.object_id.int)}


def settle() -> None:
    """The counts that actions would have kept, and what the upkeep of both databases does in time."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE gallery_tag SET public_count = (SELECT COUNT(*) FROM gallery_imagetag JOIN gallery_image"
            " ON gallery_image.file_id = gallery_imagetag.image_id WHERE gallery_imagetag.tag_id = gallery_tag.id"
            " AND gallery_image.is_public)"
        )
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
