"""Rate limits."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts import rates
from accounts.exceptions import TooManyRequests
from accounts.models import RateCount

NOON = "2026-01-01T12:00:00Z"


@pytest.fixture(autouse=True)
def three_a_minute(settings, db) -> None:
    settings.RATE_LIMITS = {"share": (3, 60)}


def tries(count: int, identity: str = "10.0.0.1", cost: int = 1) -> list[bool]:
    answers = []
    for _ in range(count):
        try:
            rates.spend("share", identity, cost=cost)
        except TooManyRequests:
            answers.append(False)
        else:
            answers.append(True)
    return answers


@time_machine.travel(NOON, tick=False)
def test_so_many_are_let_through_and_no_more():
    assert tries(5) == [True] * 3 + [False] * 2


@time_machine.travel("2026-01-01T12:00:45Z", tick=False)
def test_the_refusal_tells_the_seconds_to_wait():
    tries(3)
    with pytest.raises(TooManyRequests) as refusal:
        rates.spend("share", "10.0.0.1")
    assert (refusal.value.wait, refusal.value.status) == (15, 429)


def test_the_next_window_begins_anew():
    with time_machine.travel(NOON, tick=False) as traveller:
        assert tries(4)[-1] is False
        traveller.shift(timedelta(seconds=60))
        assert tries(4) == [True] * 3 + [False]


@time_machine.travel(NOON, tick=False)
def test_everyone_is_counted_apart_and_every_scope():
    tries(3)
    assert tries(1, identity="10.0.0.2") == [True]
    rates.spend("unlimited", "10.0.0.1")


@time_machine.travel(NOON, tick=False)
@pytest.mark.parametrize(("cost", "answers"), [(2, [True, False, False]), (3, [True, False, False]), (4, [False] * 3)])
def test_a_cost_is_spent_whole_or_not_at_all(cost, answers):
    assert tries(3, cost=cost) == answers
    assert rates.spent("share", "10.0.0.1") == cost * answers.count(True)


@time_machine.travel(NOON, tick=False)
def test_one_may_look_without_spending_and_forgive():
    tries(2)
    assert [rates.spent("share", "10.0.0.1") for _ in range(2)] == [2, 2]
    assert rates.spent("unlimited", "10.0.0.1") == rates.spent("share", "10.0.0.2") == 0
    rates.forgive("share", "10.0.0.1")
    assert tries(4) == [True] * 3 + [False]


@time_machine.travel(NOON, tick=False)
def test_what_was_no_misuse_is_given_back_and_no_more_than_was_spent():
    tries(3)
    rates.give_back("share", "10.0.0.1")
    assert tries(2) == [True, False]
    for _ in range(5):
        rates.give_back("share", "10.0.0.1")
    assert rates.spent("share", "10.0.0.1") == 0
    rates.give_back("share", "10.0.0.2")
    rates.give_back("unlimited", "10.0.0.1")
    assert tries(4) == [True] * 3 + [False]


def test_spending_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        rates.spend("share", "10.0.0.1")


def test_no_address_is_kept_in_the_clear():
    tries(1)
    assert len(RateCount.objects.get().key) == 64


def test_counts_of_windows_that_are_over_are_swept():
    tries(1)
    assert rates.clear_old() == 0
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert rates.clear_old() == 1


@pytest.mark.django_db(transaction=True)
def test_at_once_exactly_so_many_are_let_through(at_once, settings):
    settings.RATE_LIMITS = {"share": (20, 10**9)}
    answers = at_once(8, lambda _index: tries(5))
    assert sum(answer for thread in answers for answer in thread) == 20
    assert rates.spent("share", "10.0.0.1") == 20
