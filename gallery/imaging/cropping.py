"""Which part of a picture a copy shows, and how large: whole-number arithmetic about rectangles, apart from any picture.

All in pixels of the original as it is displayed, upright.
"""

from dataclasses import dataclass
from fractions import Fraction

FITS = ("contain", "cover", "crop")

Size = tuple[int, int]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Frame:
    """What is asked for: a box of `width` and `height`, either of them open, and how the picture is to fit it.

    `contain` fits inside, `cover` fills the box and cuts the overhang, `crop` takes the region alone and fits it inside.
    `crop` is that region as left, top, width and height, for any of the three; None is the whole picture.
    """

    width: int | None = None
    height: int | None = None
    fit: str = "contain"
    crop: tuple[int, int, int, int] | None = None


@dataclass(frozen=True)
class Cut:
    """A region of a picture, and the size of the copy of it.

    `fills`: the copy shows only what of the region's middle has its own proportions; else the whole region.
    """

    left: int
    top: int
    right: int
    bottom: int
    width: int
    height: int
    fills: bool = False

    @property
    def size(self) -> Size:
        return self.width, self.height

    def box(self) -> Box:
        """What the copy shows, as left, top, right and bottom. Begins at a whole pixel: what is not scaled stays sharp."""
        if not self.fills:
            return self.left, self.top, self.right, self.bottom
        across, down = self.right - self.left, self.bottom - self.top
        scale = min(Fraction(across, self.width), Fraction(down, self.height))
        left = self.left + (across - self.width * scale) // 2
        top = self.top + (down - self.height * scale) // 2
        return left, top, float(left + self.width * scale), float(top + self.height * scale)

    def scale(self) -> float:
        """Pixels of the copy for one of the original, in the direction that is scaled less; at most 1, but for rounding."""
        left, top, right, bottom = self.box()
        return max(self.width / (right - left), self.height / (bottom - top))


def lies_within(crop: tuple[int, int, int, int], original: Size) -> bool:
    """Whether a region (left, top, width, height) is not empty and no part of it is outside."""
    left, top, width, height = crop
    inside = left >= 0 and top >= 0 and left + width <= original[0] and top + height <= original[1]
    return inside and width > 0 and height > 0


def plan(original: Size, frame: Frame, *, most: int | None = None) -> Cut:
    """The cut that a frame asks for. Never enlarged: a box that is too large shrinks in its own proportions.

    With `most`, nothing is shown finer than in a copy of the whole picture whose long edge is that, and nothing larger.
    """
    left, top, width, height = frame.crop or (0, 0, *original)
    finest = min(Fraction(1), Fraction(most or max(original), max(original)))
    ratios = [Fraction(side, of) for side, of in ((frame.width, width), (frame.height, height)) if side]
    fills = frame.fit == "cover" and len(ratios) == 2
    if fills:
        shrink = min(Fraction(1), finest / max(ratios))
        size = rounded((frame.width or 0) * shrink), rounded((frame.height or 0) * shrink)
    else:
        scale = min([finest, *ratios])
        size = rounded(width * scale), rounded(height * scale)
    return Cut(left, top, left + width, top + height, *size, fills)


def rounded(side: Fraction) -> int:
    """Half up, at least 1."""
    return max(1, (2 * side.numerator + side.denominator) // (2 * side.denominator))
