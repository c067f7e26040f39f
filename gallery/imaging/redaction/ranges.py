"""Stretches of bytes that must not be touched."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from gallery.imaging.redaction.block import Block


class Ranges:
    """A set of stretches (start, length), merged and in order."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, length in sorted(stretches):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], start + length)
            elif length:
                self.starts.append(start)
                self.ends.append(start + length)

    def spare(self, block: Block, stretches: Iterable[tuple[int, int]], kind: str) -> None:
        """Erase the stretches from the block with zeros, all but what is in this set."""
        for start, length in stretches:
            for at, end in self.around(start, min(start + length, block.length)):
                block.erase(at, end - at, kind)

    def around(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What of `start` to `end` lies outside of the set, as (start, end)."""
        index = max(0, bisect_right(self.starts, start) - 1)
        while start < end and index < len(self.starts):
            if self.starts[index] > start:
                yield start, min(end, self.starts[index])
            start = max(start, self.ends[index])
            index += 1
        if start < end:
            yield start, end
