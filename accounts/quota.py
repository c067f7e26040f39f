"""Room for a person's files: reserved before an upload, kept when it has succeeded, given back otherwise.

Used and reserved bytes together never exceed the quota, however many uploads run at once: the person's row of
statistics is locked while a reservation is made (on SQLite by its write lock, taken when the transaction starts).
"""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from accounts.actions.statistics import count
from accounts.exceptions import Refused
from accounts.models import Reservation, Statistics


@transaction.atomic
def reserve(user_id: UUID, wanted: int) -> Reservation:
    """Set aside `wanted` bytes or, where fewer are free, those (perhaps 0); the answer's `size` tells how many.

    Raises ValueError for a negative number, Statistics.DoesNotExist for an unknown user.
    """
    if wanted < 0:
        raise ValueError("bytes wanted must not be negative")
    size = min(wanted, Statistics.objects.select_for_update().get(pk=user_id).storage_free)
    count(user_id, storage_reserved=size)
    return Reservation.objects.create(user_id=user_id, size=size)


@transaction.atomic
def extend(reservation: Reservation, wanted: int) -> int:
    """Set aside `wanted` bytes more or, where fewer are free, those; returns how many, 0 for a reservation given back.

    Raises ValueError for a negative number.
    """
    if wanted < 0:
        raise ValueError("bytes wanted must not be negative")
    # The reservation before the statistics, as `keep` and `release` lock them: the other way round they could deadlock.
    if not Reservation.objects.select_for_update().filter(pk=reservation.pk).exists():
        return 0
    size = min(wanted, Statistics.objects.select_for_update().get(pk=reservation.user_id).storage_free)
    Reservation.objects.filter(pk=reservation.pk).update(size=F("size") + size)
    count(reservation.user_id, storage_reserved=size)
    return size


@transaction.atomic
def keep(reservation: Reservation, size: int) -> None:
    """Turn `size` reserved bytes into used ones; the rest stays reserved.

    Raises Refused (`quota_exceeded`) where the reservation holds fewer, or was given back meanwhile, and ValueError
    for a negative number.
    """
    if size < 0:
        raise ValueError("bytes kept must not be negative")
    held = Reservation.objects.filter(pk=reservation.pk, size__gte=size)
    if not held.update(size=F("size") - size):
        raise Refused(_("There is not enough room left for this."), code="quota_exceeded")
    count(reservation.user_id, storage_reserved=-size, storage_used=size)


@transaction.atomic
def release(reservation: Reservation) -> None:
    """Give back what is left of a reservation; once more does nothing."""
    held = Reservation.objects.select_for_update().filter(pk=reservation.pk).first()
    if held:
        held.delete()
        count(held.user_id, storage_reserved=-held.size)


def free_bytes(user_id: UUID, size: int) -> None:
    """Say that `size` stored bytes were deleted."""
    count(user_id, storage_used=-size)


def release_stale(older_than: timedelta) -> int:
    """Give back the reservations of uploads that never ended; returns how many.

    Those that settings.RESERVATIONS_IN_USE name, functions that give ids, stay however old they are.
    """
    stale = Reservation.objects.filter(created_at__lt=timezone.now() - older_than)
    for step in getattr(settings, "RESERVATIONS_IN_USE", ()):
        stale = stale.exclude(pk__in=import_string(step)())
    found = list(stale)
    for reservation in found:
        release(reservation)
    return len(found)
