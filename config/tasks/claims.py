"""The life of a task's row: READY → RUNNING → SUCCESSFUL or FAILED, or back to READY.

A running task belongs to the worker whose id is last in `worker_ids`. That list only grows by claims, so the list as
it was when a worker claimed the task is its title to it: every update here asks for exactly that list, and a worker
whose task was taken from it meanwhile (it was paused, or cut off from the database) changes nothing. Each returns
whether it did.
"""

from collections.abc import Sequence
from datetime import datetime
from traceback import format_exception
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks.base import DEFAULT_TASK_BACKEND_ALIAS, TaskResultStatus
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

# The lanes, first come first: nothing of "background" is begun while something of "default" waits.
LANES = ("default", "background")


def claim(*, worker_id: str, lanes: Sequence[str] = LANES) -> DBTaskResult | None:
    """The next task due, from the first lane that has one, now RUNNING and this worker's; None where nothing is."""
    ready = DBTaskResult.objects.ready().filter(backend_name=DEFAULT_TASK_BACKEND_ALIAS)
    for lane in lanes:
        waiting = ready.filter(queue_name=lane)
        # Read first: a worker with nothing to do must not take SQLite's write lock twice a second.
        if waiting.exists() and (job := _take(waiting, worker_id)):
            return job
    return None


def _take(waiting: DBTaskResultQuerySet, worker_id: str) -> DBTaskResult | None:
    """PostgreSQL skips rows being taken by others; SQLite begins the transaction with its write lock (IMMEDIATE)."""
    with transaction.atomic():
        job = waiting.get_locked()
        if job is not None:
            job.claim(worker_id)
    return job


def succeed(job: DBTaskResult, value: Any) -> bool:
    """Record the task as done; `value` must be JSON."""
    now = timezone.now()
    return _move(
        job,
        status=TaskResultStatus.SUCCESSFUL,
        finished_at=now,
        return_value=value,
        exception_class_path="",
        traceback="",
    )


def fail(job: DBTaskResult, error: BaseException) -> bool:
    """Record the task as failed for good; the row is kept with its traceback."""
    return _move(job, status=TaskResultStatus.FAILED, finished_at=timezone.now(), **_described(error))


def postpone(job: DBTaskResult, error: BaseException, *, until: datetime) -> bool:
    """Let the task be tried again from `until` on; the attempt counts, its traceback is kept meanwhile."""
    return _move(job, status=TaskResultStatus.READY, run_after=until, **_described(error))


def hand_back(job: DBTaskResult) -> bool:
    """Let another worker have the task at once, as though it had never been begun here: the attempt does not count."""
    return _move(job, status=TaskResultStatus.READY, run_after=timezone.now(), worker_ids=job.worker_ids[:-1])


def _move(job: DBTaskResult, **changes: Any) -> bool:
    still_ours = DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.RUNNING, worker_ids=job.worker_ids)
    return still_ours.update(**changes) == 1


def _described(error: BaseException) -> dict[str, str]:
    """Which error, and from where. PostgreSQL refuses NUL in a text, and a message may quote a hostile file."""
    kind = type(error)
    return {
        "exception_class_path": f"{kind.__module__}.{kind.__qualname__}",
        "traceback": "".join(format_exception(error)).replace("\0", "\\0"),
    }
