"""Whether every row has its bytes and all bytes have their row; and what to do where not."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from gallery.models import File, Image, Processing, Rendition
from gallery.storage import Shelf, originals, renditions
from gallery.tasks import render_image

BATCH = 500


class Fault(Enum):
    """How rows and bytes may disagree."""

    MISSING_ORIGINAL = "an original is missing"
    DAMAGED_ORIGINAL = "an original is not what was uploaded"
    MISSING_RENDITION = "a rendition is missing"
    ORPHAN_ORIGINAL = "an original belongs to no row"
    ORPHAN_RENDITION = "a rendition belongs to no row"


@dataclass(frozen=True)
class Finding:
    """One disagreement: what it is, about which stored name, of which image or file where one is known."""

    fault: Fault
    name: str
    subject: str = ""


class StorageAway(Exception):
    """Storage looks unmounted: nothing may be concluded from what is not there."""


def require_storage() -> None:
    """Raises StorageAway where there are rows of files but not one of their originals: a disk that was not mounted."""
    some = File.objects.order_by("?").values_list("stored_name", flat=True)[:50]
    names = list(some)
    if names and not any(originals().size(name) is not None for name in names):
        raise StorageAway(f"Not one of {len(names)} files is below {settings.MEDIA_ROOT}: is the disk mounted?")


def check_originals(*, deep: bool = False) -> Iterator[Finding | None]:
    """One item for each file: a finding, or None where all is well. `deep` reads every byte and compares its hash."""
    shelf = originals()
    for file in File.objects.order_by("pk").iterator(BATCH):
        size = shelf.size(file.stored_name)
        if size is None:
            yield Finding(Fault.MISSING_ORIGINAL, file.stored_name, str(file.pk))
        elif size != file.size or (deep and hash_of(shelf.path(file.stored_name)) != file.checksum):
            yield Finding(Fault.DAMAGED_ORIGINAL, file.stored_name, str(file.pk))
        else:
            yield None


def hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_renditions() -> Iterator[Finding | None]:
    """One item for each row of a rendition."""
    shelf = renditions()
    rows = Rendition.objects.order_by("pk").values_list("stored_name", "bytes", "image_id")
    for name, size, image_id in rows.iterator(BATCH):
        yield None if shelf.size(name) == size else Finding(Fault.MISSING_RENDITION, name, str(image_id))


def check_orphans() -> Iterator[Finding | None]:
    """One item for each name on the shelves. A file that is coming in while this runs has its bytes before its row:
    what is still staged is left alone."""
    yield from orphans_on(originals(), File, Fault.ORPHAN_ORIGINAL)
    yield from orphans_on(renditions(), Rendition, Fault.ORPHAN_RENDITION)


def orphans_on(shelf: Shelf, model: type[File] | type[Rendition], fault: Fault) -> Iterator[Finding | None]:
    batch: list[str] = []
    for name in shelf.names():
        batch.append(name)
        if len(batch) == BATCH:
            yield from without_row(shelf, batch, model, fault)
            batch = []
    yield from without_row(shelf, batch, model, fault)


def without_row(
    shelf: Shelf, names: list[str], model: type[File] | type[Rendition], fault: Fault
) -> Iterator[Finding | None]:
    known = set(model.objects.filter(stored_name__in=names).values_list("stored_name", flat=True))
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
        case Fault.MISSING_RENDITION:
            return redraw(finding)
        case _:
            return "left: restore it from a backup, or delete the file in the library"


@transaction.atomic
def redraw(finding: Finding) -> str:
    renditions().delete(finding.name)
    Rendition.objects.filter(stored_name=finding.name).delete()
    if Image.objects.filter(pk=UUID(finding.subject)).update(processing=Processing.PENDING):
        render_image.enqueue(finding.subject)
    return "will be drawn again"
