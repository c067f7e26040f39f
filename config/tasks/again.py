"""What staff do about tasks that failed for good. Each is noted in the admin's log."""

from typing import Any

from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet


@transaction.atomic
def run_again(*, job: DBTaskResult, by: Any) -> bool:
    """Lets a failed task run again at once, with as many attempts as a new one; returns whether it had failed still.

    That is safe: every task is safe to run twice.
    """
    fresh: dict[str, Any] = {"finished_at": None, "run_after": timezone.now(), "worker_ids": []}
    if not failed(job).update(status=TaskResultStatus.READY, **fresh):
        return False
    note(job, CHANGE, "Run again.", by=by)
    return True


@transaction.atomic
def forget(*, job: DBTaskResult, by: Any) -> bool:
    """Removes a failed task, which is then never run again; returns whether it had failed still."""
    note(job, DELETION, "Forgotten.", by=by)
    deleted, _rows = failed(job).delete()
    if not deleted:
        transaction.set_rollback(True)
    return bool(deleted)


def failed(job: DBTaskResult) -> DBTaskResultQuerySet:
    """The task while it has failed: of two who do something about it at once, one does."""
    return DBTaskResult.objects.failed().filter(pk=job.pk)


def note(job: DBTaskResult, flag: int, words: str, *, by: Any) -> None:
    """As `accounts.actions.notes` does, by what the task is called: the package names its rows by their ids alone."""
    LogEntry.objects.create(
        user_id=by.pk,
        content_type=ContentType.objects.get_for_model(DBTaskResult),
        object_id=str(job.pk),
        object_repr=job.task_path,
        action_flag=flag,
        change_message=words,
    )
