"""Real processes on a real database, for tests that kill them: a house of its own for each test."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.db.utils import ConnectionHandler
from django.utils import timezone
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from config import environment
from config.models import WorkerBeat

ALIAS = "house"


class House:
    """An installation on the database of that URL, with a folder where its tasks leave their notes."""

    def __init__(self, url: str, folder: Path) -> None:
        self.notes = folder / "notes"
        self.variables = {**os.environ, "DATABASE_URL": url, "SECRET_KEY": "of the tests", "MEDIA_ROOT": str(folder)}
        self.variables["DJANGO_SETTINGS_MODULE"] = "config.tests.worker_settings"
        handler = ConnectionHandler(environment.databases(self.variables, folder))
        connections.settings[ALIAS] = handler.settings["default"]
        self.jobs = DBTaskResult.objects.using(ALIAS).order_by("enqueued_at")
        self.beats = WorkerBeat.objects.using(ALIAS)

    def start(self, *arguments: str, **options) -> subprocess.Popen[str]:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=self.variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **options,
        )

    def manage(self, *arguments: str) -> tuple[int, str]:
        """Run a command to its end; returns its exit code and all it said."""
        process = self.start(*arguments)
        output, _ = process.communicate(timeout=60)
        return process.returncode, output

    def enqueue(self, task: Task, *arguments: object) -> None:
        self.jobs.create(
            task_path=task.module_path,
            queue_name=task.queue_name,
            backend_name=task.backend,
            args_kwargs={"args": arguments, "kwargs": {}},
        )

    @contextmanager
    def running(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        process = self.start(*arguments)
        try:
            yield process
        finally:
            process.kill()
            process.communicate(timeout=20)

    def statuses(self) -> list[str]:
        return list(self.jobs.values_list("status", flat=True))

    def written(self) -> list[str]:
        return self.notes.read_text().splitlines() if self.notes.exists() else []

    def let_a_minute_pass(self) -> None:
        """As though whatever workers there were had been silent for more than a minute."""
        then = timezone.now() - timedelta(seconds=61)
        self.beats.update(last_seen=then)
        self.jobs.running().update(started_at=then)

    def close(self) -> None:
        connections[ALIAS].close()
        del connections[ALIAS], connections.settings[ALIAS]


def wait_for(happened: Callable[[], bool], *, seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < until, "It did not happen in time."
        time.sleep(0.02)


def lives(pid: int) -> bool:
    """Whether the process runs; one that ended and was not yet waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def end(process: subprocess.Popen[str], number: int = signal.SIGTERM, *, within: float = 20) -> float:
    """Send the signal; returns the seconds until the process ended."""
    began = time.monotonic()
    process.send_signal(number)
    process.wait(timeout=within)
    return time.monotonic() - began
