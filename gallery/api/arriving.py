"""Bodies that bring files: room is reserved before, files are staged as they stream, and what is not kept is gone behind."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from rest_framework.request import Request

from accounts.exceptions import Refused
from accounts.models import Reservation
from accounts.quota import extend, release, reserve
from accounts.requests import person
from gallery.intake.reception import STEP, Arrival, receiving


@dataclass
class Arrivals:
    """The files of one request, there once its body is read, and the room they may take: none where it is no form of parts."""

    files: list[Arrival] = field(default_factory=list)
    reservation: Reservation | None = None


@contextmanager
def arriving(request: Request, *, fields: Collection[str]) -> Iterator[Arrivals]:
    """Within it, reading the body stages the files that `fields` hold. Raises Refused for a body sent without its length."""
    declared = content_length(request)
    if not (request.content_type or "").lower().startswith("multipart/"):
        yield Arrivals()
        return
    reservation = reserve(person(request).pk, min(declared, STEP))
    more = room_by_steps(reservation, declared)
    try:
        with receiving(request._request, fields=fields, allowance=reservation.size, more=more) as reception:
            yield Arrivals(reception.arrivals, reservation)
    finally:
        release(reservation)


def content_length(request: Request) -> int:
    """The bytes that the body may have: what an upload can need at most. Raises Refused for one sent without its length."""
    if "HTTP_TRANSFER_ENCODING" in request.META and not request.META.get("CONTENT_LENGTH"):
        raise Refused(_("Send the length of the upload with it."), status=411, code="length_required")
    try:
        return max(0, int(request.META.get("CONTENT_LENGTH") or 0))
    except ValueError:
        return 0


def room_by_steps(reservation: Reservation, declared: int) -> Callable[[int], int]:
    """What a reception asks for more room: a length that is declared alone takes none from the person's other uploads."""
    left = declared - reservation.size

    def more(wanted: int) -> int:
        nonlocal left
        granted = extend(reservation, min(wanted, left)) if left else 0
        left -= granted
        return granted

    return more
