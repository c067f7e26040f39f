"""Telling parties that a deadline is near, or that it has passed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from gallery.actions.reach import in_batches
from portfolio.commissions.parties import ids_of
from portfolio.commissions.turns import waiting_on
from portfolio.models import Commission, CommissionStatus
from portfolio.permissions import CLIENT
from portfolio.querysets.commissions import CommissionQuerySet
from social.actions.people import lock_people
from social.models import Cause
from social.notifying import notify
from social.notifying.deeds import key_of

LATE = 7
"""For so many days a reminder that no worker was there for is still news."""


@dataclass(frozen=True)
class Reminder:
    """One that is given from `days` before the deadline on, below zero behind it, and no more when `until` are left."""

    days: int
    until: int

    @property
    def kind(self) -> str:
        return "commission_due" if self.days >= 0 else "commission_overdue"

    def due(self, today: date) -> CommissionQuerySet:
        """What is to be reminded of. Not what was asked for when it was that near already: who did so knows."""
        first, last = today + timedelta(days=self.until + 1), today + timedelta(days=self.days)
        agreed = Commission.objects.filter(deadline__range=(first, last))
        statuses = {CommissionStatus.ACCEPTED, CommissionStatus.IN_PROGRESS}
        if self.days < 0:
            return agreed.filter(status__in=statuses)
        return agreed.filter(status__in=statuses | {CommissionStatus.REQUESTED})

    def is_news(self, commission: Commission) -> bool:
        """Whether it was asked for when the deadline was farther away."""
        assert commission.deadline is not None  # noqa: S101 - what is due has one
        return commission.created_at.date() < commission.deadline - timedelta(days=self.days)

    def whom(self, commission: Commission) -> set[UUID]:
        """Whose turn it is; both once it is late."""
        if self.days < 0:
            return ids_of(commission)
        party = commission.client_id if waiting_on(commission) == CLIENT else commission.artist_id
        return {party} if party else set()

    def object_id(self, commission: Commission) -> UUID:
        """What names this reminder of this deadline."""
        return uuid5(commission.pk, f"{commission.deadline} {self.days}")

    def key(self, commission: Commission) -> str:
        """As whom it was told to is found."""
        return key_of(self.kind, None, commission.pk, self.object_id(commission))


REMINDERS = (Reminder(7, 1), Reminder(1, -1), Reminder(-1, -1 - LATE))


def remind_all() -> int:
    """Tells those whom it concerns of every deadline that is near or has passed, by the days of UTC, once for ever; returns how
    many reminders it gave. Safe to run at any time, by several at once."""
    today = timezone.now().date()
    return sum(
        remind(reminder, commission_id)
        for reminder in REMINDERS
        for some in in_batches(reminder.due(today).values_list("pk", flat=True))
        for commission_id in untold(reminder, some)
    )


def untold(reminder: Reminder, commission_ids: list[UUID]) -> Iterator[UUID]:
    """Those of which nobody was reminded yet."""
    keys = {reminder.key(each): each for each in Commission.objects.filter(pk__in=commission_ids)}
    told = set(Cause.objects.filter(key__in=keys).values_list("key", flat=True))
    return (each.pk for key, each in keys.items() if key not in told and reminder.is_news(each))


@transaction.atomic
def remind(reminder: Reminder, commission_id: UUID) -> int:
    """Reminds of one, unless it has moved on meanwhile; whether it did."""
    read = Commission.objects.filter(pk=commission_id).first()
    there = lock_people(*ids_of(read)) if read else set()
    present = reminder.due(timezone.now().date()).filter(pk=commission_id).first()
    if present is None:
        return 0
    people = sorted(reminder.whom(present) & there)
    for person in people:
        notify(
            reminder.kind,
            recipient_id=person,
            actor=None,
            target_type="commission",
            target_id=commission_id,
            object_id=reminder.object_id(present),
        )
    return int(bool(people))
