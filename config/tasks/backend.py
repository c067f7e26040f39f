"""The tasks backend of an installation with nothing set: a row in the database, run by `manage.py worker`."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks_db.backend import DatabaseBackend as TableBackend


class DatabaseBackend(TableBackend):
    """Enqueueing is a plain INSERT in the caller's transaction: a task asked for inside `atomic()` exists if and only
    if that transaction commits, and no worker sees it sooner. So nobody needs `transaction.on_commit` to enqueue, and
    no crash between commit and enqueue can lose the task.
    """

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """Also says what is wrong with settings.PERIODIC_TASKS."""
        return [*super().check(**kwargs), *periodic_errors(settings.PERIODIC_TASKS)]


def periodic_errors(periodic_tasks: dict[str, int]) -> Iterator[CheckMessage]:
    """An error for each entry of {dotted path of a task: seconds} that names no task or no time to wait."""
    for path, seconds in periodic_tasks.items():
        try:
            found = import_string(path)
        except ImportError as error:
            yield Error(f"PERIODIC_TASKS: {path} cannot be imported: {error}", id="config.E101")
            continue
        if not isinstance(found, Task):
            yield Error(f"PERIODIC_TASKS: {path} is not a task.", hint="Decorate it with @task().", id="config.E102")
        if seconds <= 0:
            yield Error(f"PERIODIC_TASKS: {path} must wait more than {seconds} seconds.", id="config.E103")
