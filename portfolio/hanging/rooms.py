"""Galleries as cards on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from gallery.api.pictures import Row
from portfolio.hanging.works import srcset

COPIES = ("small", "medium", "large")
# As the style sheet has it: a card is at most 16rem wide, and on a narrow screen one of two.
SIZES = "(min-width: 40rem) {wide:.1f}rem, {narrow:.0f}vw"
SIDE = 256


@dataclass(frozen=True)
class Room:
    """A gallery where it is linked to; without pictures `src` is empty."""

    href: str
    name: str
    artwork_count: int
    src: str = ""
    srcset: str = ""
    sizes: str = ""
    side: int = SIDE


def rooms(galleries: Sequence[Row]) -> list[Room]:
    """These galleries, as `tell_galleries` tells them."""
    return [room(gallery) for gallery in galleries]


def room(gallery: Row) -> Room:
    """With its cover, of which a browser shows the square in the middle: what is wide must be larger for that."""
    href = reverse("gallery", args=[gallery["artist"]["username"], gallery["slug"]])
    told = Room(href, gallery["name"], gallery["artwork_count"])
    cover = cover_of(gallery)
    if not cover:
        return told
    cropped = max(1, cover["medium"]["width"] / cover["medium"]["height"])
    sizes = SIZES.format(wide=16 * cropped, narrow=50 * cropped)
    copies = srcset([cover[name] for name in COPIES])
    return Room(href, told.name, told.artwork_count, cover["medium"]["url"], copies, sizes)


def cover_of(gallery: Row) -> Row | None:
    """The copies of what a gallery is shown by to whoever passes: its cover or, where that is mature, the first of its previews
    that is not."""
    if not gallery["is_cover_mature"]:
        return gallery["cover"]
    return next((each["thumbnails"] for each in gallery["previews"] if not each["is_mature"]), None)
