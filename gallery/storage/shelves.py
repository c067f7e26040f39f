"""What the house asks of wherever bytes are kept.

A name on a shelf says nothing of what it holds; it is spread over two levels of folders by its first letters, in object
storage too, so that any tool can copy the one to the other.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, Protocol


class StorageTrouble(OSError):
    """Storage does not answer, or not as it should: 503 until it does."""


def place(name: str) -> str:
    """Where a name lies on its shelf. Names are ours: anything but plain letters, digits, `-`, `.` and `_` is a fault."""
    if not name.replace("-", "").replace("_", "").replace(".", "").isalnum() or name.startswith("."):
        raise ValueError(f"not a stored name: {name!r}")
    return f"{name[:2]}/{name[2:4]}/{name}"


class Shelf(Protocol):
    """Files that are written once, whole, and never changed. Everything may raise StorageTrouble, an OSError."""

    def put(self, source: Path, name: str) -> None:
        """Gives a staged file its place, for certain when this returns; where the name exists its bytes are the same, and
        nothing is done. The source stays where it is."""

    def take(self, other: "Shelf", name: str) -> None:
        """Puts here what lies on another shelf under the same name. Raises FileNotFoundError."""

    def open(self, name: str) -> BinaryIO:
        """The file, for reading from wherever it is sought to. Raises FileNotFoundError, at the latest by `seek`."""

    def local(self, name: str) -> AbstractContextManager[Path]:
        """A path under which the darkroom can read the file; of what is elsewhere a copy, gone behind. FileNotFoundError where
        it is missing, at the latest when it is opened."""

    def size(self, name: str) -> int | None:
        """Bytes kept, or None where the file is missing."""

    def is_young(self, name: str, seconds: float = 600) -> bool:
        """Whether it was put here a moment ago, or is gone again: somebody may still be at it."""

    def delete(self, name: str) -> None:
        """Removes a file, or finds it gone."""

    def delete_many(self, names: Iterable[str]) -> None:
        """Removes files, as far as they are there."""

    def names(self) -> Iterator[str]:
        """Every name there is, without order. Walks the shelf."""

    def probe(self) -> None:
        """Raises StorageTrouble where the shelf cannot be reached."""

    def handover(self, name: str, *, headers: dict[str, str]) -> dict[str, str]:
        """The headers by which somebody else sends this file with these `headers`; empty where nobody does."""
