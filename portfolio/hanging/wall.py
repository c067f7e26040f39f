"""A wall of pictures: `hanging` applied to images, or to works."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from gallery.api.copies import copies_of
from gallery.models import Image
from portfolio.hanging.pictures import Picture, picture
from portfolio.hanging.rows import hang

COPIES = ("small", "medium", "large")
# All pictures are told to be this high, in CSS pixels; a row of them that is too wide is shrunk by the browser until it
# fits, each in proportion to its width, and so they stay equally high. No row is higher than this.
HEIGHT = 560
# What is narrower or wider than this is given room of this ratio, and stands in the middle of it.
NARROWEST, WIDEST = 0.5, 4.0
# As the style sheet has it: the widest a wall becomes; from 40rem on it shows halves side by side, from 64rem whole rows.
SIZES = "(min-width: 64rem) calc(min(100vw, 90rem) * {row:.3f}), (min-width: 40rem) {half:.1f}vw, 100vw"

Wall = list[list[list[Picture]]]


class Place(NamedTuple):
    """Where a picture hangs: its room in CSS pixels, the `sizes` of its copies, whether it is on the first screen."""

    room: tuple[int, int]
    sizes: str
    is_first: bool


def wall(images: Sequence[Image], copies: Sequence[str] = COPIES) -> Wall:
    """The images in rows of halves, in these copies; those of the first row are to be loaded at once."""
    elsewhere = copies_of([image.pk for image in images])

    def show(index: int, place: Place) -> Picture:
        image = images[index]
        return picture(image, copies=copies, elsewhere=elsewhere[image.pk], **place._asdict())

    return hung([image.width / image.height for image in images], show)


def hung(ratios: Sequence[float], show: Callable[[int, Place], Picture]) -> Wall:
    """Pictures of these proportions, width by height, in rows of halves; `show` gives each for its place."""
    ratios = [min(max(ratio, NARROWEST), WIDEST) for ratio in ratios]

    def placed(index: int, row: list[range], half: range) -> Picture:
        ratio = ratios[index]
        in_half = ratio / sum(ratios[other] for other in half)
        in_row = ratio / sum(ratios[other] for each in row for other in each)
        sizes = SIZES.format(row=in_row, half=in_half * 100)
        return show(index, Place((round(ratio * HEIGHT), HEIGHT), sizes, is_first=row[0].start == 0))

    return [[[placed(index, row, half) for index in half] for half in row] for row in hang(ratios)]
