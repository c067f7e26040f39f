"""Few sizes for many wishes: what strangers ask for is moved to the next step, so that they cannot have a picture drawn
in every size there is. What is common on the web is a step itself."""

from collections.abc import Sequence
from dataclasses import replace

from gallery.imaging.cropping import Frame, Size

PUBLIC_EDGE = 2048
SIDES = (
    16, 32, 48, 64, 96, 100, 128, 150, 160, 192, 200, 240, 250, 256, 300, 320, 360, 400, 450, 480, 500, 600, 640, 720,
    750, 768, 800, 900, 960, 1000, 1024, 1080, 1200, 1280, 1440, 1500, 1600, 1800, 1920, 2000, PUBLIC_EDGE,
)  # fmt: skip
QUALITIES = (50, 65, 80, 90)
GRID = 64


def snapped(frame: Frame, original: Size) -> Frame:
    """The frame with each side at the next step up, and its region grown to the lines of a grid of 64 by 64."""
    width, height = (side and step(side, SIDES) for side in (frame.width, frame.height))
    return replace(frame, width=width, height=height, crop=frame.crop and snapped_crop(frame.crop, original))


def snapped_quality(quality: int | None) -> int | None:
    return quality and step(quality, QUALITIES)


def step(value: int, steps: Sequence[int]) -> int:
    """The least step that is not below the value, or the last."""
    return next((each for each in steps if each >= value), steps[-1])


def snapped_crop(crop: tuple[int, int, int, int], original: Size) -> tuple[int, int, int, int]:
    """The region with its edges on the grid, further out where they lie between its lines."""
    left, top, width, height = crop
    start, end = grown(left, left + width, original[0])
    upper, lower = grown(top, top + height, original[1])
    return start, upper, end - start, lower - upper


def grown(start: int, end: int, side: int) -> tuple[int, int]:
    lines = min(GRID, side)
    first, last = start * lines // side, -(-end * lines // side)
    return first * side // lines, -(-last * side // lines)
