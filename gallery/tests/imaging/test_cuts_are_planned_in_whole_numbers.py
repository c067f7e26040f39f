import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gallery.imaging.cropping import Cut, Frame, lies_within, plan
from gallery.imaging.geometry import fitted
from gallery.snapping import GRID, PUBLIC_EDGE, SIDES, snapped, snapped_quality

sides = st.integers(1, 20_000)
wishes = st.none() | st.integers(1, 65_500)


@st.composite
def asked(draw):
    original = draw(sides), draw(sides)
    left, top = draw(st.integers(0, original[0] - 1)), draw(st.integers(0, original[1] - 1))
    region = left, top, draw(st.integers(1, original[0] - left)), draw(st.integers(1, original[1] - top))
    crop = draw(st.none() | st.just(region))
    return original, Frame(draw(wishes), draw(wishes), draw(st.sampled_from(["contain", "cover", "crop"])), crop)


@settings(deadline=None)
@given(asked())
def test_nothing_is_enlarged_or_larger_than_its_box_or_shown_from_outside(wish):
    original, frame = wish
    cut = plan(original, frame)
    assert 1 <= cut.width <= (frame.width or original[0])
    assert 1 <= cut.height <= (frame.height or original[1])
    assert cut.width <= cut.right - cut.left
    assert cut.height <= cut.bottom - cut.top
    left, top, right, bottom = cut.box()
    assert cut.left <= left < right <= cut.right + 1e-6
    assert cut.top <= top < bottom <= cut.bottom + 1e-6


@settings(deadline=None)
@given(asked())
def test_a_box_that_fits_is_filled_exactly(wish):
    original, frame = wish
    _, _, width, height = frame.crop or (0, 0, *original)
    cut = plan(original, frame)
    if frame.width and frame.height and frame.width <= width and frame.height <= height:
        touching = cut.width == frame.width, cut.height == frame.height
        assert all(touching) if frame.fit == "cover" else any(touching)


@settings(deadline=None)
@given(sides, sides, st.integers(1, 5_000))
def test_the_whole_picture_is_as_large_as_a_standing_rendition_of_that_edge(width, height, edge):
    assert plan((width, height), Frame(edge, edge)).size == fitted(width, height, edge)


@settings(deadline=None)
@given(asked())
def test_what_others_get_is_one_of_few_and_no_finer_than_the_public_copy(wish):
    original, frame = wish
    steps = snapped(frame, original)
    assert {steps.width, steps.height} <= {*SIDES, None}
    cut = plan(original, steps, most=PUBLIC_EDGE)
    assert max(cut.size) <= PUBLIC_EDGE
    if steps.crop:
        assert lies_within(steps.crop, original)
        assert all(a <= b for a, b in zip(steps.crop[:2], frame.crop[:2], strict=True))
        assert steps.crop[0] + steps.crop[2] >= frame.crop[0] + frame.crop[2]
        share = PUBLIC_EDGE / max(original)
        assert cut.width <= max(1, steps.crop[2] * min(1, share) + 0.5)


@pytest.mark.parametrize("side", [7, 64, 400, 6001])
def test_regions_have_few_edges(side):
    frames = (snapped(Frame(crop=(left, 0, 1, 1)), (side, 10)) for left in range(side))
    assert len({frame.crop[0] for frame in frames}) <= GRID


@pytest.mark.parametrize(("asked", "given"), [(None, None), (1, 50), (50, 50), (51, 65), (90, 90), (100, 90)])
def test_qualities_are_moved_up_to_one_of_four(asked, given):
    assert snapped_quality(asked) == given


@pytest.mark.parametrize(
    ("region", "inside"),
    [((0, 0, 4, 3), True), ((3, 2, 1, 1), True), ((0, 0, 5, 1), False), ((-1, 0, 2, 2), False), ((0, 0, 0, 1), False)],
)
def test_a_region_lies_within_or_not(region, inside):
    assert lies_within(region, (4, 3)) is inside


def test_what_fills_its_box_comes_from_the_middle():
    assert Cut(100, 0, 500, 300, 100, 100, fills=True).box() == (150, 0, 450, 300)
    assert Cut(0, 0, 401, 300, 300, 300, fills=True).box() == (50, 0, 350, 300)
