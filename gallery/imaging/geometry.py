"""The sizes of renditions: whole-number arithmetic about rectangles, in pixels, apart from any picture."""

SIZES = {"small": 320, "medium": 640, "large": 1280, "xlarge": 2048}
SQUARE = 256
NAMES = (*SIZES, "square")


def fitted(width: int, height: int, long_edge: int) -> tuple[int, int]:
    """Width and height in the same proportions, at most `long_edge` on the longer side; never enlarged, at least 1."""
    longer = max(width, height)
    if longer <= long_edge:
        return width, height
    return _share(width, long_edge, longer), _share(height, long_edge, longer)


def square(width: int, height: int) -> int:
    """Side of the square cut from the middle: 256, or the shorter edge where that is less."""
    return min(SQUARE, width, height)


def rendition_size(width: int, height: int, name: str) -> tuple[int, int]:
    """Width and height of the rendition `name` (small, medium, large, xlarge, square); `KeyError` for another name."""
    if name == "square":
        side = square(width, height)
        return side, side
    return fitted(width, height, SIZES[name])


def needed_edge(width: int, height: int, name: str) -> int:
    """Long edge that the whole picture must have so that `name` can be drawn from it without enlarging anything.

    A square takes its side from the shorter edge, so that a panorama is needed in a larger scale than its thumbnail.
    """
    shorter, longer = sorted((width, height))
    if name == "square":
        return -(-longer * square(width, height) // shorter)
    return min(longer, SIZES[name])


def middle(width: int, height: int) -> tuple[int, int, int, int]:
    """The largest square in the middle, as left, upper, right, lower."""
    side = min(width, height)
    left, upper = (width - side) // 2, (height - side) // 2
    return left, upper, left + side, upper + side


def _share(side: int, long_edge: int, longer: int) -> int:
    """Rounded half up in whole numbers: floats would differ in the last pixel for sides of some 10^8."""
    return max(1, (2 * side * long_edge + longer) // (2 * longer))
