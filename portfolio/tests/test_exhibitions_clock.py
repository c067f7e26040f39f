"""What time brings to exhibitions, by the clocks of their places."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from gallery.tests.withholding import suspended
from portfolio.exhibitions.clock import tell_all, turn_all
from portfolio.exhibitions.telling import tell_everyone
from portfolio.models import Exhibition, StatusChange
from portfolio.tasks import turn_exhibitions
from portfolio.tests.entries import new_exhibition, new_submission
from social.tests.telling import texts

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2027, 5, 1), date(2027, 5, 31)
OVER = "Entry to “Salt and Light” is over"


def at(*moment):
    return time_machine.travel(datetime(*moment, tzinfo=UTC), tick=False)


def status():
    return Exhibition.objects.get().status


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("UTC", (2027, 4, 30, 23, 59, 59), (2027, 5, 1)),
        ("Pacific/Kiritimati", (2027, 4, 30, 9, 59, 59), (2027, 4, 30, 10)),
        ("Pacific/Auckland", (2027, 4, 30, 11, 59, 59), (2027, 4, 30, 12)),
        ("Pacific/Pago_Pago", (2027, 5, 1, 10, 59, 59), (2027, 5, 1, 11)),
    ],
)
def test_one_opens_when_its_first_day_begins_there(ada, zone, before, after):
    new_exhibition(ada, status="announced", exhibition_start=FIRST, time_zone=zone)
    with at(*before):
        assert (turn_all(), status()) == (0, "announced")
    with at(*after):
        assert (turn_all(), status()) == (1, "running")
        assert turn_all() == 0
    step = StatusChange.objects.get()
    assert (step.target, step.role, step.actor_id, step.actor_name) == ("running", "clock", None, "")


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("UTC", (2027, 5, 31, 23, 59, 59), (2027, 6, 1)),
        ("Pacific/Kiritimati", (2027, 5, 31, 9, 59, 59), (2027, 5, 31, 10)),
        ("Pacific/Pago_Pago", (2027, 6, 1, 10, 59, 59), (2027, 6, 1, 11)),
    ],
)
def test_one_closes_when_its_last_day_is_over_there(ada, zone, before, after):
    new_exhibition(ada, status="running", exhibition_end=LAST, time_zone=zone)
    with at(*before):
        assert (turn_all(), status()) == (0, "running")
    with at(*after):
        assert (turn_all(), status()) == (1, "closed")


def test_what_was_slept_through_is_made_up_for_at_once(ada):
    new_exhibition(ada, status="announced", exhibition_start=FIRST, exhibition_end=LAST)
    with at(2027, 8, 1):
        assert (turn_all(), status()) == (2, "closed")
    assert list(StatusChange.objects.order_by("pk").values_list("target", flat=True)) == ["running", "closed"]


@pytest.mark.parametrize("stands", ["draft", "open", "jurying", "closed", "cancelled"])
def test_nothing_else_is_moved_by_time(ada, stands):
    new_exhibition(ada, status=stands, exhibition_start=FIRST, exhibition_end=LAST)
    with at(2028, 1, 1):
        assert (turn_all(), status()) == (0, stands)


@pytest.mark.parametrize("stands", ["announced", "running"])
def test_what_has_no_days_waits_for_its_organiser(ada, stands):
    new_exhibition(ada, status=stands)
    with at(2090, 1, 1):
        assert (turn_all(), status()) == (0, stands)


def test_artists_are_told_when_it_opens_by_itself(ada, ben, client_of):
    exhibition = new_exhibition(ada, status="announced", exhibition_start=FIRST)
    new_submission(exhibition, ben, status="accepted")
    with at(2027, 5, 1):
        turn_all()
    tell_everyone("exhibition_running", exhibition.pk, "")
    assert texts(client_of(ben)) == ["“Salt and Light” is open, with your work"]


def test_what_is_of_who_is_shut_out_waits_until_they_are_back(ada, mo):
    new_exhibition(ada, status="announced", exhibition_start=FIRST)
    suspended(ada, mo)
    with at(2027, 5, 2):
        assert (turn_all(), status()) == (0, "announced")
    suspended(ada, mo, lifted=True)
    with at(2027, 5, 3):
        assert (turn_all(), status()) == (1, "running")


def test_an_organiser_is_told_once_that_entry_is_over(ada, client_of):
    exhibition = new_exhibition(ada)
    assert (tell_all(), texts(client_of(ada))) == (0, [])
    with time_machine.travel(exhibition.submission_deadline, tick=False):
        assert [tell_all(), tell_all()] == [1, 0]
    assert texts(client_of(ada)) == [OVER]


def test_of_a_deadline_that_is_put_off_they_are_told_again(ada, client_of):
    exhibition = new_exhibition(ada)
    for _ in range(2):
        with time_machine.travel(exhibition.submission_deadline, tick=False):
            assert tell_all() == 1
        exhibition.submission_deadline += timedelta(days=1)
        exhibition.save()
    assert texts(client_of(ada)) == [OVER, OVER]


@pytest.mark.parametrize(
    "facts", [{"status": "jurying"}, {"status": "draft"}, {"status": "cancelled"}, {"is_hidden": True}]
)
def test_of_what_does_not_wait_for_them_they_are_not_told(ada, facts):
    exhibition = new_exhibition(ada, **facts)
    with time_machine.travel(exhibition.submission_deadline, tick=False):
        assert tell_all() == 0


def test_a_periodic_task_does_both(ada, settings):
    assert settings.PERIODIC_TASKS[turn_exhibitions.module_path] == 5 * 60
    new_exhibition(ada, status="announced", exhibition_start=FIRST)
    late = new_exhibition(ada)
    with time_machine.travel(max(late.submission_deadline, datetime(2027, 5, 1, tzinfo=UTC)), tick=False):
        assert turn_exhibitions.call() == {"moved": 1, "told": 1}
