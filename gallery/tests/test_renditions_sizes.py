"""Copies made to order: how large they are, and which part of the picture they show."""

import pytest

from gallery.tests.library import upload
from gallery.tests.ordering import colour_at, corners, ordered, quartered
from gallery.tests.pictures import turned

pytestmark = pytest.mark.same_on_any_database

WHOLE = ["red", "green", "blue", "white"]


@pytest.fixture
def picture(adas):
    """Of 400 x 300: red, green, blue and white quarters."""
    return upload(adas, quartered())["id"]


@pytest.mark.parametrize(
    ("query", "size"),
    [
        ({}, (400, 300)),
        ({"width": 200}, (200, 150)),
        ({"height": 100}, (133, 100)),
        ({"width": 100, "height": 100}, (100, 75)),
        ({"width": 333}, (333, 250)),
        ({"width": 1000}, (400, 300)),
        ({"width": 1000, "height": 30}, (40, 30)),
        ({"width": 1}, (1, 1)),
        ({"width": 100, "height": 100, "fit": "cover"}, (100, 100)),
        ({"width": 400, "height": 100, "fit": "cover"}, (400, 100)),
        ({"width": 300, "height": 300, "fit": "cover"}, (300, 300)),
        ({"width": 600, "height": 600, "fit": "cover"}, (300, 300)),
        ({"width": 800, "height": 200, "fit": "cover"}, (400, 100)),
        ({"width": 65500, "height": 1, "fit": "cover"}, (400, 1)),
        ({"width": 120, "fit": "cover"}, (120, 90)),
        ({"crop": "10,20,100,50"}, (100, 50)),
        ({"crop": "10,20,100,50", "fit": "crop"}, (100, 50)),
        ({"crop": "10,20,100,50", "fit": "crop", "width": 50, "height": 50}, (50, 25)),
        ({"crop": "10,20,100,50", "fit": "cover", "width": 50, "height": 50}, (50, 50)),
        ({"crop": "10,20,100,50", "fit": "cover", "width": 90, "height": 90}, (50, 50)),
        ({"crop": "10,20,100,50", "width": 500}, (100, 50)),
        ({"crop": "399,299,1,1"}, (1, 1)),
        ({"crop": "0,0,400,300"}, (400, 300)),
    ],
)
def test_its_owner_gets_exactly_what_they_ask_for_and_nothing_enlarged(adas, picture, query, size):
    assert ordered(adas, picture, **query).size == size


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"width": 80}, WHOLE),
        ({"crop": "0,0,200,150"}, ["red"] * 4),
        ({"crop": "200,150,200,150"}, ["blue"] * 4),
        ({"crop": "0,150,200,150", "width": 20}, ["white"] * 4),
        ({"crop": "100,0,200,150"}, ["red", "green", "green", "red"]),
        ({"crop": "100,75,200,150", "fit": "cover", "width": 40, "height": 40}, WHOLE),
        ({"width": 300, "height": 20, "fit": "cover"}, WHOLE),
    ],
)
def test_the_part_that_is_cut_is_the_part_that_was_asked_for(adas, picture, query, shown):
    assert corners(ordered(adas, picture, **query)) == shown


def test_what_covers_loses_as_much_on_either_side(adas, picture):
    tall = ordered(adas, picture, width=50, height=300, fit="cover")
    assert (colour_at(tall, (20, 10)), colour_at(tall, (30, 10))) == ("red", "green")
    assert (colour_at(tall, (20, 290)), colour_at(tall, (30, 290))) == ("white", "blue")


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_region_is_of_the_picture_as_displayed(adas, orientation, kind):
    picture = upload(adas, turned(orientation, kind), f"photo.{kind.lower()}")["id"]
    assert corners(ordered(adas, picture, crop="20,15,160,120")) == ["red"] * 4
    lower_right = ordered(adas, picture, crop="216,158,160,120", width=80)
    assert (lower_right.size, corners(lower_right)) == ((80, 60), ["blue"] * 4)
    assert corners(ordered(adas, picture, width=100, height=60, fit="cover")) == WHOLE


def test_a_small_region_of_a_large_picture_is_as_sharp_as_the_original(adas):
    picture = upload(adas, quartered(4000, 3000))["id"]
    border = ordered(adas, picture, crop="1990,100,20,20")
    assert (colour_at(border, (9, 10)), colour_at(border, (10, 10))) == ("red", "green")
