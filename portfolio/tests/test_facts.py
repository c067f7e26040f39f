"""How the camera's facts are put into words."""

from datetime import UTC, datetime

import pytest

from gallery.models import Image
from portfolio.labels.facts import camera, exposure, facts_of


@pytest.mark.parametrize(
    ("make", "model", "told"),
    [
        ("Canon", "Canon EOS 40D", "Canon EOS 40D"),
        ("NIKON CORPORATION", "NIKON D70", "NIKON D70"),
        ("HMD Global", "Nokia 8.3 5G", "HMD Global Nokia 8.3 5G"),
        ("Apple", "iPhone 13 Pro Max", "Apple iPhone 13 Pro Max"),
        ("Leica", "", "Leica"),
        ("", "X100", "X100"),
        (" ", "X100", "X100"),
        ("", "", ""),
    ],
)
def test_the_maker_is_named_once(make, model, told):
    assert camera(make, model) == told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            {"shutter_speed": "1/250", "aperture": 2.8, "iso": 400, "focal_length": 50.0},
            "1/250 s, f/2.8, ISO 400, 50 mm",
        ),
        ({"aperture": 8.0}, "f/8"),
        ({"focal_length": 4.25, "iso": 0}, "4.25 mm"),
        ({}, ""),
    ],
)
def test_an_exposure_is_told_as_far_as_it_is_known(facts, told):
    assert exposure(Image(**facts)) == told


def test_a_picture_that_no_camera_made_has_no_facts():
    assert facts_of(Image()) == []


def test_what_is_known_is_told_in_order():
    image = Image(date_taken=datetime(2024, 2, 9, 8, tzinfo=UTC), lens="50mm f/1.8", iso=200, creator="Ada")
    assert [(fact.name, fact.text) for fact in facts_of(image)] == [
        ("Taken", "9 February 2024"),
        ("Lens", "50mm f/1.8"),
        ("Exposure", "ISO 200"),
        ("Creator", "Ada"),
    ]
