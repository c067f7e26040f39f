"""How pictures are told in answers, straight from rows: no model instance and no serializer field stands between.

A page is found by its ids; what is told of them costs three queries more, compiled once, whatever is in it. That is a third
of what model serializers with prefetched tags would take.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from accounts.models import User
from accounts.prepared import Prepared, Slot
from gallery.api.addresses import image_urls, thumbnail_url
from gallery.api.copies import Copies, copies_of
from gallery.credit import rights
from gallery.duplicates import duplicates_of, look_of
from gallery.imaging import geometry
from gallery.models import Album, AlbumImage, File, Image, ImageTag

Row = dict[str, Any]

FACTS = (
    "title", "description", "alt_text", "original_filename", "mime_type", "file_size", "width", "height", "visibility",
    "is_hidden", "allow_download", "uploaded_at", "updated_at", "view_count", "placeholder", "colors", "quality", "processing",
)  # fmt: skip
METADATA = (
    "camera_make", "camera_model", "lens", "date_taken", "focal_length", "aperture", "iso", "shutter_speed",
    "copyright", "creator",
)  # fmt: skip
PLACE = ("location_lat", "location_lon")
OF_FILE = {"file_hash": "file__checksum", "download_count": "file__download_count"}
OF_OWNER = (
    "owner_id", "owner__username", "owner__artist__artist_name", "owner__share_location", "owner__copyright_notice",
    "owner__ai_training",
)  # fmt: skip
OVERRIDES = ("ai_training", "copyright_notice")
COLUMNS = ("pk", *FACTS, *METADATA, *PLACE, *OF_FILE.values(), *OVERRIDES, *OF_OWNER)
# Of the EXIF listing, what is for the owner alone.
PRIVATE_EXIF = ("GPS", "Serial")


def stand_ins(number: int) -> dict[str, Slot]:
    return {f"id_{index}": Slot(File._meta.pk, UUID(int=index + 1)) for index in range(number)}


# A statement for each length of page that was ever asked for: of pictures at most a hundred, of works some more, since each may
# have several.
@lru_cache(maxsize=200)
def facts_of(number: int) -> Prepared:
    """What a list tells of so many pictures."""
    return Prepared(
        lambda **ids: Image.objects.filter(pk__in=list(ids.values())).values_list(*COLUMNS), lambda: stand_ins(number)
    )


@lru_cache(maxsize=200)
def names_of_tags(number: int) -> Prepared:
    """The tags of so many pictures, in alphabetical order."""
    tagged = ImageTag.objects.order_by("tag__name").values_list("image_id", "tag__name")
    return Prepared(lambda **ids: tagged.filter(image__in=list(ids.values())), lambda: stand_ins(number))


@lru_cache(maxsize=200)
def names_of_albums(number: int, *, for_visitors: bool) -> Prepared:
    """The albums of so many pictures that the viewer may see, in alphabetical order."""

    def held(viewer: UUID | None = None, **ids: UUID) -> QuerySet[Any, Any]:
        visible = Album.objects.visible_to(AnonymousUser() if viewer is None else User(pk=viewer))
        inside = AlbumImage.objects.filter(image__in=list(ids.values()), album__in=visible.values("pk"))
        return inside.order_by("album__name", "album").values_list("image_id", "album_id", "album__name")

    def slots() -> dict[str, Slot]:
        viewer = {} if for_visitors else {"viewer": Slot(User._meta.pk, UUID(int=0))}
        return stand_ins(number) | viewer

    return Prepared(held, slots)


def rows_of(image_ids: Sequence[UUID]) -> list[Row]:
    """The facts of these pictures, in this order. One query."""
    found = facts_of(len(image_ids)).rows(**named(image_ids)) if image_ids else []
    by_id = {row[0]: dict(zip(COLUMNS, row, strict=True)) for row in found}
    return [by_id[image_id] for image_id in image_ids if image_id in by_id]


def tags_of(image_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """The tags of these pictures by id, in alphabetical order. One query."""
    tags: dict[str, list[str]] = defaultdict(list)
    # PostgreSQL tells an id as a UUID, SQLite as 32 digits; a hundred of them are not worth making UUIDs of.
    for image_id, name in names_of_tags(len(image_ids)).raw_rows(**named(image_ids)) if image_ids else []:
        tags[image_id if isinstance(image_id, str) else image_id.hex].append(name)
    return {image_id: tags[image_id.hex] for image_id in image_ids}


def albums_of(image_ids: Sequence[UUID], viewer: Any) -> dict[UUID, list[Row]]:
    """The albums of these pictures that the viewer may see, by the picture's id, in alphabetical order. One query."""
    albums: dict[UUID, list[Row]] = {image_id: [] for image_id in image_ids}
    if image_ids:
        statement = names_of_albums(len(image_ids), for_visitors=not viewer.is_authenticated)
        values = named(image_ids) | ({"viewer": viewer.pk} if viewer.is_authenticated else {})
        for image_id, album_id, name in statement.rows(**values):
            albums[image_id].append({"id": album_id, "name": name})
    return albums


