"""Copies of pictures as other sites take them: feeds, previews of links, embeddings."""

from typing import NamedTuple
from urllib.parse import urljoin

from gallery.api.pictures import Row

# Below this many pixels across, a preview of a link is shown small (developers.facebook.com/docs/sharing/webmasters/images).
WIDE = 1200


class PlainCopy(NamedTuple):
    """A copy at its absolute address, its media type, and its size in pixels."""

    url: str
    type: str
    width: int
    height: int


def plain_copy(copy: Row, *, base: str, kind: str = "jpeg") -> PlainCopy:
    """One of the copies that `thumbnails` tells, under `base` (`https://host`): as a JPEG, which every reader shows, where we
    send it ourselves. What is fetched elsewhere is there as WebP alone."""
    address, size = urljoin(base, copy["url"]), (copy["width"], copy["height"])
    if not address.startswith(f"{base}/api/"):
        return PlainCopy(address, "image/webp", *size)
    return PlainCopy(f"{address}&format={kind}", f"image/{kind}", *size)


def preview(copies: Row, *, base: str) -> PlainCopy:
    """The copy that stands for a page where it is linked to: the smallest that is wide enough, else the widest there is."""
    wide = next((name for name in ("large", "xlarge") if copies[name]["width"] >= WIDE), "xlarge")
    return plain_copy(copies[wide], base=base)
