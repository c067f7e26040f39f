"""Claiming a task, and who may still change it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config.tasks import claims
from config.tests.sample_tasks import add, note_in_background

pytestmark = pytest.mark.django_db


def claimed_by(worker_id="w1"):
    add.enqueue(1, 2)
    return claims.claim(worker_id=worker_id)


def state_of(job):
    return DBTaskResult.objects.get(pk=job.pk).status


def test_a_claimed_task_runs_and_names_its_worker():
    job = DBTaskResult.objects.get(pk=claimed_by("w1").pk)
    assert (job.status, job.worker_ids) == ("RUNNING", ["w1"])


def test_a_claimed_task_is_not_claimed_again():
    claimed_by("w1")
    assert claims.claim(worker_id="w2") is None


def test_nothing_is_claimed_where_nothing_waits():
    assert claims.claim(worker_id="w1") is None


def test_the_default_lane_comes_before_the_background_however_old():
    note_in_background.enqueue("/dev/null", "old")
    add.enqueue(1, 2)
    assert [claims.claim(worker_id="w1").queue_name for _ in range(2)] == ["default", "background"]


def test_a_thread_of_the_default_lane_leaves_the_background_alone():
    note_in_background.enqueue("/dev/null", "drawing")
    assert claims.claim(worker_id="w1", lanes=["default"]) is None


def test_a_task_is_not_claimed_before_its_time():
    add.using(run_after=timezone.now() + timedelta(minutes=1)).enqueue(1, 2)
    assert claims.claim(worker_id="w1") is None


def test_a_task_is_claimed_when_its_time_has_come():
    add.using(run_after=timezone.now() - timedelta(seconds=1)).enqueue(1, 2)
    assert claims.claim(worker_id="w1") is not None


def test_of_two_waiting_the_more_urgent_is_claimed_first():
    add.enqueue(1, 2)
    urgent = add.using(priority=10).enqueue(3, 4)
    assert str(claims.claim(worker_id="w1").pk) == urgent.id


def test_a_postponed_task_keeps_its_attempt_and_its_reason():
    job = claimed_by("w1")
    until = timezone.now() + timedelta(minutes=1)
    assert claims.postpone(job, ValueError("no room"), until=until)
    job.refresh_from_db()
    assert (job.status, job.run_after, job.worker_ids) == ("READY", until, ["w1"])
    assert "no room" in job.traceback


def test_a_task_handed_back_may_be_claimed_at_once_and_counts_no_attempt():
    job = claimed_by("w1")
    assert claims.hand_back(job)
    assert claims.claim(worker_id="w2").worker_ids == ["w2"]


@pytest.mark.parametrize(
    "late_move",
    [
        lambda job: claims.succeed(job, 3),
        lambda job: claims.fail(job, ValueError()),
        lambda job: claims.postpone(job, ValueError(), until=timezone.now()),
        claims.hand_back,
    ],
    ids=["succeed", "fail", "postpone", "hand_back"],
)
def test_a_worker_whose_task_was_taken_over_changes_nothing(late_move):
    stale = claimed_by("w1")
    claims.postpone(stale, ValueError(), until=timezone.now())
    fresh = claims.claim(worker_id="w2")
    before = DBTaskResult.objects.filter(pk=fresh.pk).values().get()
    assert late_move(stale) is False
    assert DBTaskResult.objects.filter(pk=fresh.pk).values().get() == before


def test_the_same_worker_has_no_title_from_its_earlier_claim():
    first = claimed_by("w1")
    claims.postpone(first, ValueError(), until=timezone.now())
    claims.claim(worker_id="w1")
    assert claims.succeed(first, 3) is False
    assert state_of(first) == "RUNNING"


def test_a_done_task_is_done_for_ever():
    job = claimed_by()
    claims.succeed(job, 3)
    assert claims.fail(job, ValueError()) is False
    assert state_of(job) == "SUCCESSFUL"


def test_a_reason_with_a_null_character_is_recorded():
    job = claimed_by()
    assert claims.fail(job, ValueError("EXIF said \0"))
    job.refresh_from_db()
    assert r"EXIF said \0" in job.traceback
    assert job.exception_class_path == "builtins.ValueError"
