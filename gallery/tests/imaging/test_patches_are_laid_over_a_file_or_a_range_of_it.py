import json
from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from gallery.imaging.redaction import Patch, apply

patches = st.lists(
    st.builds(
        Patch,
        offset=st.integers(0, 120),
        length=st.integers(0, 60),
        fill_hex=st.binary(min_size=1, max_size=5).map(bytes.hex),
        kind=st.sampled_from(["private", "location"]),
    ),
    max_size=6,
)


def test_a_patch_overwrites_and_moves_nothing():
    assert apply([Patch(2, 3, "00", "private")], b"abcdefgh") == b"ab\0\0\0fgh"


def test_a_fill_is_repeated_to_the_length():
    assert apply([Patch(1, 5, "414243", "private")], b"-------") == b"-ABCAB-"


def test_the_later_patch_wins():
    both = [Patch(0, 4, "41", "private"), Patch(2, 4, "42", "location")]
    assert apply(both, b"......") == b"AABBBB"


def test_a_patch_that_reaches_past_the_end_does_not_lengthen_the_file():
    assert apply([Patch(4, 100, "00", "private")], b"abcdef") == b"abcd\0\0"


def test_no_patches_change_nothing():
    assert apply([], b"abc", 1000) == b"abc"


@given(patches, st.binary(max_size=150), st.integers(0, 160), st.integers(0, 160))
def test_a_range_is_that_part_of_the_whole_answer(found, data, one, other):
    start, end = sorted((one, other))
    assert apply(found, data[start:end], start) == apply(found, data)[start:end]


@given(patches)
def test_patches_travel_as_json(found):
    assert [Patch(**values) for values in json.loads(json.dumps([asdict(patch) for patch in found]))] == found
