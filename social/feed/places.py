"""Places in a feed, as cursors tell them."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

SIGNER = Signer(salt="atelier.feed")


class Point(NamedTuple):
    """Where a work stands among new ones: the later first, of one time the greater id."""

    date: datetime
    artwork_id: UUID


@dataclass(frozen=True)
class Place:
    """How far a reading of a feed has come: begun at a time, on a walk; recommended works from `rank` on and new ones beyond
    `point` are still to come; `since` new ones stand behind the last recommended one."""

    begun_at: datetime
    walk_id: UUID
    rank: int = 0
    since: int = 0
    point: Point | None = None

    def encode(self) -> str:
        """The cursor that stands for this place. Signed, so that what comes back is a place that a feed once had."""
        point = [self.point.date.isoformat(), str(self.point.artwork_id)] if self.point else None
        plain = [self.begun_at.isoformat(), str(self.walk_id), self.rank, self.since, point]
        signed: str = SIGNER.sign_object(plain)
        return signed


def decode(cursor: str) -> Place:
    """The place that a cursor stands for. Raises ValidationError on `cursor` for any other text."""
    try:
        begun_at, walk_id, rank, since, point = SIGNER.unsign_object(cursor)
    except (BadSignature, UnicodeError) as error:
        wrong = ValidationError(_("This is not a cursor of this list."), code="invalid")
        raise ValidationError({"cursor": wrong}) from error
    beyond = Point(datetime.fromisoformat(point[0]), UUID(point[1])) if point else None
    return Place(datetime.fromisoformat(begun_at), UUID(walk_id), rank, since, beyond)