def named(image_ids: Sequence[UUID]) -> dict[str, UUID]:
    return {f"id_{index}": image_id for index, image_id in enumerate(image_ids)}


def tell_all(
    image_ids: Sequence[UUID], *, viewer: Any, base: str, copies: dict[UUID, Copies] | None = None
) -> list[Row]:
    """These pictures, which the viewer may see, as told to them in this order; `copies` are those fetched elsewhere, by
    default as `copies_of` tells. Three queries, and one where copies are fetched elsewhere."""
    tags, albums = tags_of(image_ids), albums_of(image_ids, viewer)
    elsewhere = copies_of(image_ids, base) if copies is None else copies
    return [
        tell(row, tags=tags[pk], albums=albums[pk], copies=elsewhere[pk], viewer=viewer, base=base)
        for row in rows_of(image_ids)
        for pk in [row["pk"]]
    ]


def tell(row: Row, *, tags: list[str], albums: list[Row], copies: Copies, viewer: Any, base: str) -> Row:
    """One picture, as told to this viewer: where it was taken only to its owner, unless they share that."""
    image_id, shares_place = row["pk"], row["owner__share_location"] or row["owner_id"] == viewer.pk
    told: Row = {"id": image_id}
    told["user"] = {
        "id": row["owner_id"],
        "username": row["owner__username"],
        "artist_name": row["owner__artist__artist_name"],
    }
    told |= {name: row[name] for name in FACTS}
    told |= {name: row[path] for name, path in OF_FILE.items()}
    if row["owner_id"] != viewer.pk:
        # Whoever has a copy with the place and the serial numbers blanked could try values against the hash of the whole.
        told["file_hash"] = None
    told["tags"] = tags
    told["albums"] = albums
    told["thumbnails"] = thumbnails(row, base, copies)
    told["urls"] = image_urls(base, image_id)
    told["metadata"] = {name: row[name] for name in METADATA}
    told["metadata"] |= {name: row[name] if shares_place else None for name in PLACE}
    told["rights"] = tell_rights(row, is_owner=row["owner_id"] == viewer.pk)
    return told


def tell_rights(row: Row, *, is_owner: bool) -> Row:
    """The rights in force; to its owner also what is set for this picture alone, empty where nothing is."""
    told = rights(
        name=row["owner__artist__artist_name"] or row["owner__username"],
        creator=row["creator"],
        notices=(row["copyright_notice"], row["copyright"], row["owner__copyright_notice"]),
        training=(row["ai_training"], row["owner__ai_training"]),
    )
    return {**told, "overrides": {name: row[name] for name in OVERRIDES} if is_owner else None}


def thumbnails(row: Mapping[str, Any], base: str, copies: Copies | None = None) -> Row:
    """Where each size is, and how large: known from the picture's own size, drawn or not. What is among `copies` (as told by
    `copies_of`) is fetched there, the rest from us."""
    address = thumbnail_url(base, row["pk"])
    return {
        size: {"url": (copies or {}).get(size) or f"{address}{size}", "width": width, "height": height}
        for size, (width, height) in rendition_sizes(row["width"], row["height"]).items()
    }


@lru_cache(maxsize=4096)
def rendition_sizes(width: int, height: int) -> dict[str, tuple[int, int]]:
    """Pictures of one camera are all of a size."""
    return {size: geometry.rendition_size(width, height, size) for size in geometry.NAMES}


def tell_whole(image_id: Any, *, viewer: Any, base: str, among: QuerySet[Image] | None = None) -> Row:
    """One picture with its EXIF and, to its owner, those of theirs that look the same. Six queries.

    Raises Image.DoesNotExist for one that is not `among` these, or, without them, that the viewer may not see.
    """
    row = (
        (Image.objects.visible_to(viewer) if among is None else among)
        .values(*COLUMNS, "exif", "perceptual_hash")
        .get(pk=image_id)
    )
    ids = [image_id]
    told = tell(
        row,
        tags=tags_of(ids)[image_id],
        albums=albums_of(ids, viewer)[image_id],
        copies=copies_of(ids, base)[image_id],
        viewer=viewer,
        base=base,
    )
    is_owner = row["owner_id"] == viewer.pk
    told["metadata"]["exif"] = readable_exif(row["exif"], is_owner=is_owner, shares_place=row["owner__share_location"])
    if is_owner:
        told["duplicates"] = duplicates_of(image_id, look_of(row), owner_id=viewer.pk)
    return told


def readable_exif(exif: Row, *, is_owner: bool, shares_place: bool) -> Row:
    """The EXIF listing without what is not this viewer's to know."""
    hidden = () if is_owner else tuple(name for name in PRIVATE_EXIF if not (shares_place and name == "GPS"))
    return {name: value for name, value in exif.items() if name not in hidden}
