"""Works one after the other, each as large as the screen lets it be."""

from collections.abc import Sequence

from gallery.api.pictures import Row
from gallery.imaging import geometry
from portfolio.hanging.pictures import Picture
from portfolio.hanging.wall import Place
from portfolio.hanging.works import shown

# Parts of the screen's height, as the style sheet has them.
ON_A_PAGE, ON_THE_SCREEN = 78, 100


def slides(cards: Sequence[Row], *, height: int = ON_A_PAGE) -> list[Picture]:
    """Works as `tell_cards` tells them, by their main pictures, uncropped, at most `height` hundredths of the screen high; the
    first is loaded at once."""
    return [slide(card, height=height, is_first=number == 0) for number, card in enumerate(cards)]


def slide(card: Row, *, height: int, is_first: bool) -> Picture:
    view = card["images"][0]
    copy = view["thumbnails"]["xlarge"]
    room = (copy["width"], copy["height"])
    place = Place(room, f"min(100vw, {height * room[0] / room[1]:.1f}svh)", is_first=is_first)
    return shown(card, view, tuple(geometry.SIZES), place, is_clear=view["is_clear"], is_veiled=card["is_veiled"])
