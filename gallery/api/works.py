"""How works are told in answers, straight from rows as pictures are (`gallery.api.pictures`).

A page of works is found by its ids; what is told of them costs a fixed number of queries more, whatever is in it. What other
rooms know of a work (who likes it, where it was exhibited) they add through functions that the settings name.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from accounts.models import Artist
from gallery.api.pictures import Row, readable_exif, tell_all
from gallery.api.work_copies import copies_in_works
from gallery.api.work_pictures import addresses_of, tell_views, veiled
from gallery.models import Artwork, ArtworkImage, ArtworkTag, Gallery, GalleryArtwork, Image, Precision
from gallery.money import decimals

TEXTS = ("title", "description", "alt_text", "medium", "dimensions")
SIDES = ("width_cm", "height_cm", "depth_cm")
COUNTS = ("view_count", "like_count", "comment_count", "share_count")
REST = ("license", "status", "published_at", "is_mature", "comments_open", "is_hidden", "created_at", "updated_at")
OF_OWNER = ("owner_id", "owner__username", "owner__artist__artist_name", "owner__artist__public_image_size")
OF_CATEGORY = ("category_id", "category__name", "category__slug")
COLUMNS = (
    "pk", *TEXTS, *SIDES, "creation_date", "creation_precision", "price", "currency", "availability_status", "is_public",
    *COUNTS, *REST, *OF_OWNER, *OF_CATEGORY,
)  # fmt: skip

OF_ARTIST = {
    "bio": "bio", "location": "location", "specialties": "specialties", "social_links": "social_links",
    "follower_count": "user__statistics__follower_count", "artwork_count": "user__statistics__public_artwork_count",
}  # fmt: skip

Addition = Callable[..., dict[Any, Any]]
"""`addition(artwork_ids, viewer=…, base=…)`: what another room tells of these works, by id; of each the same keys. Of one that
is asked for alone `addition(artwork_id, viewer=…, base=…)`, by the name of the field."""


@cache
def additions(setting: str) -> tuple[Addition, ...]:
    """The functions that a setting names."""
    return tuple(import_string(path) for path in getattr(settings, setting))


def tell_artworks(artwork_ids: Sequence[UUID], *, viewer: Any, base: str) -> list[Row]:
    """These works, which the viewer may see, as told to them in this order."""
    if not artwork_ids:
        return []
    rows = {row["pk"]: row for row in Artwork.objects.filter(pk__in=artwork_ids).values(*COLUMNS)}
    tags, views, rooms = tags_of_works(artwork_ids), views_of(artwork_ids, viewer), rooms_of(artwork_ids, viewer)
    pictures = pictures_of(rows, views, viewer=viewer, base=base)
    added = [add(artwork_ids, viewer=viewer, base=base) for add in additions("ARTWORK_ADDITIONS")]
    told = []
    for pk in artwork_ids:
        if pk in rows:
            work = tell_artwork(
                rows[pk], tags=tags[pk], pictures=pictures[pk], rooms=rooms[pk], viewer=viewer, base=base
            )
            for more in added:
                work |= more.get(pk, {})
            told.append(work)
    return told


def tell_artwork_whole(artwork_id: UUID, *, viewer: Any, base: str) -> Row:
    """One work with everything that is known of it. Raises Artwork.DoesNotExist for one that the viewer may not see."""
    if not Artwork.objects.visible_to(viewer).filter(pk=artwork_id).exists():
        raise Artwork.DoesNotExist
    return tell_whole_as_to(artwork_id, viewer=viewer, base=base)


def tell_whole_as_to(artwork_id: UUID, *, viewer: Any, base: str) -> Row:
    """One work as it is told to this viewer once they may see it, which is not asked here: an artist is shown so what others
    will see of a draft. Raises Artwork.DoesNotExist where there is none."""
    for told in tell_artworks([artwork_id], viewer=viewer, base=base):
        told["artist"] |= artist_of(told["artist"]["id"])
        tell_exif(told["images"], viewer)
        told["related"] = []
        for add in additions("ARTWORK_WHOLE_ADDITIONS"):
            told |= add(artwork_id, viewer=viewer, base=base)
        return told
    raise Artwork.DoesNotExist


def artist_of(user_id: UUID) -> Row:
    """What is told of an artist beside their name where a work of theirs is told. One query."""
    row = Artist.objects.filter(pk=user_id).values(*OF_ARTIST.values()).get()
    return {name: row[column] for name, column in OF_ARTIST.items()}


def tell_exif(pictures: list[Row], viewer: Any) -> None:
    """Adds to each picture its EXIF listing, as far as it is this viewer's to know. One query."""
    rows = Image.objects.filter(pk__in=[picture["id"] for picture in pictures])
    listings = {pk: facts for pk, *facts in rows.values_list("pk", "exif", "owner_id", "owner__share_location")}
    for picture in pictures:
        exif, owner_id, shares_place = listings.get(picture["id"], ({}, None, False))
        exif = readable_exif(exif, is_owner=owner_id == viewer.pk, shares_place=shares_place)
        picture["metadata"] = {**picture["metadata"], "exif": exif}


