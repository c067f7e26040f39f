"""Pictures made by code: always the same, each style its own."""

from io import BytesIO

import pytest
from PIL import Image, ImageStat

from demo.painting import STYLES, paint

PALETTE = ["#1d2b3a", "#3c5a73", "#7f9bb0", "#e8b98a", "#f7e6cf"]


@pytest.mark.parametrize("style", STYLES)
def test_the_same_seed_paints_the_same_picture_to_the_byte(style):
    first, again = (paint(style, seed="ada/1", palette=PALETTE, size=(160, 120)) for _ in range(2))
    assert first == again


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", [(160, 120), (120, 160), (150, 150)])
def test_a_picture_has_its_size_and_is_not_of_one_colour(style, size):
    picture = Image.open(BytesIO(paint(style, seed="ada/2", palette=PALETTE, size=size)))
    assert picture.size == size
    assert max(ImageStat.Stat(picture).stddev) > 8


def test_another_seed_paints_another_picture():
    painted = {paint("geometry", seed=f"ada/{number}", palette=PALETTE, size=(120, 120)) for number in range(5)}
    assert len(painted) == 5


def test_there_is_no_other_style():
    with pytest.raises(KeyError):
        paint("forgeries", seed="ada", palette=PALETTE, size=(120, 120))
