"""Old results are removed, and nothing that still waits."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config.tasks import results
from config.tasks.running import drain
from config.tests.sample_tasks import add, despair

pytestmark = pytest.mark.django_db


def finished(task, *arguments, days_ago):
    task.enqueue(*arguments)
    drain(worker_id="w1")
    DBTaskResult.objects.filter(finished_at__gt=timezone.now() - timedelta(minutes=1)).update(
        finished_at=timezone.now() - timedelta(days=days_ago)
    )


def test_done_and_failed_tasks_of_old_are_forgotten():
    finished(add, 1, 2, days_ago=8)
    finished(despair, days_ago=8)
    assert results.forget_finished(7) == 2
    assert not DBTaskResult.objects.exists()


def test_recent_results_are_kept():
    finished(add, 1, 2, days_ago=6)
    assert results.forget_finished(7) == 0


def test_a_task_that_waits_is_never_forgotten():
    add.enqueue(1, 2)
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(days=100))
    assert results.forget_finished(7) == 0


def test_many_are_forgotten_in_several_batches(monkeypatch):
    monkeypatch.setattr(results, "BATCH", 2)
    for _ in range(5):
        finished(add, 1, 2, days_ago=8)
    assert results.forget_finished(7) == 5


def test_the_periodic_task_keeps_a_week():
    finished(add, 1, 2, days_ago=8)
    finished(add, 1, 2, days_ago=6)
    assert results.forget_old_results.call() == 1
