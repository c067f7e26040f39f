"""The worker: threads that run tasks, and the upkeep beside them, until it is told to stop."""

import logging
import random
from collections.abc import Sequence
from datetime import timedelta
from threading import Event, Thread
from time import monotonic, sleep
from uuid import UUID

from django.db import Error, close_old_connections, connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config.tasks import beats, claims
from config.tasks.periodic import enqueue_due
from config.tasks.reconciler import reconcile
from config.tasks.running import run

POLL = 0.5  # seconds between two looks at an empty queue: two reads by primary index, no lock
TICK = 0.2  # seconds within which a signal is noticed
UPKEEP = 5.0  # seconds between two looks at the periodic tasks
RECONCILE = 30.0
GRACE = 5.0  # seconds that tasks at hand are given when the worker is told to stop
TIME_LIMIT = timedelta(hours=1)

logger = logging.getLogger(__name__)


class Worker:
    """`threads` tasks at a time, all of one process: Pillow and the database drivers let go of the interpreter while
    they work.

    With two threads or more the first one takes nothing of the "background" lane, so however long the drawings there
    are, a mail or a first thumbnail never waits for one.
    """

    def __init__(self, *, threads: int) -> None:
        self.id = beats.new_worker_id()
        self.in_hand: dict[UUID, DBTaskResult] = {}
        self.told_to_stop = False
        self._stopping = Event()
        self._reconcile_at = 0.0
        lanes = [claims.LANES[:1], *[claims.LANES] * (threads - 1)] if threads > 1 else [claims.LANES]
        self._threads = [
            Thread(target=self._work, args=(own,), name=f"task-{n}", daemon=True) for n, own in enumerate(lanes)
        ]

    def stop(self) -> None:
        """Safe in a signal handler: it sets a flag only, for an Event might be locked by the thread interrupted."""
        self.told_to_stop = True

    def run(self) -> bool:
        """Work until stop(), then let the tasks at hand finish within GRACE and hand back the others.

        Returns whether it ended well; not so where a thread died, or a task ran longer than TIME_LIMIT. Python cannot
        end a thread from without: the caller ends the process, and the task that hung, left RUNNING, counts as a lost
        attempt.
        """
        with beats.beating(self.id):
            for thread in self._threads:
                thread.start()
            well = self._keep_house()
            self._wind_down()
        return well

    def is_idle(self) -> bool:
        """Whether no task is at hand; after run() that no thread is left in the middle of one."""
        return not self.in_hand

    def _keep_house(self) -> bool:
        upkeep_at = 0.0
        while not self.told_to_stop:
            if monotonic() >= upkeep_at:
                self._upkeep()
                upkeep_at = monotonic() + UPKEEP
            if not self._is_sound():
                return False
            sleep(TICK)
        return True

    def _upkeep(self) -> None:
        try:
            close_old_connections()
            if monotonic() >= self._reconcile_at:
                reconcile(worker_id=self.id, in_hand=self.in_hand.keys())
                self._reconcile_at = monotonic() + RECONCILE
            enqueue_due()
        except Error:
            logger.warning(
                "Worker %s met an error of the database in its upkeep; it tries again", self.id, exc_info=True
            )

    def _is_sound(self) -> bool:
        for job in self._overdue():
            logger.critical("Task %s (%s) has run for more than %s; the worker ends", job.task_path, job.pk, TIME_LIMIT)
        return not self._overdue() and all(thread.is_alive() for thread in self._threads)

    def _overdue(self) -> list[DBTaskResult]:
        limit = timezone.now() - TIME_LIMIT
        return [job for job in list(self.in_hand.values()) if job.started_at and job.started_at < limit]

    def _wind_down(self) -> None:
        self._stopping.set()
        until = monotonic() + GRACE
        for thread in self._threads:
            thread.join(timeout=max(0.0, until - monotonic()))
        overdue = {job.pk for job in self._overdue()}
        try:
            for job in list(self.in_hand.values()):
                if job.pk not in overdue and claims.hand_back(job):
                    logger.warning("Task %s (%s) was not done in time and is handed back", job.task_path, job.pk)
        except Error:
            logger.warning("Worker %s cannot hand back its tasks; a reconciler will", self.id, exc_info=True)

    def _work(self, lanes: Sequence[str]) -> None:
        try:
            while not self._stopping.is_set():
                if not self._work_once(lanes):
                    # Not all threads of all workers at the same moment.
                    self._stopping.wait(POLL * random.uniform(0.75, 1.25))  # noqa: S311
        finally:
            connections.close_all()

    def _work_once(self, lanes: Sequence[str]) -> bool:
        """Whether there was something to do."""
        try:
            close_old_connections()
            job = claims.claim(worker_id=self.id, lanes=lanes)
            if job is None:
                return False
            self._run(job)
        except Error:
            logger.warning("Worker %s met an error of the database; it tries again", self.id, exc_info=True)
            self._stopping.wait(POLL)
            return False
        return True

    def _run(self, job: DBTaskResult) -> None:
        self.in_hand[job.pk] = job
        try:
            run(job)
        finally:
            del self.in_hand[job.pk]
