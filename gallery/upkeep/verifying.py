"""Whether every row has its bytes and all bytes have their row; and what to do where not."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from gallery import publishing
from gallery import renditions as copies
from gallery.models import File, Image, Processing, Rendition
from gallery.storage import Shelf, originals, published, renditions
from gallery.tasks import render_image

BATCH = 500


class Fault(Enum):
    """How rows and bytes may disagree."""

    MISSING_ORIGINAL = "an original is missing"
    DAMAGED_ORIGINAL = "an original is not what was uploaded"
    MISSING_RENDITION = "a rendition is missing"
    ORPHAN_ORIGINAL = "an original belongs to no row"
    ORPHAN_RENDITION = "a rendition belongs to no row"
    MISSING_PUBLIC = "a published copy is missing"
    ORPHAN_PUBLIC = "a copy is public that should not be"


@dataclass(frozen=True)
class Finding:
    """One disagreement: what it is, about which stored name, of which image or file where one is known."""

    fault: Fault
    name: str
    subject: str = ""


class StorageAway(Exception):
    """Storage looks unmounted: nothing may be concluded from what is not there."""


def require_storage() -> None:
    """Raises StorageAway where there are rows of files but not one of their originals: a disk that was not mounted, a bucket
    that is empty or another; StorageTrouble where it does not answer."""
    originals().probe()
    some = File.objects.order_by("?").values_list("stored_name", flat=True)[:50]
    names = list(some)
    shelf = originals()
    if names and not any(shelf.size(name) is not None for name in names):
        raise StorageAway(
            f"Not one of {len(names)} files is in {shelf}: is the disk mounted, the bucket the right one?"
        )


def check_originals(*, deep: bool = False) -> Iterator[Finding | None]:
    """One item for each file: a finding, or None where all is well. `deep` reads every byte and compares its hash."""
    shelf = originals()
    for file in File.objects.order_by("pk").iterator(BATCH):
        size = shelf.size(file.stored_name)
        if size is None:
            yield Finding(Fault.MISSING_ORIGINAL, file.stored_name, str(file.pk))
        elif size != file.size or (deep and hash_of(shelf, file.stored_name) != file.checksum):
            yield Finding(Fault.DAMAGED_ORIGINAL, file.stored_name, str(file.pk))
        else:
            yield None


def hash_of(shelf: Shelf, name: str) -> str:
    """The SHA-256 of a file, in hexadecimal. Raises FileNotFoundError."""
    with shelf.open(name) as file:
        return hashlib.file_digest(cast(Any, file), "sha256").hexdigest()


def check_renditions() -> Iterator[Finding | None]:
    """One item for each row of a rendition."""
    shelf = renditions()
    rows = Rendition.objects.order_by("pk").values_list("stored_name", "bytes", "image_id")
    for name, size, image_id in rows.iterator(BATCH):
        yield None if shelf.size(name) == size else Finding(Fault.MISSING_RENDITION, name, str(image_id))


def check_published() -> Iterator[Finding | None]:
    """One item for each row of a rendition that anyone may fetch without us."""
    shelf = published()
    rows = Rendition.objects.filter(is_published=True).order_by("pk").values_list("stored_name", "bytes", "image_id")
    for name, size, image_id in rows.iterator(BATCH):
        yield None if shelf.size(name) == size else Finding(Fault.MISSING_PUBLIC, name, str(image_id))


def check_orphans() -> Iterator[Finding | None]:
    """One item for each name on the shelves. A file that is coming in while this runs has its bytes before its row:
    what is still staged is left alone."""
    yield from orphans_on(originals(), File.objects.all(), Fault.ORPHAN_ORIGINAL)
    yield from orphans_on(renditions(), Rendition.objects.all(), Fault.ORPHAN_RENDITION)
    seen = Rendition.objects.filter(is_published=True, image__in=Image.objects.to_anyone())
    yield from orphans_on(published(), seen, Fault.ORPHAN_PUBLIC)


def orphans_on(shelf: Shelf, rows: QuerySet[Any], fault: Fault) -> Iterator[Finding | None]:
    batch: list[str] = []
    for name in shelf.names():
        batch.append(name)
        if len(batch) == BATCH:
            yield from without_row(shelf, batch, rows, fault)
            batch = []
    yield from without_row(shelf, batch, rows, fault)


def without_row(shelf: Shelf, names: list[str], rows: QuerySet[Any], fault: Fault) -> Iterator[Finding | None]:
    known = set(rows.filter(stored_name__in=names).values_list("stored_name", flat=True))
    staging = Path(settings.MEDIA_ROOT) / "staging"
    for name in names:
        is_coming_in = name not in known and ((staging / name).exists() or shelf.is_young(name))
        yield None if name in known or is_coming_in else Finding(fault, name)


def repair(finding: Finding) -> str:
    """Does what can be done, and says what. An original that is lost is never made up for: its row stays, and is told."""
    match finding.fault:
        case Fault.ORPHAN_ORIGINAL:
            originals().delete(finding.name)
            return "removed"
        case Fault.ORPHAN_RENDITION:
            renditions().delete(finding.name)
            return "removed"
        case Fault.ORPHAN_PUBLIC:
            published().delete(finding.name)
            return "withdrawn"
        case Fault.MISSING_PUBLIC:
            publishing.settle([UUID(finding.subject)])
            return "published again, or withdrawn"
        case Fault.MISSING_RENDITION:
            return redraw(finding)
        case _:
            return "left: restore it from a backup, or delete the file in the library"


@transaction.atomic
def redraw(finding: Finding) -> str:
    copies.delete([finding.name])
    Rendition.objects.filter(stored_name=finding.name).delete()
    if Image.objects.filter(pk=UUID(finding.subject)).update(processing=Processing.PENDING):
        render_image.enqueue(finding.subject)
    return "will be drawn again"
