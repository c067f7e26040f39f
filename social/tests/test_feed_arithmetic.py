"""How places in a feed are reckoned and written."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from gallery.imaging.kinship import palette_of
from social.feed.choosing import Signal, nearest, score, shared
from social.feed.mingling import EVERY, since_after, turns
from social.feed.places import Place, Point, decode
from social.models import Recommendation

Why = Recommendation.Reason
TIMES = st.datetimes(timezones=st.just(UTC))
POINTS = st.none() | st.builds(Point, TIMES, st.uuids())
COUNTS = st.integers(0, 60)


@given(new=COUNTS, recommended=COUNTS, since=st.integers(0, EVERY), size=st.integers(1, 20))
def test_pages_join_to_what_one_long_page_would_be(new, recommended, since, size):
    whole = turns(new=new, recommended=recommended, since=since, limit=200)
    walked, now = [], since
    while page := turns(
        # As the reading has it: one more of each than can stand on the page.
        new=min(size + 1, new - walked.count("new")),
        recommended=min(size + 1, recommended - walked.count("recommended")),
        since=now,
        limit=size,
    ):
        walked, now = walked + page, since_after(page, now)
    assert walked == whole
    assert (whole.count("new"), whole.count("recommended")) == (new, recommended)


@pytest.mark.parametrize(
    ("new", "recommended", "since", "order"),
    [
        (9, 2, 0, "nnnnrnnnnrn"),
        (9, 2, 3, "nrnnnnrnnnn"),
        (2, 3, 0, "nnrrr"),
        (0, 2, 0, "rr"),
        (6, 0, 4, "nnnnnn"),
        (1, 1, 4, "rn"),
        (0, 0, 0, ""),
    ],
)
def test_behind_every_fourth_new_one_stands_a_recommended_one(new, recommended, since, order):
    found = turns(new=new, recommended=recommended, since=since, limit=24)
    assert "".join(turn[0] for turn in found) == order


@given(st.builds(Place, TIMES, st.uuids(), st.integers(0, 60), st.integers(0, EVERY), POINTS))
def test_a_cursor_tells_its_place(place):
    assert decode(place.encode()) == place


@given(st.text(max_size=200) | st.binary(max_size=50).map(lambda data: data.decode("latin-1")))
def test_no_other_text_is_a_cursor(text):
    with pytest.raises(ValidationError) as refusal:
        decode(text)
    assert refusal.value.message_dict.keys() == {"cursor"}


@given(st.text(min_size=1, max_size=1), st.integers(0, 200))
def test_a_cursor_that_was_changed_is_none(letter, at):
    cursor = Place(datetime(2026, 1, 1, tzinfo=UTC), UUID(int=1)).encode()
    changed = cursor[: at % len(cursor)] + letter + cursor[at % len(cursor) + 1 :]
    if changed != cursor:
        with pytest.raises(ValidationError):
            decode(changed)


def palette(*colors):
    return palette_of([{"hex": color, "share": 1 / len(colors)} for color in colors])


def test_the_nearest_palette_is_named_and_a_far_one_is_none():
    red, blue = UUID(int=1), UUID(int=2)
    liked = {red: palette("#cc2222"), blue: palette("#2222cc")}
    assert nearest(palette("#d03020"), liked) == Signal(1, red)
    assert nearest(palette("#2222cc", "#cc2222"), liked).strength == 0.5
    assert nearest(palette("#22cc22"), liked) == nearest([], liked) == nearest([], {}) == Signal(0)


def test_tags_count_as_often_as_they_stand_on_what_is_liked_and_the_foremost_is_named():
    tags = {7: ("sea", 3), 4: ("boats", 1)}
    assert shared({4, 7}, tags) == Signal(4 / 6, detail="sea")
    assert shared({4}, tags) == Signal(1 / 3, detail="boats")


def test_the_score_is_the_weighed_sum():
    assert score({Why.LIKED_TOGETHER: Signal(0.5), Why.TAGS: Signal(0.2), Why.FRESH: Signal(1)}) == 4 + 1 + 0.5