def pictures_of(
    rows: dict[UUID, Row], views: dict[UUID, list[UUID]], *, viewer: Any, base: str
) -> dict[UUID, list[Row]]:
    """The pictures of these works by the work's id, in their order: veiled where the viewer sees them through the work alone.
    Four queries, and one where copies are fetched elsewhere."""
    image_ids = list(dict.fromkeys(image_id for artwork_id in rows for image_id in views[artwork_id]))
    seen = set(Image.objects.visible_to(viewer).filter(pk__in=image_ids).values_list("pk", flat=True))
    copies = copies_in_works(image_ids, viewer=viewer, base=base)
    told = {picture["id"]: picture for picture in tell_all(image_ids, viewer=viewer, base=base, copies=copies)}
    return {
        artwork_id: [
            told[image_id] if image_id in seen else veiled(told[image_id], of=row, place=place)
            for place, image_id in enumerate(views[artwork_id])
            if image_id in told
        ]
        for artwork_id, row in rows.items()
    }


def rooms_of(artwork_ids: Sequence[UUID], viewer: Any) -> dict[UUID, list[Row]]:
    """The galleries that these works hang in and the viewer may see in lists, by the work's id, by name. One query."""
    rooms: dict[UUID, list[Row]] = defaultdict(list)
    seen = Gallery.objects.visible_to(viewer).values("pk")
    rows = GalleryArtwork.objects.filter(artwork__in=artwork_ids, gallery__in=seen)
    columns = ("artwork", "gallery", "gallery__name", "gallery__slug")
    for artwork_id, pk, name, slug in rows.order_by("gallery__sort_name", "gallery").values_list(*columns):
        rooms[artwork_id].append({"id": pk, "name": name, "slug": slug})
    return rooms


def tags_of_works(artwork_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """The tags of these works by id, in alphabetical order. One query."""
    tags: dict[UUID, list[str]] = defaultdict(list)
    rows = ArtworkTag.objects.filter(artwork__in=artwork_ids).order_by("tag__name")
    for artwork_id, name in rows.values_list("artwork", "tag__name"):
        tags[artwork_id].append(name)
    return tags


def views_of(artwork_ids: Sequence[UUID], viewer: Any) -> dict[UUID, list[UUID]]:
    """The pictures that these works show to this viewer, by the work's id, in their order. One query."""
    views: dict[UUID, list[UUID]] = defaultdict(list)
    seen = ArtworkImage.objects.filter(artwork__in=artwork_ids).visible_to(viewer)
    rows = seen.order_by("artwork", "position")
    for artwork_id, image_id in rows.values_list("artwork", "image"):
        views[artwork_id].append(image_id)
    return views


def tell_artwork(row: Row, *, tags: list[str], pictures: list[Row], rooms: list[Row], viewer: Any, base: str) -> Row:
    """One work, as told to this viewer."""
    told: Row = {"id": row["pk"], "artist": tell_artist_briefly(row, base)}
    told |= {name: row[name] for name in TEXTS}
    told |= {name: plain(row[name]) for name in SIDES}
    told["creation_date"] = written_date(row["creation_date"], row["creation_precision"])
    told |= {"price": written_price(row["price"], row["currency"]), "currency": row["currency"] or None}
    told["availability_status"] = row["availability_status"]
    told["category"] = tell_category_briefly(row)
    told["tags"] = tags
    told["images"] = tell_views(row, pictures, viewer=viewer, base=base)
    main = told["images"][0] if told["images"] else None
    told |= addresses_of(row["pk"], base)
    told |= {name: main[name] if main else None for name in ("thumbnails", "placeholder", "colors")}
    told |= {name: row[name] for name in COUNTS}
    told |= {"is_liked": False, "exhibitions": [], "galleries": rooms}
    return told | {name: row[name] for name in REST} | {"url": f"{base}/artworks/{row['pk']}"}


def tell_artist_briefly(row: Row, base: str) -> Row:
    username = row["owner__username"]
    return {
        "id": row["owner_id"],
        "username": username,
        "artist_name": row["owner__artist__artist_name"],
        "url": f"{base}/@{username}",
    }


def tell_category_briefly(row: Row) -> Row | None:
    if row["category_id"] is None:
        return None
    return {"id": row["category_id"], "name": row["category__name"], "slug": row["category__slug"]}


def plain(value: Decimal | None) -> str | None:
    """A number as a decimal string; None stays None."""
    return None if value is None else f"{value:.2f}"


def written_price(price: Decimal | None, currency: str) -> str | None:
    """With as many decimals as the currency has."""
    return None if price is None else f"{price:.{decimals(currency)}f}"


def written_date(day: date | None, precision: str) -> str | None:
    """As much of a date as is known: `2024`, `2024-05` or `2024-05-17` (ISO 8601)."""
    if day is None:
        return None
    return day.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(precision), 10)]
