"""Where the copies of works' pictures are fetched without the application, for whoever sees them through the work."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings

from accounts.prepared import Prepared
from gallery import watermarks
from gallery.api.copies import FORMAT, Copies
from gallery.api.pictures import named, stand_ins
from gallery.models import Rendition
from gallery.serving.signing import signed_path
from gallery.storage.shelves import place
from gallery.terms import within
from gallery.watermarks import ending

MARK = tuple(f"image__owner__watermark__{name}" for name in watermarks.COLUMNS)
COLUMNS = (
    "image_id", "size", "stored_name", "is_published", "image__is_public", "image__owner_id",
    "image__owner__artist__public_image_size", *MARK,
)  # fmt: skip


# A page of works may show any number of pictures, up to thousands: the statements asked for of late are kept.
@lru_cache(maxsize=200)
def standing_copies(number: int) -> Prepared:
    """The standing copies of so many pictures, marked ones too, and on what terms others get them."""
    standing = Rendition.objects.filter(format=FORMAT, used_at=None)
    return Prepared(
        lambda **ids: standing.filter(image__in=list(ids.values())).values_list(*COLUMNS), lambda: stand_ins(number)
    )


def copies_in_works(image_ids: Sequence[UUID], *, viewer: Any, base: str) -> dict[UUID, Copies]:
    """The addresses of these pictures' copies that need no application, by picture and size, as `gallery.api.copies.copies_of`
    tells them to the artist; to others what is published of what they get in works, within the limit and under the mark.

    One query; none, and nothing told, where neither CDN_URL nor MEDIA_SIGNING_KEY is set.
    """
    told: dict[UUID, Copies] = defaultdict(dict)
    if not image_ids or not (settings.CDN_URL or settings.MEDIA_SIGNING_KEY):
        return told
    rows = standing_copies(len(image_ids)).rows(**named(image_ids))
    for image_id, size, name, is_published, is_public, owner_id, limit, *mark in rows:
        plain = size.partition("-")[0]
        own = owner_id == viewer.pk
        if size != plain + ("" if own else ending(*mark)):
            continue
        if is_published and settings.CDN_URL and (own or within(plain, limit) == plain):
            told[image_id][plain] = f"{settings.CDN_URL}/{place(name)}"
        elif own and settings.MEDIA_SIGNING_KEY and not is_public:
            told[image_id][plain] = f"{base}{signed_path(image_id, size, name)}"
    return told
