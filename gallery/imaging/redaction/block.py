"""A piece of metadata as its readers see it: in one run, though the file may hold it in several."""

from collections.abc import Iterator, Sequence
from mmap import mmap
from typing import Literal, Self

from gallery.imaging.redaction.patch import Patch

PRIVATE, LOCATION = "private", "location"
Order = Literal["little", "big"]


class Block:
    """Bytes of a file, from one stretch (offset, length) or several, and the patches collected for them.

    Offsets are those within the block. Stretches that reach beyond the file are cut off. Parts of a block collect
    into the same list. Reading gives the original always, whatever has been overwritten.
    """

    def __init__(self, file: mmap | bytes, stretches: Sequence[tuple[int, int]], patches: list[Patch]) -> None:
        self.file = file
        self.patches = patches
        self.stretches = [(at, min(length, len(file) - at)) for at, length in stretches if 0 <= at < len(file)]
        self.length = sum(length for _, length in self.stretches)

    @classmethod
    def whole(cls, file: mmap | bytes) -> Self:
        """All of a file or buffer, with a list of its own."""
        return cls(file, [(0, len(file))], [])

    def part(self, start: int, length: int | None = None) -> "Block":
        """The same file through a smaller window; without a length, to the end."""
        stretches = list(self._stretches(start, self.length - start if length is None else length))
        return Block(self.file, stretches, self.patches)

    def read(self, start: int = 0, length: int | None = None) -> bytes:
        """Bytes from `start`: fewer than asked for, or none, where the block ends."""
        wanted = self.length - start if length is None else length
        return b"".join(self.file[at : at + count] for at, count in self._stretches(start, wanted))

    def number(self, start: int, length: int, order: Order) -> int:
        """An unsigned integer; 0 past the end."""
        return int.from_bytes(self.read(start, length), order)

    def erase(self, start: int, length: int, kind: str, fill: bytes = b"\0") -> None:
        """Overwrite a range by one byte, repeated."""
        self.patches.extend(Patch(at, count, fill.hex(), kind) for at, count in self._stretches(start, length))

    def write(self, start: int, content: bytes, kind: str) -> None:
        """Overwrite from `start` on, as far as the block reaches."""
        done = 0
        for at, count in self._stretches(start, len(content)):
            if content[done : done + count] != self.file[at : at + count]:
                self.patches.append(Patch(at, count, content[done : done + count].hex(), kind))
            done += count

    def _stretches(self, start: int, length: int) -> Iterator[tuple[int, int]]:
        """Where `length` bytes from `start` on lie in the file."""
        if start < 0:
            return
        for at, count in self.stretches:
            taken = min(count - start, length)
            if taken > 0:
                yield at + start, taken
                length -= taken
            start = max(0, start - count)
