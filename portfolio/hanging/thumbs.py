"""Small pictures beside words: whole, and none longer than a box."""

from gallery.api.pictures import Row
from gallery.imaging import geometry
from portfolio.hanging.pictures import Picture
from portfolio.hanging.works import srcset

BOX = 160
"""CSS pixels on the longer side."""
COPIES = ("small", "medium")


def thumb(
    copies: Row, *, alt: str = "", placeholder: str = "", is_clear: bool = False, is_veiled: bool = False
) -> Picture:
    """A picture of which these copies are told, as `thumbnails` are; loaded when it comes near."""
    small = copies["small"]
    width, height = geometry.fitted(small["width"], small["height"], BOX)
    return Picture(
        href="",
        title="",
        artist="",
        alt=alt,
        src=small["url"],
        srcset=srcset([copies[name] for name in COPIES]),
        sizes=f"{width}px",
        width=width,
        height=height,
        placeholder=placeholder if is_veiled or not is_clear else "",
        is_clear=is_clear,
        is_first=False,
        is_veiled=is_veiled,
    )


def thumb_of_card(card: Row) -> Picture:
    """Of a work as `tell_cards` tells it."""
    view = card["images"][0]
    alt = card["alt_text"] or card["title"]
    facts = {"placeholder": view["placeholder"], "is_clear": view["is_clear"], "is_veiled": card["is_veiled"]}
    return thumb(card["thumbnails"], alt=alt, **facts)
