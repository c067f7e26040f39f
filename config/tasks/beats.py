"""A worker's sign of life: a row whose `last_seen` moves every ten seconds while the worker lives.

Hosts compare each other's clocks by it, so they must agree to within some seconds (any NTP will do).
"""

import logging
import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Event, Thread

from django.db import Error, close_old_connections, connections
from django.utils import timezone

from config.models import WorkerBeat

BEAT = timedelta(seconds=10)
SILENCE = timedelta(seconds=60)  # six beats missed: dead

logger = logging.getLogger(__name__)


def new_worker_id() -> str:
    """A name that no other worker ever has, and that tells an operator where to look; at most 64 characters."""
    return f"{socket.gethostname()[:32]}:{os.getpid()}:{secrets.token_hex(6)}"


def beat(worker_id: str) -> None:
    """Move the worker's `last_seen` to now; makes its row, also where a reconciler has removed it meanwhile."""
    now = timezone.now()
    WorkerBeat.objects.update_or_create(
        id=worker_id,
        defaults={"last_seen": now},
        create_defaults={"host": socket.gethostname()[:255], "pid": os.getpid(), "started_at": now, "last_seen": now},
    )


def alive(now: datetime) -> set[str]:
    """The ids of the workers that were seen within SILENCE before `now`."""
    return set(WorkerBeat.objects.filter(last_seen__gte=now - SILENCE).values_list("id", flat=True))


@contextmanager
def beating(worker_id: str) -> Iterator[None]:
    """Within, this worker lives: seen at once, then every BEAT from a thread of its own; at the end it is gone."""
    stop = Event()
    beat(worker_id)
    thread = Thread(target=_beat_until, args=(worker_id, stop), name="beats", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=BEAT.total_seconds())
        _part(worker_id)


def _part(worker_id: str) -> None:
    try:
        WorkerBeat.objects.filter(id=worker_id).delete()
    except Error:
        logger.warning("Worker %s cannot remove its row; a reconciler will", worker_id, exc_info=True)


def _beat_until(worker_id: str, stop: Event) -> None:
    try:
        while not stop.wait(BEAT.total_seconds()):
            try:
                close_old_connections()
                beat(worker_id)
            except Error:
                # Some beats may be missed; after SILENCE others take over this worker's tasks, as they should.
                logger.warning("Worker %s cannot reach the database for its beat", worker_id, exc_info=True)
    finally:
        connections.close_all()
