"""Shelves on this machine's disk."""

import errno
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from gallery.storage.shelves import Shelf, place


@dataclass(frozen=True)
class LocalShelf:
    """A folder of files that are written once, whole, and never changed."""

    root: Path

    def __str__(self) -> str:
        return str(self.root)

    def path(self, name: str) -> Path:
        """Where a name lies. Raises ValueError for what is no name of ours."""
        return self.root / place(name)

    def put(self, source: Path, name: str) -> None:
        """Gives a staged file its place, synced; where the name exists nothing is done: its bytes are the same, or as good.

        The source stays where it is. Raises OSError (ENOSPC among them) and then leaves nothing.
        """
        target = self.path(name)
        make_folder(target.parent)
        try:
            os.link(source, target)
        except FileExistsError:
            return
        except OSError as error:
            if error.errno not in {errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP}:
                raise
            copy_whole(source, target)
        try:
            sync_folder(target.parent)
        except OSError:
            target.unlink(missing_ok=True)
            raise

    def take(self, other: Shelf, name: str) -> None:
        with other.local(name) as path:
            self.put(path, name)

    def open(self, name: str) -> BinaryIO:
        """The file, for reading; raises FileNotFoundError."""
        return self.path(name).open("rb")

    @contextmanager
    def local(self, name: str) -> Iterator[Path]:
        """The file itself, there or not."""
        yield self.path(name)

    def size(self, name: str) -> int | None:
        """Bytes on the disk, or None where it is missing."""
        try:
            return self.path(name).stat().st_size
        except FileNotFoundError:
            return None

    def is_young(self, name: str, seconds: float = 600) -> bool:
        """Whether it was put here a moment ago, or is gone again: somebody may still be at it."""
        try:
            return time.time() - self.path(name).stat().st_ctime < seconds
        except FileNotFoundError:
            return True

    def delete(self, name: str) -> None:
        self.path(name).unlink(missing_ok=True)

    def delete_many(self, names: Iterable[str]) -> None:
        for name in names:
            self.delete(name)

    def names(self) -> Iterator[str]:
        """Every name there is, without order. Walks the disk."""
        for path in self.root.glob("??/??/*"):
            yield path.name

    def probe(self) -> None:
        """A disk is tried by writing to it, where uploads arrive."""

    def handover(self, name: str, *, headers: dict[str, str]) -> dict[str, str]:
        """What has nginx send the file (X-Accel-Redirect), where settings.ACCEL_REDIRECT names its internal location."""
        if not settings.ACCEL_REDIRECT:
            return {}
        return {"X-Accel-Redirect": f"{settings.ACCEL_REDIRECT}/{self.root.name}/{place(name)}"}


def copy_whole(source: Path, target: Path) -> None:
    """Copies where a link cannot be made: under another name first, so that the target appears whole or not at all."""
    draft = target.with_name(f"{target.name}.draft")
    try:
        with source.open("rb") as reader, draft.open("wb") as writer:
            while chunk := reader.read(1024 * 1024):
                writer.write(chunk)
            writer.flush()
            os.fsync(writer.fileno())
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, the name of each new one synced: a file is found again only through them all."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Makes a new name in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
