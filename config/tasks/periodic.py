"""The clock: settings.PERIODIC_TASKS, {dotted path of a task: seconds}, each asked for once by all workers together."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from config.models import PeriodicRun

logger = logging.getLogger(__name__)


def enqueue_due() -> list[str]:
    """Ask for every periodic task that is due, and return their paths. One that is new is due at once.

    A task that still waits or runs from its last turn is not asked for again: its turn passes. Nor are turns made up
    for that passed while no worker ran. Raises ImportError where a path names nothing, which `manage.py check` tells
    beforehand.
    """
    now = timezone.now()
    later = set(PeriodicRun.objects.filter(next_due__gt=now).values_list("path", flat=True))
    due = {path: seconds for path, seconds in settings.PERIODIC_TASKS.items() if path not in later}
    return [path for path, seconds in due.items() if _take_turn(path, now=now, period=timedelta(seconds=seconds))]


def _take_turn(path: str, *, now: datetime, period: timedelta) -> bool:
    """Whether it was us who asked: of many workers one moves `next_due`, in the transaction of the enqueueing."""
    PeriodicRun.objects.bulk_create([PeriodicRun(path=path, next_due=now)], ignore_conflicts=True)
    task: Task = import_string(path)
    # Looked up before the transaction: in a large table it takes long, and on SQLite a transaction holds the write lock.
    waits = _is_waiting(task)
    with transaction.atomic():
        if not PeriodicRun.objects.filter(path=path, next_due__lte=now).update(next_due=now + period):
            return False
        if not waits:
            task.enqueue()
    if waits:
        logger.info("Periodic task %s still waits or runs from its last turn", path)
    return not waits


def _is_waiting(task: Task) -> bool:
    unfinished = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    return DBTaskResult.objects.filter(task_path=task.module_path, status__in=unfinished).exists()
