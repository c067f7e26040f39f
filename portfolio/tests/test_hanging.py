"""How a sequence of pictures becomes rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.hanging.rows import ROW, hang

ratios = st.lists(st.floats(0.5, 4), max_size=24)


def sums(ratios: list[float]) -> list[float]:
    return [sum(ratios[index] for half in row for index in half) for row in hang(ratios)]


@given(ratios)
def test_every_picture_hangs_once_and_in_order(ratios):
    assert [index for row in hang(ratios) for half in row for index in half] == list(range(len(ratios)))


@given(ratios)
def test_a_row_has_one_half_or_two_and_no_half_is_empty(ratios):
    assert all(len(row) in {1, 2} and all(row) for row in hang(ratios))


@given(ratios)
def test_no_row_is_more_than_three_times_as_wide_as_wanted(ratios):
    assert all(total <= 3 * ROW for total in sums(ratios))


@pytest.mark.parametrize("ratio", [0.67, 0.8, 1.0, 1.33, 1.5, 1.78])
def test_rows_of_equal_pictures_are_about_equally_high(ratio):
    totals = sums([ratio] * 24)
    assert max(totals) / min(totals) < 1.8
    assert 0.6 < sum(totals) / len(totals) / ROW < 1.5


def test_no_pictures_make_no_rows():
    assert hang([]) == []


def test_one_picture_is_a_row_of_one_half():
    assert hang([1.5]) == [[range(1)]]


def test_a_panorama_stands_alone():
    assert hang([4.0, 1.5, 1.5, 1.5])[0] == [range(1)]


def test_a_row_is_cut_where_its_halves_are_alike():
    assert hang([1.5, 0.8, 1.5, 0.8]) == [[range(2), range(2, 4)]]


def test_a_small_remainder_is_shared_among_rows():
    assert len(hang([1.5] * 3 + [0.5])) == 1
