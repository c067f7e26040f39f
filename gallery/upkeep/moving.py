"""Copying the library from the disk to object storage, or back."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from gallery.models import File
from gallery.storage import Shelf, away_shelf, disk_shelf
from gallery.upkeep.verifying import hash_of

# Published copies are not among them: `verify_storage --repair` misses them in the new place, and publishes them there.
SHELVES = ("originals", "renditions")


class Damaged(Exception):
    """What lies here is not what was uploaded, or did not arrive as it lies here."""


def shelves(name: str, *, to: str) -> tuple[Shelf, Shelf]:
    """Where files of a kind are, and where they are to go (`s3` or `disk`)."""
    disk, away = disk_shelf(name), away_shelf(name)
    return (disk, away) if to == "s3" else (away, disk)


def move(source: Shelf, target: Shelf) -> Iterator[str | None]:
    """Copies what the target has not, and compares what it has; one item for each name: what is wrong, or None.

    Nothing is deleted or written over. An original is held against the hash of its row; what has none against the source.
    """
    for name in source.names():
        try:
            move_one(source, target, name)
        except Damaged as error:
            yield f"{name}: {error}"
        except FileNotFoundError:
            yield None  # deleted while this ran
        else:
            yield None


def move_one(source: Shelf, target: Shelf, name: str) -> None:
    """Raises Damaged, FileNotFoundError, StorageTrouble."""
    with source.local(name) as path:
        checksum, size = hash_of_path(path), path.stat().st_size
        told = File.objects.filter(stored_name=name).values_list("checksum", flat=True).first()
        if told and told != checksum:
            raise Damaged("not what was uploaded; left where it is")
        if target.size(name) != size:
            target.put(path, name)
    if target.size(name) != size or hash_of(target, name) != checksum:
        raise Damaged("did not arrive as it is; delete it there and run this again")


def hash_of_path(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
