"""Where bytes wait between arriving and being kept: `staging/`, each file under the name it will be kept by."""

import hashlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from uuid import uuid4

from django.conf import settings


@dataclass(frozen=True)
class Staged:
    """A file that has arrived whole: where it lies, its size in bytes and its SHA-256 in hexadecimal."""

    path: Path
    size: int
    checksum: str

    @property
    def stored_name(self) -> str:
        return self.path.name

    @property
    def thumbnail(self) -> Path:
        """Where the first thumbnail is drawn to."""
        return self.path.with_name(f"{self.path.name}.thumbnail")

    def discard(self) -> None:
        self.path.unlink(missing_ok=True)
        self.thumbnail.unlink(missing_ok=True)


def staging_room() -> Path:
    """The folder itself, made on first use, closed to other users of the machine."""
    room = Path(settings.MEDIA_ROOT) / "staging"
    room.mkdir(mode=0o700, parents=True, exist_ok=True)
    return room


class Writer:
    """Takes a file as it comes, hashing and counting, into a name of its own."""

    def __init__(self) -> None:
        self.path = staging_room() / uuid4().hex
        self.size = 0
        self.hash = hashlib.sha256()
        self.file = self.path.open("xb", buffering=0)

    def write(self, chunk: bytes) -> None:
        self.size += len(chunk)
        self.hash.update(chunk)
        view = memoryview(b"" if self.file.closed else chunk)
        while view:
            view = view[self.file.write(view) or 0 :]

    def finish(self) -> Staged:
        """The file, on the disk for certain: an answer may promise that it is kept."""
        os.fsync(self.file.fileno())
        self.file.close()
        return Staged(self.path, self.size, self.checksum)

    @property
    def checksum(self) -> str:
        return self.hash.hexdigest()

    def forget(self) -> None:
        """Removes what was written and writes no more; what comes is still counted and hashed."""
        self.file.close()
        self.path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind:
            self.forget()


def stale(older_than: float) -> Iterator[Path]:
    """What has lain here for more than so many seconds: left behind by a crash."""
    limit = time.time() - older_than
    for path in staging_room().iterdir():
        try:
            if path.stat().st_mtime < limit:
                yield path
        except FileNotFoundError:
            continue
