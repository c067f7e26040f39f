"""Colours are found by a name or by what is near to a value."""

import random

import pytest

from gallery.imaging.lab import color_distance, lab
from gallery.imaging.palette import color_name, from_hex, to_hex
from gallery.search.marks import NEAR, of_color, of_wanted
from gallery.tests.library import new_image, titles
from gallery.tests.searching import found


def colored(*values: str) -> list[dict]:
    return [{"hex": value, "name": color_name(from_hex(value)), "share": 1 / len(values)} for value in values]


@pytest.fixture
def shelf(ada):
    new_image(ada, "sky", colors=colored("#2457c5", "#ffffff"))
    new_image(ada, "fire", colors=colored("#d8202a", "#f58220"))
    new_image(ada, "paper", colors=colored("#fefefe"))


@pytest.mark.parametrize(
    ("color", "names"),
    [
        ("blue", {"sky"}),
        ("Orange", {"fire"}),
        ("white", {"sky", "paper"}),
        ("#2a5cc8", {"sky"}),
        ("d5252f", {"fire"}),
        ("#fff", {"sky", "paper"}),
        ("#2e8b3a", set()),
        ("green", set()),
    ],
)
def test_a_color_finds_what_is_near_by_every_route(shelf, visitor, color, names):
    assert set(found(visitor, color=color)) == names
    assert set(found(visitor, f"color:{color}")) == names
    assert set(titles(visitor, color=color)) == names


def test_a_color_is_a_term_as_any_other(shelf, visitor):
    assert set(found(visitor, "color:white -color:blue")) == {"paper"}
    assert set(found(visitor, "color:blue OR color:red")) == {"sky", "fire"}
    assert found(visitor, "blue") == []


def test_near_is_found_and_far_is_not():
    chance = random.Random(3)  # the same colours each time
    for _ in range(300):
        one, other = ([chance.randrange(256) for _ in range(3)] for _ in range(2))
        near = [min(255, max(0, value + chance.randrange(-12, 13))) for value in one]
        wanted = of_wanted(to_hex(tuple(one)))
        assert (
            any(mark in wanted for mark in of_color(colored(to_hex(tuple(near)))[0])) or distance(one, near) > NEAR / 2
        )
        if distance(one, other) > 2.5 * NEAR:
            assert of_color(colored(to_hex(tuple(other)))[0])[1] not in wanted


def distance(one: list[int], other: list[int]) -> float:
    return color_distance(lab(*one), lab(*other))
