"""What a killed worker left is put back, and nothing else is."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config.models import WorkerBeat
from config.tasks import beats, claims
from config.tasks.reconciler import reconcile
from config.tasks.retries import MOST_ATTEMPTS
from config.tests.sample_tasks import add

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(seconds=61)


def running(*, owner, began=LONG_AGO, earlier_attempts=0):
    """A task of the worker `owner`, begun so long ago."""
    add.enqueue(1, 2)
    DBTaskResult.objects.filter(status="READY").update(worker_ids=["gone"] * earlier_attempts)
    job = claims.claim(worker_id=owner)
    DBTaskResult.objects.filter(pk=job.pk).update(started_at=timezone.now() - began)
    return job


def seen(worker_id, *, ago=timedelta()):
    beats.beat(worker_id)
    WorkerBeat.objects.filter(id=worker_id).update(last_seen=timezone.now() - ago)


def put_back(*, by="w1", in_hand=()):
    return reconcile(worker_id=by, in_hand=in_hand)


def test_a_task_of_a_worker_silent_for_a_minute_is_put_back():
    seen("w2", ago=LONG_AGO)
    job = running(owner="w2")
    assert put_back() == 1
    assert claims.claim(worker_id="w1").worker_ids == [*job.worker_ids, "w1"]


def test_a_task_of_a_worker_without_a_row_is_put_back():
    running(owner="w2")
    assert put_back() == 1


def test_a_task_of_a_living_worker_stays_with_it_however_long_it_takes():
    seen("w2", ago=timedelta(seconds=50))
    running(owner="w2", began=timedelta(hours=1))
    assert put_back() == 0


def test_a_task_claimed_just_now_is_left_alone():
    running(owner="w2", began=timedelta(seconds=5))
    assert put_back() == 0


def test_a_task_that_this_worker_lost_sight_of_is_put_back():
    seen("w1")
    running(owner="w1")
    assert put_back(by="w1") == 1


def test_a_task_that_this_worker_has_in_hand_stays():
    seen("w1")
    job = running(owner="w1")
    assert put_back(by="w1", in_hand={job.pk}) == 0


def test_a_task_that_kills_its_worker_each_time_ends_failed():
    running(owner="w2", earlier_attempts=MOST_ATTEMPTS - 1)
    assert put_back() == 1
    job = DBTaskResult.objects.get()
    assert (job.status, job.exception_class_path) == ("FAILED", "config.tasks.reconciler.WorkerLostError")


def test_a_second_reconciler_finds_nothing_left():
    running(owner="w2")
    assert [put_back(by="w1"), put_back(by="w3")] == [1, 0]


def test_two_reconcilers_with_the_same_list_put_a_task_back_once():
    job = running(owner="w2")
    now = timezone.now()
    assert [claims.postpone(job, ValueError(), until=now) for _ in range(2)] == [True, False]


def test_the_row_of_a_dead_worker_is_removed_and_that_of_a_living_one_kept():
    seen("w1")
    seen("w2", ago=LONG_AGO)
    put_back()
    assert set(WorkerBeat.objects.values_list("id", flat=True)) == {"w1"}
