"""Running one claimed task, and what is recorded of it."""

import logging
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from config.models import WorkerBeat
from config.tasks import claims
from config.tasks.retries import MOST_ATTEMPTS
from config.tasks.running import drain, run
from config.tests import sample_tasks

pytestmark = pytest.mark.django_db


def run_once(task, *arguments):
    task.enqueue(*arguments)
    run(claims.claim(worker_id="w1"))
    return DBTaskResult.objects.get()


def test_a_task_that_returns_is_done_and_its_answer_kept():
    job = run_once(sample_tasks.add, 1, 2)
    assert (job.status, job.return_value) == (TaskResultStatus.SUCCESSFUL, 3)
    assert job.finished_at is not None


def test_a_task_may_ask_which_attempt_it_is():
    assert run_once(sample_tasks.tell_attempt).return_value == 1


def test_a_task_that_fails_waits_about_ten_seconds():
    job = run_once(sample_tasks.fail, "no room")
    pause = job.run_after - timezone.now()
    assert job.status == TaskResultStatus.READY
    assert timedelta(seconds=7) < pause < timedelta(seconds=13)


def test_a_task_that_fails_once_too_often_is_kept_as_failed_with_its_traceback(caplog):
    sample_tasks.fail.enqueue("no room")
    DBTaskResult.objects.update(worker_ids=["gone"] * (MOST_ATTEMPTS - 1))
    run(claims.claim(worker_id="w1"))
    job = DBTaskResult.objects.get()
    assert (job.status, job.exception_class_path) == (TaskResultStatus.FAILED, "builtins.ValueError")
    assert "no room" in job.traceback
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.exc_info[0] is ValueError


def test_a_task_tried_again_with_success_forgets_its_failure():
    sample_tasks.add.enqueue(1, 2)
    claims.postpone(claims.claim(worker_id="w1"), ValueError(), until=timezone.now())
    run(claims.claim(worker_id="w1"))
    job = DBTaskResult.objects.get()
    assert (job.status, job.traceback, len(job.worker_ids)) == (TaskResultStatus.SUCCESSFUL, "", 2)


def test_an_error_that_says_never_again_fails_at_once():
    assert run_once(sample_tasks.despair).status == TaskResultStatus.FAILED


def test_a_task_whose_row_was_deleted_meanwhile_is_done():
    assert run_once(sample_tasks.look_for_the_deleted).status == TaskResultStatus.SUCCESSFUL


def test_a_task_that_would_end_the_process_only_fails():
    assert run_once(sample_tasks.leave).exception_class_path == "builtins.SystemExit"


def test_an_answer_that_is_not_json_is_a_failure():
    assert run_once(sample_tasks.answer_an_object).exception_class_path == "builtins.TypeError"


def test_a_task_unknown_here_is_tried_again_since_newer_code_may_know_it():
    sample_tasks.add.enqueue(1, 2)
    DBTaskResult.objects.update(task_path="config.tests.sample_tasks.of_tomorrow")
    run(claims.claim(worker_id="w1"))
    job = DBTaskResult.objects.get()
    assert (job.status, job.exception_class_path) == (TaskResultStatus.READY, "builtins.ImportError")


def test_an_outcome_that_comes_after_a_takeover_is_dropped(caplog):
    sample_tasks.add.enqueue(1, 2)
    stale = claims.claim(worker_id="w1")
    claims.hand_back(stale)
    fresh = claims.claim(worker_id="w2")
    run(stale)
    fresh.refresh_from_db()
    assert fresh.status == TaskResultStatus.RUNNING
    assert "taken over by another worker" in caplog.text


def test_draining_runs_all_that_is_due(tmp_path):
    for line in ("one", "two"):
        sample_tasks.note.enqueue(str(tmp_path / "notes"), line)
    assert drain(worker_id="w1") == 2
    assert (tmp_path / "notes").read_text().split() == ["one", "two"]


def test_the_command_drains_and_leaves_no_worker_behind(tmp_path, capsys):
    sample_tasks.note.enqueue(str(tmp_path / "notes"), "one")
    call_command("worker", until_empty=True)
    assert capsys.readouterr().out == "1 task run.\n"
    assert not WorkerBeat.objects.exists()
