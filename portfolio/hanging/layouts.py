"""Works hung as an artist has it: in a grid, in justified rows, in columns, or one beside the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from gallery.api.pictures import Row
from portfolio.hanging.pictures import Picture
from portfolio.hanging.slides import slides
from portfolio.hanging.wall import COPIES, HEIGHT, NARROWEST, WIDEST, Place, Wall, hung
from portfolio.hanging.works import shown
from portfolio.models import Layout

# As the style sheet has it: cells are square, six to a row at the most; a picture fills its cell in one direction.
CELLS = "(min-width: 90rem) {wide:.1f}rem, (min-width: 64rem) {desk:.1f}vw, (min-width: 40rem) {tablet:.1f}vw, {phone:.1f}vw"
FIRST_CELLS = 4
COLUMNS = 3
COLUMN = "(min-width: 64rem) calc(min(100vw, 90rem) / 3), (min-width: 40rem) 50vw, 100vw"


@dataclass(frozen=True)
class Hanging:
    """Works on a page: by which template, and what that takes."""

    template: str
    wall: Wall = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    slides: list[Picture] = field(default_factory=list)


def hang_works(cards: Sequence[Row], layout: str, *, is_top: bool) -> Hanging:
    """Works as `tell_cards` tells them. `is_top`: nothing is above them, so that their first row is loaded at once."""
    if layout == Layout.GRID:
        return Hanging("portfolio/_grid.html", pictures=in_cells(cards, is_top=is_top))
    if layout == Layout.COLUMNS:
        return Hanging("portfolio/_columns.html", pictures=in_columns(cards, is_top=is_top))
    if layout == Layout.SLIDESHOW:
        return Hanging("portfolio/_slides.html", slides=slides(cards))
    return Hanging("portfolio/_wall.html", wall=in_rows(cards, is_top=is_top))


def in_rows(cards: Sequence[Row], *, is_top: bool) -> Wall:
    """In rows of halves that are filled edge to edge."""

    def show(index: int, place: Place) -> Picture:
        return picture_of(cards[index], place._replace(is_first=is_top and place.is_first))

    return hung([ratio_of(card) for card in cards], show)


def in_cells(cards: Sequence[Row], *, is_top: bool) -> list[Picture]:
    """In square cells, whole."""
    return [
        picture_of(card, Place(room_of(card), in_cell(ratio_of(card)), is_top and number < FIRST_CELLS))
        for number, card in enumerate(cards)
    ]


def in_cell(ratio: float) -> str:
    """The `sizes` of a picture of this ratio in a square cell."""
    share = min(1.0, ratio)
    return CELLS.format(wide=21 * share, desk=24 * share, tablet=31 * share, phone=46 * share)


def in_columns(cards: Sequence[Row], *, is_top: bool) -> list[Picture]:
    """One below the other, in columns that a browser makes equally high."""
    tops = tops_of([1 / ratio_of(card) for card in cards])
    return [
        picture_of(card, Place(room_of(card), COLUMN, is_top and number in tops)) for number, card in enumerate(cards)
    ]


def tops_of(heights: Sequence[float]) -> set[int]:
    """Which of these stand at the top of the columns, where a browser fills `COLUMNS` of them."""
    until = [0.0, *accumulate(heights)]
    return {
        next(number for number, above in enumerate(until) if above >= until[-1] * column / COLUMNS)
        for column in range(COLUMNS)
    }


def picture_of(card: Row, place: Place) -> Picture:
    view = card["images"][0]
    return shown(card, view, COPIES, place, is_clear=view["is_clear"], is_veiled=card["is_veiled"])


def ratio_of(card: Row) -> float:
    """Width by height of the room that a work is given; what is very long or very tall stands in the middle of it."""
    view = card["images"][0]
    ratio: float = view["width"] / view["height"]
    return min(max(ratio, NARROWEST), WIDEST)


def room_of(card: Row) -> tuple[int, int]:
    return round(ratio_of(card) * HEIGHT), HEIGHT
