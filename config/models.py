"""The rows of the worker: who lives, and when each periodic task is due. Tasks are django-tasks-db's rows."""

from django.db import models


class WorkerBeat(models.Model):
    """A worker that runs, or ran and was killed: `last_seen` moves every few seconds while it lives."""

    id = models.CharField(primary_key=True, max_length=64)
    host = models.CharField(max_length=255)
    pid = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    last_seen = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["started_at"]

    def __str__(self) -> str:
        return self.id


class PeriodicRun(models.Model):
    """When the task at this dotted path is to be asked for next."""

    path = models.CharField(primary_key=True, max_length=255)
    next_due = models.DateTimeField()

    class Meta:
        ordering = ["next_due"]

    def __str__(self) -> str:
        return self.path
