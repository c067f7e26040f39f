"""The limited processes of this server process: started when needed, kept, replaced when worn."""

import os
import queue
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from gallery.imaging.errors import DarkroomBusy
from gallery.imaging.worker import Worker


class Pool:
    """At most `size` workers; for any number of threads, and for one process: a fork needs its own."""

    def __init__(self, size: int) -> None:
        # Last in, first out, and None for a worker not started yet: a quiet server never starts the second.
        self._slots: queue.LifoQueue[Worker | None] = queue.LifoQueue()
        for _ in range(size):
            self._slots.put(None)
        self._workers: set[Worker] = set()
        # A process that dies with its parent dies, as Linux sees it, with the *thread* that started it; threads of
        # a web server come and go, so that one of ours, which stays, starts them all.
        self._starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="darkroom")
        self._owner = os.getpid()

    def ask(self, job: dict[str, Any], *, seconds: float, queue_seconds: float) -> dict[str, Any]:
        """Have one worker do a job.

        Raises:
            DarkroomBusy: none came free within `queue_seconds`.
            WorkerDied: see `Worker.ask`.
        """
        try:
            worker = self._slots.get(timeout=queue_seconds)
        except queue.Empty:
            raise DarkroomBusy(f"no process came free within {queue_seconds:g} s") from None
        try:
            worker = self._ready(worker)
            return worker.ask(job, seconds=seconds)
        finally:
            self._slots.put(worker)

    def close(self) -> None:
        """End every worker. In a forked copy only the pipes are let go of."""
        if self._owner != os.getpid():
            for worker in self._workers:
                worker.forget()
            return
        while self._workers:
            self._workers.pop().stop()
        self._starter.shutdown()

    def _ready(self, worker: Worker | None) -> Worker:
        if worker and worker.is_ready():
            return worker
        if worker:
            self._workers.discard(worker)
            worker.stop()
        fresh = self._starter.submit(Worker).result()
        self._workers.add(fresh)
        return fresh
