"""What time brings: exhibitions begin and end by the clocks of their places, and organisers are told that entry is over."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID, uuid5

from django.db.models import Q
from django.utils import timezone

from accounts.exceptions import Conflict
from gallery.actions.reach import in_batches
from portfolio.models import Exhibition, ExhibitionStatus
from portfolio.workflow.machine import CLOCK
from portfolio.workflow.tables import EXHIBITION
from social.models import Cause
from social.notifying import notify
from social.notifying.deeds import key_of

AHEAD = timedelta(hours=14)
"""So far are the clocks of the easternmost places ahead of UTC (Pacific/Kiritimati)."""
S = ExhibitionStatus
OVER = "exhibition_deadline"


def turn_all() -> int:
    """Opens exhibitions whose first day has come, then closes those whose last day is over; returns how many it moved. What is
    withheld, or of somebody who is shut out, waits until it is back."""
    latest = (timezone.now() + AHEAD).date()
    begun = sum(map(turn, due(Q(status=S.ANNOUNCED, exhibition_start__lte=latest))))
    return begun + sum(map(turn, due(Q(status=S.RUNNING, exhibition_end__lt=latest))))


def due(moment: Q) -> list[Exhibition]:
    return list(Exhibition.objects.public().filter(moment).order_by("pk"))


def turn(exhibition: Exhibition) -> bool:
    """Moves one on, where its own clock says so; whether it did."""
    for way in EXHIBITION.allowed(exhibition, {CLOCK}):
        try:
            EXHIBITION.move(exhibition, way.target, roles={CLOCK})
        except Conflict:  # its organiser was faster, or has put it off
            return False
        return True
    return False


def tell_all() -> int:
    """Tells organisers of what entry is over of, once for each deadline; returns of how many."""
    over = Exhibition.objects.public().filter(status=S.OPEN, submission_deadline__lte=timezone.now())
    return sum(tell_some(some) for some in in_batches(over.values_list("pk", flat=True)))


def tell_some(exhibition_ids: Collection[UUID]) -> int:
    exhibitions = {key(each): each for each in Exhibition.objects.filter(pk__in=exhibition_ids)}
    told = set(Cause.objects.filter(key__in=exhibitions).values_list("key", flat=True))
    for each in (exhibition for name, exhibition in exhibitions.items() if name not in told):
        notify(
            OVER,
            recipient_id=each.organizer_id,
            actor=None,
            target_type="exhibition",
            target_id=each.pk,
            object_id=deadline_of(each),
        )
    return len(exhibitions) - len(told)


def key(exhibition: Exhibition) -> str:
    return key_of(OVER, None, exhibition.pk, deadline_of(exhibition))


def deadline_of(exhibition: Exhibition) -> UUID:
    """What names this deadline: one that was put off is another."""
    return uuid5(exhibition.pk, exhibition.submission_deadline.isoformat())
