"""How galleries are told in answers, straight from rows.

A page of galleries is found by its ids; what is told of them costs two queries more, whatever hangs in them, and one where
copies are fetched elsewhere.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Sum, UUIDField
from django.db.models.functions import Coalesce

from gallery.api.copies import Copies
from gallery.api.pictures import Row, thumbnails
from gallery.api.work_copies import copies_in_works
from gallery.api.work_pictures import tell_sizes
from gallery.api.works import tell_artist_briefly, tell_artworks
from gallery.models import Artwork, ArtworkImage, Gallery, GalleryArtwork

FACTS = ("name", "slug", "description", "theme", "visibility", "is_hidden")
COUNTS = ("artwork_count", "public_artwork_count", "view_count")
TIMES = ("created_at", "updated_at")
OF_OWNER = ("owner_id", "owner__username", "owner__artist__artist_name")
PREVIEWS = ("first", "second", "third", "fourth")
"""The works that a viewer sees first, by their columns in a row."""
COLUMNS = ("pk", *FACTS, *COUNTS, *TIMES, *OF_OWNER, *PREVIEWS, "chosen")
OF_MAIN = (
    "artwork_id", "artwork__title", "artwork__alt_text", "artwork__is_mature", "artwork__owner_id",
    "artwork__owner__artist__public_image_size", "image_id", "image__width", "image__height", "image__placeholder",
)  # fmt: skip
FIRST_PAGE = 24


def tell_galleries(gallery_ids: Sequence[UUID], *, viewer: Any, base: str) -> list[Row]:
    """These galleries, which the viewer may see, as told to them in this order."""
    if not gallery_ids:
        return []
    rows = {row["pk"]: row for row in with_previews(gallery_ids, viewer).values(*COLUMNS)}
    shown = {row[name] for row in rows.values() for name in (*PREVIEWS, "chosen")} - {None}
    previews = previews_of(shown, viewer=viewer, base=base)
    return [tell_gallery(rows[pk], previews, viewer=viewer, base=base) for pk in gallery_ids if pk in rows]


def with_previews(gallery_ids: Sequence[UUID], viewer: Any) -> QuerySet[Gallery]:
    """With the works that the viewer sees first in each, and `chosen`, its cover if they see that.

    Each is looked for along the order of its gallery, and no further: a window over all would read all that hangs there.
    """
    seen = Artwork.objects.visible_to(viewer)
    inside = GalleryArtwork.objects.filter(Exists(seen.filter(pk=OuterRef("artwork"))), gallery=OuterRef("pk"))
    in_order = inside.order_by("position", "artwork").values("artwork")
    first = {
        name: Subquery(in_order[place : place + 1], output_field=UUIDField()) for place, name in enumerate(PREVIEWS)
    }
    chosen = Subquery(seen.filter(pk=OuterRef("cover_artwork")).values("pk"))
    return Gallery.objects.filter(pk__in=gallery_ids).annotate(**first, chosen=chosen)


def previews_of(artwork_ids: Iterable[UUID], *, viewer: Any, base: str) -> dict[UUID, Row]:
    """Each of these works by its main picture. One query, and one where copies are fetched elsewhere."""
    mains = list(ArtworkImage.objects.filter(artwork__in=artwork_ids, position=0).values(*OF_MAIN))
    copies = copies_in_works([main["image_id"] for main in mains], viewer=viewer, base=base)
    return {
        main["artwork_id"]: tell_preview(main, copies[main["image_id"]], viewer=viewer, base=base) for main in mains
    }


def tell_preview(main: Row, copies: Copies, *, viewer: Any, base: str) -> Row:
    limit = "owner__artist__public_image_size"
    work = {"pk": main["artwork_id"], limit: main[f"artwork__{limit}"]}
    size = {"pk": main["image_id"], "width": main["image__width"], "height": main["image__height"]}
    picture = {"id": main["image_id"], "thumbnails": thumbnails(size, base, copies)}
    return {
        "id": main["artwork_id"],
        "title": main["artwork__title"],
        "alt_text": main["artwork__alt_text"],
        "is_mature": main["artwork__is_mature"],
        "placeholder": main["image__placeholder"],
        "thumbnails": tell_sizes(work, picture, own=main["artwork__owner_id"] == viewer.pk, base=base),
        "url": f"{base}/artworks/{main['artwork_id']}",
    }


def tell_gallery(row: Row, previews: dict[UUID, Row], *, viewer: Any, base: str) -> Row:
    """One gallery: to others than its artist with the number of works that they may see, and the cover that they may see."""
    own = row["owner_id"] == viewer.pk
    told: Row = {"id": row["pk"], "artist": tell_artist_briefly(row, base)}
    told |= {name: row[name] for name in FACTS}
    told["cover_artwork_id"] = row["chosen"]
    cover = previews.get(row["chosen"] or row["first"])
    told["cover"] = cover and cover["thumbnails"]
    told["is_cover_mature"] = bool(cover and cover["is_mature"])
    told["artwork_count"] = row["artwork_count" if own else "public_artwork_count"]
    told["view_count"] = row["view_count"]
    told["previews"] = [previews[row[name]] for name in PREVIEWS if row[name] in previews]
    told |= {name: row[name] for name in TIMES}
    return told | {"url": f"{base}/@{row['owner__username']}/galleries/{quote(row['slug'])}"}


def tell_gallery_whole(gallery: Gallery, *, viewer: Any, base: str) -> Row:
    """One gallery with the first page of the works in it that the viewer may see and, to its artist, its statistics.

    Raises Gallery.DoesNotExist where it went meanwhile.
    """
    told = next(iter(tell_galleries([gallery.pk], viewer=viewer, base=base)), None)
    if told is None:
        raise Gallery.DoesNotExist
    page = list(hanging_in(gallery, viewer).order_by("position", "pk").values_list("artwork", flat=True)[:FIRST_PAGE])
    more = told["artwork_count"] > FIRST_PAGE
    told["artworks"] = {
        "count": told["artwork_count"],
        "next": f"{base}/api/galleries/{gallery.pk}/artworks?page=2" if more else None,
        "previous": None,
        "results": tell_artworks(page, viewer=viewer, base=base),
    }
    return told | ({"statistics": statistics_of(gallery)} if gallery.owner_id == viewer.pk else {})


def hanging_in(gallery: Gallery, viewer: Any) -> QuerySet[GalleryArtwork]:
    """What hangs in a gallery of the works that the viewer may see."""
    seen = Artwork.objects.visible_to(viewer).filter(pk=OuterRef("artwork"))
    return GalleryArtwork.objects.filter(Exists(seen), gallery=gallery.pk)


def statistics_of(gallery: Gallery) -> Row:
    """What its artist is told of a gallery: looks at it, works in it, and what these were given, hidden ones too. One query."""
    works = Artwork.objects.filter(hangings__gallery=gallery.pk)
    sums = works.aggregate(artwork_views=Coalesce(Sum("view_count"), 0), likes=Coalesce(Sum("like_count"), 0))
    told: Row = {name: getattr(gallery, name) for name in COUNTS}
    return told | {name: int(number) for name, number in sums.items()}  # PostgreSQL sums into decimals
