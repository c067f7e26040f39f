"""Room left for others: of the darkroom's processes, strangers' wishes get half at most."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from gallery.imaging import darkroom
from gallery.imaging.errors import DarkroomBusy

PATIENCE = 2.0
"""Seconds that one waits for a turn."""


class Turns:
    """At most `at_once` inside, twice as many more waiting; for any number of threads of one process."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self._places = threading.BoundedSemaphore(3 * at_once)
        self._inside = threading.BoundedSemaphore(at_once)

    @contextmanager
    def take(self, *, patience: float = PATIENCE) -> Iterator[None]:
        """A turn, for as long as the block lasts. Raises DarkroomBusy where too many wait, or it took too long to come."""
        if not self._places.acquire(blocking=False):
            raise DarkroomBusy("too many are waiting for their turn")
        try:
            if not self._inside.acquire(timeout=patience):
                raise DarkroomBusy(f"no turn came within {patience:g} s")
            try:
                yield
            finally:
                self._inside.release()
        finally:
            self._places.release()


_turns: Turns | None = None


def strangers() -> Turns:
    """The turns of whoever draws what is not theirs. Two threads that ask first at once may get two: no harm for once."""
    global _turns
    if _turns is None:
        _turns = Turns(max(1, darkroom.processes() // 2))
    return _turns


def _after_fork() -> None:
    """Nobody who is inside in the parent will ever leave in the copy."""
    global _turns
    _turns = None


os.register_at_fork(after_in_child=_after_fork)
