"""One claimed task: called, and its outcome recorded."""

import logging
import random
from time import monotonic
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import connections
from django.utils import timezone
from django_tasks.base import TaskContext
from django_tasks.utils import normalize_json
from django_tasks_db.models import DBTaskResult

from config.tasks import claims
from config.tasks.retries import may_try_again, pause_after

logger = logging.getLogger(__name__)


def run(job: DBTaskResult) -> None:
    """Call the task and record it as done, to be tried again, or failed.

    A task that finds its row gone (ObjectDoesNotExist) is done: someone deleted meanwhile what it was to work on.
    Raises django.db.Error where the outcome cannot be recorded; the reconciler then has the task run again.
    """
    began = monotonic()
    try:
        value = _call(job)
    except ObjectDoesNotExist as error:
        logger.info("Task %s (%s) has nothing left to do: %s", job.task_path, job.pk, error)
        recorded = _record(job, None)
    except BaseException as error:  # noqa: BLE001 - even a task that calls sys.exit() must not take its thread with it
        recorded = _record_failure(job, error)
    else:
        logger.info("Task %s (%s) is done after %.2f s", job.task_path, job.pk, monotonic() - began)
        recorded = _record(job, value)
    if not recorded:
        logger.warning(
            "Task %s (%s) was taken over by another worker; its outcome here is dropped", job.task_path, job.pk
        )


def drain(*, worker_id: str) -> int:
    """Run in this thread whatever is due, and what that asks for in its turn; returns how many tasks were run."""
    count = 0
    while job := claims.claim(worker_id=worker_id):
        run(job)
        count += 1
    return count


def renew_connections() -> None:
    """Let go of connections that the task may have lost. One within a transaction of the caller's is the caller's."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()


def _call(job: DBTaskResult) -> Any:
    """The task's answer as JSON values; raises whatever it raises, ImportError where the task is unknown here."""
    task = job.task
    arguments = job.args_kwargs
    # django-tasks-db is typed for the classes of Django 6; on 5.2 they are those of django-tasks.
    context = [TaskContext(task_result=job.task_result)] if task.takes_context else []  # type: ignore[arg-type]
    return normalize_json(task.call(*context, *arguments["args"], **arguments["kwargs"]))


def _record(job: DBTaskResult, value: Any) -> bool:
    renew_connections()
    return claims.succeed(job, value)


def _record_failure(job: DBTaskResult, error: BaseException) -> bool:
    renew_connections()
    attempts = len(job.worker_ids)
    if not may_try_again(error, attempts=attempts):
        logger.error("Task %s (%s) failed for good at attempt %d", job.task_path, job.pk, attempts, exc_info=error)
        return claims.fail(job, error)
    pause = pause_after(attempts, chance=random.random())  # noqa: S311 - to spread load
    logger.warning(
        "Task %s (%s) failed at attempt %d; again in %d s",
        job.task_path,
        job.pk,
        attempts,
        pause.total_seconds(),
        exc_info=error,
    )
    return claims.postpone(job, error, until=timezone.now() + pause)
