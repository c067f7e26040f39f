"""Periodic tasks: each asked for once a period, whatever else happens."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config.models import PeriodicRun
from config.tasks import periodic
from config.tasks.periodic import enqueue_due
from config.tasks.running import drain

pytestmark = pytest.mark.django_db
PATH = "config.tests.sample_tasks.tell_attempt"


@pytest.fixture(autouse=True)
def hourly(settings):
    settings.PERIODIC_TASKS = {PATH: 3600}


def an_hour_passes():
    PeriodicRun.objects.update(next_due=timezone.now() - timedelta(seconds=1))


def test_a_new_periodic_task_is_asked_for_at_once():
    assert enqueue_due() == [PATH]
    assert DBTaskResult.objects.ready().get().task_path == PATH


def test_it_is_not_asked_for_again_within_its_period():
    enqueue_due()
    assert enqueue_due() == []


def test_it_is_asked_for_again_after_its_period():
    enqueue_due()
    drain(worker_id="w1")
    an_hour_passes()
    assert enqueue_due() == [PATH]


def test_the_next_turn_is_a_period_from_now_however_late_this_one_was():
    PeriodicRun.objects.create(path=PATH, next_due=timezone.now() - timedelta(days=3))
    enqueue_due()
    pause = PeriodicRun.objects.get().next_due - timezone.now()
    assert timedelta(minutes=59) < pause <= timedelta(hours=1)


@pytest.mark.parametrize("state", ["READY", "RUNNING"])
def test_it_does_not_pile_up_while_its_last_turn_is_unfinished(state):
    enqueue_due()
    DBTaskResult.objects.update(status=state)
    an_hour_passes()
    assert enqueue_due() == []
    assert DBTaskResult.objects.count() == 1


def test_a_turn_that_passed_is_not_made_up_for():
    enqueue_due()
    an_hour_passes()
    enqueue_due()
    drain(worker_id="w1")
    assert enqueue_due() == []


def test_of_two_workers_that_look_at_the_same_moment_one_takes_the_turn():
    now = timezone.now()
    turns = [periodic._take_turn(PATH, now=now, period=timedelta(hours=1)) for _ in range(2)]
    assert turns == [True, False]
    assert DBTaskResult.objects.count() == 1
