"""How pictures are told in answers, straight from rows: no model instance and no serializer field stands between.

A list of 24 costs two queries whatever is in it, and a third of what model serializers with prefetched tags would.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from gallery.api.addresses import image_urls, thumbnail_url
from gallery.imaging import geometry
from gallery.models import Image, ImageTag

Row = dict[str, Any]

FACTS = (
    "title", "description", "alt_text", "original_filename", "mime_type", "file_size", "width", "height", "visibility",
    "allow_download", "uploaded_at", "updated_at", "view_count", "placeholder", "colors", "quality", "processing",
)  # fmt: skip
METADATA = (
    "camera_make", "camera_model", "lens", "date_taken", "focal_length", "aperture", "iso", "shutter_speed",
    "copyright", "creator",
)  # fmt: skip
PLACE = ("location_lat", "location_lon")
OF_FILE = {"file_hash": "file__checksum", "download_count": "file__download_count"}
OF_OWNER = ("owner_id", "owner__username", "owner__artist__artist_name", "owner__share_location")
COLUMNS = ("pk", "sort_name", *FACTS, *METADATA, *PLACE, *OF_FILE.values(), *OF_OWNER)
# Of the EXIF listing, what is for the owner alone.
PRIVATE_EXIF = ("GPS", "Serial")


def in_rows(images: QuerySet) -> QuerySet:
    """The queryset giving what a list tells of each picture.

    It is counted without the joins that its columns need: counting through them took ten times as long.
    """
    rows = images.values(*COLUMNS)
    rows.count = images.count  # type: ignore[method-assign]
    return rows


def tags_of(image_ids: Iterable[Any]) -> dict[Any, list[str]]:
    """The tags of these pictures by id, in alphabetical order. One query."""
    tags = defaultdict(list)
    found = ImageTag.objects.filter(image__in=list(image_ids)).order_by("tag__name")
    for image_id, name in found.values_list("image_id", "tag__name"):
        tags[image_id].append(name)
    return tags


def tell_all(rows: Sequence[Row], *, viewer: Any, base: str) -> list[Row]:
    """A list of pictures, as told to this viewer. One query, for the tags."""
    tags = tags_of(row["pk"] for row in rows)
    return [tell(row, tags=tags.get(row["pk"], []), viewer=viewer, base=base) for row in rows]


def tell(row: Row, *, tags: list[str], viewer: Any, base: str) -> Row:
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
    told["tags"] = tags
    told["albums"] = []
    told["thumbnails"] = thumbnails(row, base)
    told["urls"] = image_urls(base, image_id)
    told["metadata"] = {name: row[name] for name in METADATA}
    told["metadata"] |= {name: row[name] if shares_place else None for name in PLACE}
    return told


def thumbnails(row: Row, base: str) -> Row:
    """Where each size is, and how large: known from the picture's own size, drawn or not."""
    image_id, width, height = row["pk"], row["width"], row["height"]
    told = {}
    for size in geometry.NAMES:
        wide, high = geometry.rendition_size(width, height, size)
        told[size] = {"url": thumbnail_url(base, image_id, size), "width": wide, "height": high}
    return told


def tell_whole(image_id: Any, *, viewer: Any, base: str) -> Row:
    """One picture with its EXIF and, to its owner, those of theirs that look the same. Four queries.

    Raises Image.DoesNotExist for one that the viewer may not see.
    """
    row = Image.objects.visible_to(viewer).values(*COLUMNS, "exif", "perceptual_hash").get(pk=image_id)
    told = tell(row, tags=tags_of([image_id])[image_id], viewer=viewer, base=base)
    is_owner = row["owner_id"] == viewer.pk
    told["metadata"]["exif"] = readable_exif(row["exif"], is_owner=is_owner, shares_place=row["owner__share_location"])
    if is_owner:
        alike = Image.objects.filter(owner=viewer, perceptual_hash=row["perceptual_hash"]).exclude(pk=image_id)
        told["duplicates"] = list(alike.order_by("pk").values_list("pk", flat=True))
    return told


def readable_exif(exif: Row, *, is_owner: bool, shares_place: bool) -> Row:
    """The EXIF listing without what is not this viewer's to know."""
    hidden = () if is_owner else tuple(name for name in PRIVATE_EXIF if not (shares_place and name == "GPS"))
    return {name: value for name, value in exif.items() if name not in hidden}
