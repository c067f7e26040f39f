import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.imaging import geometry

sides = st.integers(1, 200_000)


@pytest.mark.parametrize(
    ("original", "name", "expected"),
    [
        ((4000, 3000), "small", (320, 240)),
        ((4000, 3000), "xlarge", (2048, 1536)),
        ((3000, 4000), "large", (960, 1280)),
        ((2048, 10), "xlarge", (2048, 10)),
        ((500, 400), "xlarge", (500, 400)),
        ((100_000, 1), "small", (320, 1)),
        ((4000, 3000), "square", (256, 256)),
        ((300, 200), "square", (200, 200)),
        ((1, 1), "small", (1, 1)),
    ],
)
def test_a_rendition_has_the_size_its_name_says(original, name, expected):
    assert geometry.rendition_size(*original, name) == expected


def test_an_unknown_name_has_no_size():
    with pytest.raises(KeyError):
        geometry.rendition_size(10, 10, "huge")


@given(sides, sides, st.sampled_from([320, 640, 1280, 2048]))
def test_the_long_edge_is_met_exactly_and_nothing_is_enlarged(width, height, edge):
    fitted = geometry.fitted(width, height, edge)
    assert max(fitted) == min(edge, max(width, height))
    assert 1 <= fitted[0] <= width
    assert 1 <= fitted[1] <= height


@given(sides, sides, st.sampled_from([320, 640, 1280, 2048]))
def test_a_picture_and_the_same_one_turned_fit_alike(width, height, edge):
    assert geometry.fitted(width, height, edge) == geometry.fitted(height, width, edge)[::-1]


@given(sides, sides, st.sampled_from([320, 640, 1280, 2048]))
def test_proportions_are_kept_to_half_a_pixel(width, height, edge):
    fitted = geometry.fitted(width, height, edge)
    share = max(fitted) / max(width, height)
    assert abs(fitted[0] - width * share) <= 0.5 or fitted[0] == 1
    assert abs(fitted[1] - height * share) <= 0.5 or fitted[1] == 1


@given(sides, sides)
def test_a_square_can_be_cut_from_the_picture_at_the_size_it_needs(width, height):
    edge = geometry.needed_edge(width, height, "square")
    assert min(geometry.fitted(width, height, edge)) >= geometry.square(width, height)


@given(sides, sides, st.sampled_from(geometry.NAMES))
def test_no_more_of_a_picture_is_needed_than_there_is(width, height, name):
    assert geometry.needed_edge(width, height, name) <= max(width, height)


@given(sides, sides)
def test_the_middle_is_a_square_with_as_much_on_either_side(width, height):
    left, upper, right, lower = geometry.middle(width, height)
    assert right - left == lower - upper == min(width, height)
    assert abs(left - (width - right)) <= 1
    assert abs(upper - (height - lower)) <= 1
