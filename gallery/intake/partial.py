"""The bytes of uploads that come in several pieces: `partial/`, each file under the id of its upload.

Whoever changes one holds its lock, which goes with the open file: it holds among all processes, and ends with a crash.
"""

import fcntl
import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self
from uuid import UUID, uuid4

from django.conf import settings

from gallery.intake.staging import Staged, staging_room
from gallery.storage.disk import copy_whole, make_folder, sync_folder


def room() -> Path:
    return Path(settings.MEDIA_ROOT) / "partial"


def path_of(upload_id: UUID) -> Path:
    return room() / upload_id.hex


def create(upload_id: UUID) -> None:
    """An empty file, its name synced. It is never made anew: where it is missing, its bytes are lost or were taken."""
    make_folder(room())
    path_of(upload_id).open("xb").close()
    sync_folder(room())


def size_of(upload_id: UUID) -> int | None:
    """Bytes on the disk, or None where there is no such file."""
    try:
        return path_of(upload_id).stat().st_size
    except FileNotFoundError:
        return None


def remove(upload_id: UUID) -> None:
    path_of(upload_id).unlink(missing_ok=True)


class Partial:
    """One of the files, opened for ourselves alone; writing goes on at its end."""

    def __init__(self, upload_id: UUID) -> None:
        """Raises FileNotFoundError, and BlockingIOError where somebody else has it open."""
        self.file = path_of(upload_id).open("r+b", buffering=0)
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BaseException:
            self.file.close()
            raise
        self.size = self.file.seek(0, os.SEEK_END)

    def cut(self, size: int) -> None:
        """Drops what lies behind the first `size` bytes."""
        self.file.truncate(size)
        self.size = self.file.seek(size)

    def write(self, piece: bytes) -> None:
        view = memoryview(piece)
        while view:
            written = self.file.write(view) or 0
            view, self.size = view[written:], self.size + written

    def sync(self) -> None:
        os.fsync(self.file.fileno())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()


def stage(upload_id: UUID) -> Staged:
    """The file as one that has arrived whole, under a name of its own in staging: the partial one stays as it is, so that
    a crash loses nothing. Reads it once, for its checksum; some 2 ms a megabyte."""
    source, target = path_of(upload_id), staging_room() / uuid4().hex
    try:
        os.link(source, target)
        # Its last byte may have come hours ago, and the sweeper of staging goes by that.
        os.utime(target)
    except OSError:  # a file system without links
        copy_whole(source, target)
    with target.open("rb") as file:
        return Staged(target, os.fstat(file.fileno()).st_size, hashlib.file_digest(file, "sha256").hexdigest())


def stale(older_than: float) -> Iterator[Path]:
    """What nobody has written to for so many seconds."""
    limit = time.time() - older_than
    for path in room().glob("*"):
        try:
            if path.stat().st_mtime < limit:
                yield path
        except FileNotFoundError:
            continue
