"""A person's watermark, as the darkroom takes it and as the names of copies tell it."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import Any
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


def forced_on(owner_id: UUID) -> Watermark | None:
    """What a person has laid over everything that others get of their works: None where it is not enabled. One query."""
    found = watermark_of(owner_id)
    return found if found and found.enabled else None


def fingerprint(watermark: Watermark) -> str:
    """Twelve letters for everything that the mark's pixels come from."""
    picture = watermark.image.file.stored_name if watermark.image else ""
    return digest(watermark.text, watermark.position, watermark.opacity, watermark.scale, picture)


def digest(text: str, position: str, opacity: float, scale: float, picture: str) -> str:
    """The fingerprint of these facts; `picture` is the stored name of the mark's picture, which wins over its text."""
    facts = ["" if picture else text, picture, position, opacity, scale, MARK_VERSION]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:12]


# Of a watermark, what decides how copies for others are named.
COLUMNS = ("enabled", "text", "position", "opacity", "scale", "image__file__stored_name")


@lru_cache(maxsize=1024)
def ending(enabled: bool | None, *facts: Any) -> str:
    """How the `size` of what others get of works ends, by the `COLUMNS` of the artist's watermark, each None where there is none:
    the mark that lies over it, empty where none does."""
    text, position, opacity, scale, picture = facts
    return f"-w{digest(text, position, opacity, scale, picture or '')}" if enabled and (text or picture) else ""


def marked(size: str, watermark: Watermark | None) -> str:
    """What the size of a copy under this mark is called in its row; without a mark it is the size itself."""
    return f"{size}-w{fingerprint(watermark)}" if watermark else size


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
