"""Copies of pictures that say nothing of whose they are, for whoever shall judge without knowing: without credit, without their
owner's mark, under names of their own. Nobody finds them by what is public of a picture, nor that by them.

They are rows beside the copies to order, and go like these a month after anybody looked at them.
"""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from django.utils import timezone

from gallery import renditions
from gallery.credit import NO_TRAINING
from gallery.imaging import darkroom, geometry
from gallery.imaging.credits import Credit
from gallery.imaging.renditions import Wanted
from gallery.intake.staging import staging_room
from gallery.models import Image, Rendition
from gallery.storage import originals

SIZES = tuple(geometry.SIZES)
PREFIX = "nameless-"
NAMELESS = Credit(usage_terms=NO_TRAINING, ai_training=False)
"""What all of them say alike: the rights that any of their owners could have reserved."""


def called(size: str) -> str:
    """What the rows of these copies call a size."""
    return f"{PREFIX}{size}"


def missing(image: Image, wanted: Iterable[Wanted]) -> list[Wanted]:
    """Those of the wanted copies that have no row. One query."""
    there = set(image.renditions.filter(size__startswith=PREFIX).values_list("size", "format"))
    return [each for each in wanted if (called(each.size), each.format) not in there]


def draw(image: Image, wanted: Sequence[Wanted]) -> list[Rendition]:
    """Draws and keeps these copies of a picture, all from one decode. Raises as `renditions.draw`."""
    stored_name = image.file.stored_name
    with (
        originals().local(stored_name) as original,
        tempfile.TemporaryDirectory(dir=staging_room(), prefix="drawing-") as folder,
    ):
        drawn = darkroom.draw(original, limits=renditions.limits(), wanted=wanted, into=Path(folder), credit=NAMELESS)
        return [
            renditions.keep(image, named, name_of(stored_name, named.size, named.format), used_at=timezone.now())
            for named in (replace(each, size=called(each.size)) for each in drawn)
        ]


def name_of(stored_name: str, size: str, kind: str) -> str:
    return renditions.rendition_name(stored_name=stored_name, wanted=Wanted(size, kind), credit=NAMELESS)
