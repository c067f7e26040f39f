"""Old results are removed: the table of tasks is a queue, not an archive."""

from datetime import timedelta

from django.utils import timezone
from django_tasks.base import task
from django_tasks_db.models import DBTaskResult

KEPT_DAYS = 7
BATCH = 1000  # rows in one DELETE: some milliseconds of SQLite's write lock


def forget_finished(days: int) -> int:
    """Remove the tasks, done or failed, that finished more than `days` days ago; returns how many."""
    finished = DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - timedelta(days=days))
    forgotten = 0
    while batch := list(finished.order_by().values_list("pk", flat=True)[:BATCH]):
        forgotten += DBTaskResult.objects.filter(pk__in=batch).delete()[0]
    return forgotten


@task(queue_name="background")
def forget_old_results() -> int:
    """The periodic task: forget what finished more than KEPT_DAYS days ago."""
    return forget_finished(KEPT_DAYS)
