"""When a failed task is tried again: arithmetic alone."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.tasks.retries import MOST_ATTEMPTS, PAUSES, may_try_again, pause_after
from config.tests.sample_tasks import HopelessError


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 10), (2, 60), (3, 300), (4, 1800), (5, 7200)])
def test_each_pause_is_longer_than_the_one_before(attempts, seconds):
    assert pause_after(attempts, chance=0.5) == timedelta(seconds=seconds)


@given(attempts=st.integers(1, len(PAUSES)), chance=st.floats(0, 1, exclude_max=True))
def test_chance_moves_a_pause_by_a_fifth_at_most(attempts, chance):
    pause = PAUSES[attempts - 1]
    assert 0.8 * pause <= pause_after(attempts, chance=chance) <= 1.2 * pause


@pytest.mark.parametrize("attempts", range(1, MOST_ATTEMPTS))
def test_a_task_that_failed_is_tried_again(attempts):
    assert may_try_again(ValueError(), attempts=attempts)


def test_the_sixth_failure_is_the_last():
    assert not may_try_again(ValueError(), attempts=6)


def test_an_error_that_says_so_is_never_tried_again():
    assert not may_try_again(HopelessError(), attempts=1)
