"""On what terms others get the pictures of a person's works: up to which size, and under which mark."""

from dataclasses import dataclass
from uuid import UUID

from accounts.models import Artist
from gallery.imaging import geometry
from gallery.models import Watermark
from gallery.watermarks import forced_on, marked

LADDER = (*geometry.SIZES, "original")
"""Sizes from the smallest; an artist allows others one of them and all below. A square is smaller than them all."""


def within(size: str, limit: str) -> str:
    """The size itself, or the largest that is allowed where it is larger."""
    if size not in LADDER or LADDER.index(size) <= LADDER.index(limit):
        return size
    return limit


def allowed(limit: str) -> tuple[str, ...]:
    """The standing sizes that others get."""
    return tuple(size for size in geometry.NAMES if within(size, limit) == size)


@dataclass(frozen=True)
class Terms:
    """The largest size, and the mark that lies over all of them; None where nothing is to be laid over."""

    limit: str
    watermark: Watermark | None

    @property
    def sizes(self) -> set[str]:
        """What the standing copies that others get are called in their rows."""
        return {marked(size, self.watermark) for size in allowed(self.limit)}


def terms_of(owner_id: UUID) -> Terms:
    """The terms of a person as they are now. Two queries; raises Artist.DoesNotExist."""
    limit = Artist.objects.values_list("public_image_size", flat=True).get(pk=owner_id)
    return Terms(limit, forced_on(owner_id))
