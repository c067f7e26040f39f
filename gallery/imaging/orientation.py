"""The eight ways a camera can be held (TIFF 6.0 and EXIF 2.32, tag 274 Orientation), undone."""

from PIL import Image

Box = tuple[float, float, float, float]

_UNDO = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """The picture as its maker saw it. 1, and values that EXIF does not know, leave it as it is.

    Turning copies every pixel: shrink first, which makes it some forty times cheaper for a large photograph.
    """
    undo = _UNDO.get(orientation)
    return image if undo is None else image.transpose(undo)


def displayed_size(width: int, height: int, orientation: int) -> tuple[int, int]:
    """Width and height once `upright`: 5 to 8 lie on their side."""
    return (height, width) if orientation in (5, 6, 7, 8) else (width, height)


def stored_box(box: Box, size: tuple[int, int], orientation: int) -> Box:
    """Where a part of the picture as displayed lies in the picture as stored; `size` is the displayed one."""
    left, top, right, bottom = box
    width, height = size
    if orientation in (2, 3, 6, 7):
        left, right = width - right, width - left
    if orientation in (3, 4, 7, 8):
        top, bottom = height - bottom, height - top
    return (top, left, bottom, right) if orientation in (5, 6, 7, 8) else (left, top, right, bottom)
