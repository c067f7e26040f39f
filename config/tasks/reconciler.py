"""What a killed worker left RUNNING is put back."""

import logging
from collections.abc import Collection
from uuid import UUID

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config.models import WorkerBeat
from config.tasks import beats, claims
from config.tasks.retries import may_try_again

logger = logging.getLogger(__name__)


class WorkerLostError(Exception):
    """The worker that ran the task died, or lost sight of it."""


def reconcile(*, worker_id: str, in_hand: Collection[UUID]) -> int:
    """Put back what runs nowhere; returns how many tasks. Any number of reconcilers may do this at once.

    Lost is a task whose worker has been silent for a minute, and one that is down as this worker's (`worker_id`)
    though it is none of those it has `in_hand`: a claim or an outcome whose answer from the database never arrived.
    Only tasks begun more than a minute ago are looked at, so that one being claimed just now by a worker just started
    is nobody's loss.
    """
    now = timezone.now()
    living = beats.alive(now)
    lost = 0
    for job in DBTaskResult.objects.running().filter(started_at__lt=now - beats.SILENCE):
        owner = job.worker_ids[-1]
        if owner not in living or (owner == worker_id and job.pk not in in_hand):
            lost += _put_back(job, owner)
    WorkerBeat.objects.filter(last_seen__lt=now - beats.SILENCE).delete()
    return lost


def _put_back(job: DBTaskResult, owner: str) -> bool:
    """The lost attempt counts, so a task that kills its worker each time ends FAILED. A minute was pause enough."""
    error = WorkerLostError(f"Worker {owner} was lost while it ran this task.")
    attempts = len(job.worker_ids)
    if may_try_again(error, attempts=attempts):
        moved = claims.postpone(job, error, until=timezone.now())
        level, outcome = logging.WARNING, "is put back"
    else:
        moved = claims.fail(job, error)
        level, outcome = logging.ERROR, "failed for good"
    if moved:
        logger.log(
            level, "Task %s (%s) of lost worker %s %s at attempt %d", job.task_path, job.pk, owner, outcome, attempts
        )
    return moved
