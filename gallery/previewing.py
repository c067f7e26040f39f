"""A picture under a mark that is not saved. Nothing of it is kept: a mark that is being chosen changes with each key pressed."""

import tempfile
from pathlib import Path

from gallery import copies
from gallery.credit import credit_of
from gallery.imaging import darkroom
from gallery.imaging.copying import Copy
from gallery.imaging.cropping import Frame, plan
from gallery.intake.staging import staging_room
from gallery.models import Image, Watermark
from gallery.storage import originals
from gallery.watermarks import mark_for

EDGE = 960
"""Pixels of its longer edge, at most."""
FORMAT = "webp"


def preview_of(image: Image, watermark: Watermark | None) -> bytes:
    """The bytes of such a copy; without a mark where there is none. Costs a query where file, owner or artist were not selected.

    Raises PictureRefused, DarkroomBusy and FileNotFoundError as `copies.draw` does.
    """
    copy = Copy(plan((image.width, image.height), Frame(EDGE, EDGE)), FORMAT)
    with (
        originals().local(image.file.stored_name) as original,
        mark_for(watermark) as mark,
        tempfile.TemporaryDirectory(dir=staging_room(), prefix="drawing-") as folder,
    ):
        drawn = darkroom.draw_copy(
            original, limits=copies.limits(), copy=copy, mark=mark, into=Path(folder), credit=credit_of(image)
        )
        return drawn.path.read_bytes()
