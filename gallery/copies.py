"""Copies that somebody asked for: named, drawn, found again, and forgotten when nobody asks for them any more."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from gallery import nameless, renditions
from gallery.credit import credit_of
from gallery.imaging import darkroom
from gallery.imaging.copying import Copy
from gallery.imaging.limits import Limits
from gallery.imaging.renditions import Wanted
from gallery.intake.staging import staging_room
from gallery.models import Image, Rendition, Watermark
from gallery.storage import originals
from gallery.watermarks import fingerprint, mark_for, marked

UNUSED = timedelta(days=30)
RENEWED = timedelta(days=1)  # how old the time of the last use may become before it is written again
MOST_OF_ONE = 200
BATCH = 500


def limits() -> Limits:
    """What one copy may cost: more than a standing one, for it may have every pixel of the original."""
    return replace(renditions.limits(), cpu_seconds=20, wall_seconds=25.0)


def described(copy: Copy, watermark: Watermark | None) -> Wanted:
    """What the row of a copy is found by: all that was asked for, in at most 100 letters."""
    return Wanted(marked(copy.name, watermark), copy.format)


def name_of(image: Image, wanted: Wanted) -> str:
    """The name that a copy is kept under. Costs a query where file, owner or artist were not selected."""
    return renditions.rendition_name(stored_name=image.file.stored_name, wanted=wanted, credit=credit_of(image))


def find(image: Image, wanted: Wanted) -> Rendition | None:
    """A copy that was drawn before and still tells the right credit; its use is noted, once a day."""
    kept = image.renditions.filter(size=wanted.size, format=wanted.format).first()
    if kept is None or kept.stored_name != name_of(image, wanted):
        return None
    note_use(kept)
    return kept


def note_use(copy: Rendition) -> None:
    """Keeps a copy that is asked for from being forgotten."""
    now = timezone.now()
    if copy.used_at is None or copy.used_at < now - RENEWED:
        Rendition.objects.filter(pk=copy.pk).update(used_at=now)


def draw(image: Image, copy: Copy, watermark: Watermark | None) -> Rendition:
    """Draws and keeps a copy; of the others of that picture those longest unused go where there are too many.

    Raises as `renditions.draw` does, FileNotFoundError also for a mark whose picture is missing.
    """
    wanted = described(copy, watermark)
    with (
        originals().local(image.file.stored_name) as original,
        mark_for(watermark) as mark,
        tempfile.TemporaryDirectory(dir=staging_room(), prefix="drawing-") as folder,
    ):
        drawn = darkroom.draw_copy(
            original, limits=limits(), copy=copy, mark=mark, into=Path(folder), credit=credit_of(image)
        )
        kept = replace(drawn, size=wanted.size)
        rendition = renditions.keep(image, kept, name_of(image, wanted), used_at=timezone.now())
    forget(asked_for().filter(image=image).order_by("-used_at", "-pk").values_list("pk", flat=True)[MOST_OF_ONE:])
    return rendition


def asked_for() -> QuerySet[Rendition]:
    """Every copy that is none of the standing ones."""
    return Rendition.objects.filter(used_at__isnull=False)


def forget_unused() -> int:
    """Removes the copies that nobody asked for in a month. Returns how many."""
    return forget(asked_for().filter(used_at__lt=timezone.now() - UNUSED).values_list("pk", flat=True))


def forget_outdated(image: Image) -> int:
    """Removes the copies of a picture that tell another credit than its present one. Returns how many."""
    telling = asked_for().filter(image=image).exclude(size__startswith=nameless.PREFIX)
    rows = telling.values_list("pk", "size", "format", "stored_name")
    return forget(pk for pk, size, kind, name in rows if name != name_of(image, Wanted(size, kind)))


def forget_marked(owner_id: UUID, *, but: Watermark | None) -> int:
    """Removes the copies of a person's pictures under another watermark than this. Returns how many."""
    marked = asked_for().filter(image__owner=owner_id, size__contains="-w")
    if but:
        marked = marked.exclude(size__endswith=f"-w{fingerprint(but)}")
    return forget(marked.values_list("pk", flat=True))


def forget(copies: Iterable[int]) -> int:
    """Removes copies by their keys: rows, then bytes. A crash in between leaves bytes that `verify_storage` finds."""
    keys = list(copies)
    for start in range(0, len(keys), BATCH):
        with transaction.atomic():
            rows = Rendition.objects.filter(pk__in=keys[start : start + BATCH])
            names = list(rows.select_for_update().order_by("pk").values_list("stored_name", flat=True))
            rows.delete()
            transaction.on_commit(partial(renditions.delete, names))
    return len(keys)
