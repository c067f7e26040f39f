"""Numbers and days are found by the marks of their beginnings, exactly within the range that is asked for."""

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.search.marks import DIGITS, of_number, of_range

COMPARED = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "=": operator.eq}
NUMBERS = st.integers(0, 10 ** DIGITS["iso"] - 1)


@given(number=NUMBERS, bound=NUMBERS, sign=st.sampled_from(sorted(COMPARED)))
def test_a_number_is_in_a_range_if_they_share_a_mark(number, bound, sign):
    shared = set(of_number("iso", number)) & set(of_range("iso", sign, bound))
    assert bool(shared) is COMPARED[sign](number, bound)


@pytest.mark.parametrize("sign", sorted(COMPARED))
@pytest.mark.parametrize("bound", [0, 1, 100, 999_998, 999_999, 1_000_000, 999_999_999])
@pytest.mark.parametrize("number", [0, 100, 999_998])
def test_bounds_at_and_beyond_the_last_number_hold(sign, bound, number):
    shared = set(of_number("iso", number)) & set(of_range("iso", sign, bound))
    assert bool(shared) is COMPARED[sign](number, bound)


@given(bound=NUMBERS, sign=st.sampled_from(sorted(COMPARED)))
def test_a_range_has_few_marks(bound, sign):
    assert 1 <= len(of_range("iso", sign, bound)) <= 9 * DIGITS["iso"] + 1


def test_what_has_no_number_has_no_mark():
    assert of_number("iso", None) == []
