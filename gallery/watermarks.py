"""A person's watermark, as the darkroom takes it and as the names of copies tell it."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from gallery.imaging.watermark import Mark
from gallery.models import Watermark
from gallery.storage import originals

# Raised when marks are drawn in another way, so that copies under the old one are not taken for it.
MARK_VERSION = 2


def watermark_of(owner_id: UUID) -> Watermark | None:
    """What a person has to lay over copies: None where they have neither text nor picture for it. One query."""
    found = Watermark.objects.select_related("image__file").filter(owner=owner_id).first()
    return found if found and (found.text or found.image_id) else None


def fingerprint(watermark: Watermark) -> str:
    """Twelve letters for everything that the mark's pixels come from."""
    picture = watermark.image.file.stored_name if watermark.image else ""
    text = "" if picture else watermark.text
    facts = [text, picture, watermark.position, watermark.opacity, watermark.scale, MARK_VERSION]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:12]


@contextmanager
def mark_for(watermark: Watermark | None) -> Iterator[Mark | None]:
    """The mark, its picture within reach of the darkroom for as long as the block lasts. Raises FileNotFoundError."""
    if watermark is None:
        yield None
        return
    mark = Mark(text=watermark.text, position=watermark.position, opacity=watermark.opacity, scale=watermark.scale)
    if watermark.image is None:
        yield mark
        return
    with originals().local(watermark.image.file.stored_name) as path:
        yield replace(mark, picture=str(path.absolute()))
