"""Reminders of deadlines, as the days go by."""

from datetime import date, timedelta

import pytest
import time_machine

from accounts.actions import change_preferences, set_active
from portfolio.models import Commission
from portfolio.tasks import remind_of_commissions
from portfolio.tests.commissioning import STATUSES, quote_in, row
from social.models import Notification

ASKED_ON, DEADLINE = date(2027, 1, 1), date(2027, 2, 1)


def due(artist, client, status="in_progress", **facts):
    with time_machine.travel(ASKED_ON, tick=False):
        return row(client, artist, status, deadline=DEADLINE, **facts)


def remind(days):
    """The task, so many days behind the deadline."""
    with time_machine.travel(DEADLINE + timedelta(days=days), tick=False):
        return remind_of_commissions.call()


def lines():
    """Who was told what, in order."""
    return list(Notification.objects.order_by("pk").values_list("recipient__username", "kind"))


def test_who_has_the_next_step_is_reminded_twice_and_both_once_it_is_late(ada, ben):
    due(ada, ben)
    given = {days: remind(days) for days in range(-20, 40)}
    assert {days: count for days, count in given.items() if count} == {-7: 1, -1: 1, 1: 1}
    first, second, *late = lines()
    assert [first, second] == [("ada", "commission_due")] * 2
    assert sorted(late) == [("ada", "commission_overdue"), ("ben", "commission_overdue")]


def test_each_is_given_once_for_ever_however_often_it_is_asked_for(ada, ben):
    due(ada, ben)
    assert [remind(-7) for _ in range(3)] == [1, 0, 0]
    Notification.objects.all().delete()
    assert (remind(-6), lines()) == (0, [])


@pytest.mark.parametrize("days", [-5, 0, 4])
def test_where_no_worker_was_there_it_comes_late(ada, ben, days):
    due(ada, ben)
    assert remind(days) == 1


@pytest.mark.parametrize("status", STATUSES)
def test_only_what_is_under_way_is_due_and_only_what_is_agreed_late(ada, ben, status):
    due(ada, ben, status)
    is_due, is_late = status in ("requested", "accepted", "in_progress"), status in ("accepted", "in_progress")
    assert (remind(-7), remind(1)) == (int(is_due), int(is_late))


def test_the_client_is_reminded_of_a_quote_that_waits(ada, ben):
    quote_in(due(ada, ben, "accepted"))
    remind(-1)
    assert lines() == [("ben", "commission_due")]


def test_what_was_asked_for_a_few_days_before_is_not_told_a_week_before(ada, ben):
    commission = due(ada, ben)
    Commission.objects.filter(pk=commission.pk).update(created_at=f"{DEADLINE - timedelta(days=4)}T12:00:00Z")
    assert [remind(days) for days in (-4, -3, -1)] == [0, 0, 1]


def test_without_a_deadline_nobody_is_reminded(ada, ben):
    row(ben, ada, "in_progress")
    assert remind(-1) == 0


def test_who_is_shut_out_or_turned_it_off_is_told_nothing(ada, ben, mo):
    due(ada, ben)
    set_active(user=ada, by=mo, is_active=False)
    change_preferences(user=ben, changes={"notifications": {"commission": False}})
    assert (remind(-1), lines()) == (0, [])
    remind(1)
    assert lines() == []


def test_of_many_each_is_reminded_of(ada, ben):
    for _ in range(5):
        due(ada, ben)
    assert (remind(-7), len(lines())) == (5, 5)
