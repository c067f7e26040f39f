import pytest
from PIL import Image

from gallery.imaging.orientation import displayed_size, upright

CORNERS = {"red": (0, 0), "lime": (39, 0), "blue": (39, 29)}
# How EXIF stores a picture that is displayed upright: the transposition that the camera made.
STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def marked():
    """White, with a different colour in three of its corners."""
    image = Image.new("RGB", (40, 30), "white")
    for colour, corner in CORNERS.items():
        image.putpixel(corner, Image.new("RGB", (1, 1), colour).getpixel((0, 0)))
    return image


@pytest.mark.parametrize("orientation", STORED)
def test_every_way_to_hold_a_camera_is_undone(orientation):
    assert upright(marked().transpose(STORED[orientation]), orientation) == marked()


@pytest.mark.parametrize("orientation", [1, 0, 9, -3, 65535])
def test_a_value_that_says_nothing_leaves_the_very_same_picture(orientation):
    image = marked()
    assert upright(image, orientation) is image


@pytest.mark.parametrize("orientation", range(10))
def test_the_displayed_size_is_that_of_the_upright_picture(orientation):
    assert displayed_size(40, 30, orientation) == upright(marked(), orientation).size
