"""The pictures of works as others see them: through the work, within its artist's limits, and not as pictures of the library."""

from typing import Any
from uuid import UUID

from gallery.api.pictures import Row

LADDER = ("small", "medium", "large", "xlarge", "original")
"""Sizes from the smallest; an artist allows others one of them and all below. A square is smaller than them all."""


def addresses_of(artwork_id: UUID, base: str) -> Row:
    """Where a work's main picture is."""
    return {"image_url": f"{base}/api/artworks/{artwork_id}/image"}


def tell_views(row: Row, pictures: list[Row], *, viewer: Any, base: str) -> list[Row]:
    """The pictures of a work as views of it: their addresses are the work's, and lead to no larger copy than the viewer may
    have."""
    own = row["owner_id"] == viewer.pk
    return [tell_view(row, picture, own=own, base=base) for picture in pictures]


def tell_view(row: Row, picture: Row, *, own: bool, base: str) -> Row:
    address, which = f"{base}/api/artworks/{row['pk']}", f"image={picture['id']}"
    limit = "original" if own else row["owner__artist__public_image_size"]
    sizes = picture["thumbnails"]
    allowed = {name: within(name, limit) for name in sizes}
    thumbnails = {
        name: {**sizes[real], "url": f"{address}/thumbnail?size={real}&{which}"} for name, real in allowed.items()
    }
    urls = {
        "self": picture["urls"]["self"] if own else address,
        "page": f"{base}/artworks/{row['pk']}",
        "download": f"{address}/image?size={limit}&{which}",
        "thumbnail": f"{address}/thumbnail?{which}",
    }
    return {**picture, "thumbnails": thumbnails, "urls": urls}


def within(size: str, limit: str) -> str:
    """The size itself, or the largest that is allowed where it is larger."""
    if size not in LADDER or LADDER.index(size) <= LADDER.index(limit):
        return size
    return limit
