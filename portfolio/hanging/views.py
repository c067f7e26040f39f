"""The views of a work on its page, each with the copy in which all its detail is seen."""

from typing import Any, NamedTuple

from gallery.api.pictures import Row
from gallery.imaging import geometry
from portfolio.hanging.pictures import Picture
from portfolio.hanging.wall import Place
from portfolio.hanging.works import shown, transparent

SIZES = "(min-width: 64rem) calc(min(100vw, 90rem) - 26rem), 100vw"


class Full(NamedTuple):
    """The largest copy that the viewer may have: its address, width and height in pixels."""

    url: str
    width: int
    height: int


class View(NamedTuple):
    """One picture of a work."""

    picture: Picture
    full: Full


def views_of(work: Row, *, viewer: Any, veiled: bool) -> list[View]:
    """The pictures of a work, as `tell_artwork_whole` tells it, as large as the viewer may have them; the first is loaded at
    once. One query."""
    clear = transparent([view["id"] for view in work["images"]])
    views = []
    for number, view in enumerate(work["images"]):
        place = Place(room_of(view), SIZES, is_first=number == 0)
        is_clear = view["id"] in clear
        picture = shown(work, view, tuple(geometry.SIZES), place, is_clear=is_clear, is_veiled=veiled)
        views.append(View(picture, full_of(view, is_clear=is_clear)))
    return views


def room_of(view: Row) -> tuple[int, int]:
    copy = view["thumbnails"]["xlarge"]
    return copy["width"], copy["height"]


def full_of(view: Row, *, is_clear: bool) -> Full:
    """All pixels where the viewer may have the original, in a format that browsers show and that counts as no download of it."""
    if "size=original" in view["urls"]["download"]:
        kind = "png" if is_clear else "jpeg"
        return Full(f"{view['urls']['download']}&format={kind}", view["width"], view["height"])
    return Full(view["thumbnails"]["xlarge"]["url"], *room_of(view))
