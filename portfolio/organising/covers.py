"""The pictures of one's library from which a cover is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from accounts.models import User
from gallery.api.copies import copies_of
from gallery.imaging import geometry
from gallery.models import Image
from portfolio.hanging.pictures import Picture, picture
from portfolio.hanging.thumbs import BOX, COPIES

OFFERED = 24
"""So many of the newest."""


@dataclass(frozen=True)
class Choice:
    """A picture to choose, and whether it is the one."""

    id: str
    picture: Picture
    is_chosen: bool


def covers_to_choose(owner: User, *, chosen: Any, present: UUID | None) -> list[Choice]:
    """One's newest pictures, and the present cover, where it is older; the one whose id was chosen is marked. Two queries, and
    one where copies are fetched elsewhere."""
    own = Image.objects.filter(owner=owner).select_related("owner__artist").order_by("-uploaded_at", "-pk")
    newest = list(own[:OFFERED])
    if present and present not in {image.pk for image in newest}:
        newest += own.filter(pk=present)
    elsewhere = copies_of([image.pk for image in newest])
    return [Choice(str(image.pk), shown(image, elsewhere[image.pk]), str(image.pk) == str(chosen)) for image in newest]


def shown(image: Image, elsewhere: Any) -> Picture:
    room = geometry.fitted(image.width, image.height, BOX)
    copies: Sequence[str] = COPIES
    return picture(image, copies=copies, sizes=f"{room[0]}px", room=room, is_first=False, elsewhere=elsewhere)
