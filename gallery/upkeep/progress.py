"""Long work in the terminal: where it is, and an orderly end at Ctrl-C."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Screen(Protocol):
    """Where progress is told: a stream, or a command's own output."""

    def write(self, text: str, /) -> object: ...
    def flush(self) -> object: ...
    def isatty(self) -> bool: ...


EVERY = 0.5  # seconds between two lines of progress


def with_progress(
    items: Iterable[Item], *, what: str, total: int | None = None, out: Screen | None = None
) -> Iterator[Item]:
    """Passes items on and tells how many have gone by: over one line of a terminal, as lines of a log elsewhere."""
    stream: Screen = out or sys.stderr
    end = "\r" if stream.isatty() else "\n"
    every = EVERY if stream.isatty() else 30.0
    told, done = time.monotonic(), 0
    for item in items:
        yield item
        done += 1
        if time.monotonic() - told > every:
            told = time.monotonic()
            stream.write(f"{what}: {done}{f' of {total}' if total is not None else ''}{end}")
            stream.flush()
    stream.write(f"{what}: {done}{f' of {total}' if total is not None else ''}\n")
