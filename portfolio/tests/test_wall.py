"""The room that is kept for a picture, and which copy a browser takes."""

import pytest

from gallery.models import Image
from portfolio.hanging.pictures import srcset
from portfolio.hanging.wall import HEIGHT, wall


def pictures(images):
    return [picture for row in wall(images) for half in row for picture in half]


@pytest.mark.parametrize(("width", "height"), [(3000, 2000), (2000, 3000), (1000, 1000), (1, 1)])
def test_room_has_the_proportions_of_the_picture_at_one_height_for_all(ada, show, width, height):
    (picture,) = pictures([show(ada, width=width, height=height)])
    assert (picture.width, picture.height) == (round(HEIGHT * width / height), HEIGHT)
    assert picture.placeholder


@pytest.mark.parametrize(("width", "height", "ratio"), [(9000, 100, 4), (100, 9000, 0.5)])
def test_what_is_very_long_or_very_tall_stands_in_room_of_a_common_shape(ada, show, width, height, ratio):
    (picture,) = pictures([show(ada, width=width, height=height)])
    assert picture.width / picture.height == ratio
    assert picture.placeholder == ""


def test_the_copies_are_told_by_their_width():
    portrait = Image(file_id="0f" * 16, width=2000, height=4000)
    assert srcset(portrait, ("small", "large")) == (
        f"/api/images/{portrait.pk}/thumbnail?size=small 160w, /api/images/{portrait.pk}/thumbnail?size=large 640w"
    )


def test_copies_of_a_small_picture_that_are_equally_wide_are_told_once():
    small = Image(file_id="0f" * 16, width=400, height=300)
    assert srcset(small, ("small", "medium", "large")).count("size=") == 2


def test_the_widths_in_a_row_add_up_to_the_wall(ada, show):
    images = [show(ada), show(ada, width=2000), show(ada), show(ada, height=3000)]
    shares = [float(picture.sizes.split(" * ")[1].split(")")[0]) for picture in pictures(images)]
    assert sum(shares) == pytest.approx(1, abs=0.01)


def test_what_hangs_in_the_first_row_is_loaded_at_once(ada, show):
    rows = wall([show(ada) for _ in range(9)])
    assert [all(picture.is_first for half in row for picture in half) for row in rows] == [True, False, False]
