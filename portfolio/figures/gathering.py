"""Days that are over, rolled up: what is read again and again is then some rows a day, however many looked.

A day is written in one transaction with a row that says so. It may be stopped and run again at any time, and beside itself.
"""

import logging
from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from gallery.models import Access, Visit
from portfolio.figures.days import DAY, Span
from portfolio.figures.reckoning import Key, Reckoned, reckon
from portfolio.models import DayFigures, DayReferrer, GatheredDay
from social.models import Follow, Like

logger = logging.getLogger("atelier.portfolio")

BATCH = 500
SETTLING = timedelta(minutes=5)
"""So long after midnight what was begun before it is written."""


def gather(*, since: date | None = None, again: bool = False) -> Iterator[date]:
    """Writes the figures of each day that is over and has none yet, from a day or from the first one on, and tells each as it is
    done; where `again`, those that have some too, anew.

    Anew they are of what is there now: looks at works that were deleted since are not in them any more.
    """
    last = (timezone.now() - SETTLING).astimezone(UTC).date() - DAY
    first = since or first_day()
    if first is None:
        return
    span = Span(first, last)
    done = set() if again else set(GatheredDay.objects.filter(day__gte=first).values_list("day", flat=True))
    for day in span:
        if day not in done and write(day, reckon(day), again=again):
            yield day


def first_day() -> date | None:
    """The first day on which anything happened; the first that was gathered, where what happened then is gone."""
    gathered: date | None = GatheredDay.objects.aggregate(first=Min("day"))["first"]
    moments = [
        rows.aggregate(first=Min(column))["first"]
        for rows, column in (
            (Visit.objects.all(), "at"),
            (Access.objects.all(), "at"),
            (Like.objects.all(), "liked_at"),
            (Follow.objects.all(), "followed_at"),
        )
    ]
    days = [moment.astimezone(UTC).date() for moment in moments if moment]
    return min([gathered, *days] if gathered else days, default=None)


@transaction.atomic
def write(day: date, found: Reckoned, *, again: bool) -> bool:
    """Writes a day, unless it is written meanwhile. Returns whether it did."""
    # Whoever else is at this day waits here until its row is there.
    marker, is_new = GatheredDay.objects.get_or_create(day=day)
    if not is_new:
        if not again:
            return False
        GatheredDay.objects.select_for_update().get(pk=marker.pk)
        marker.save(update_fields=["gathered_at"])
        for model in (DayFigures, DayReferrer):
            model._default_manager.filter(day=day).delete()
    figures = (DayFigures(day=day, **row_of(key), **counts) for key, counts in found.figures.items())
    DayFigures.objects.bulk_create(figures, batch_size=BATCH)
    DayReferrer.objects.bulk_create(referrers(day, found), batch_size=BATCH)
    logger.info("statistics gathered", extra={"day": str(day), "subjects": len(found.figures)})
    return True


def referrers(day: date, found: Reckoned) -> Iterator[DayReferrer]:
    for key, origins in found.origins.items():
        for (source, host), views in origins.items():
            yield DayReferrer(day=day, source=source, host=host, views=views, **row_of(key))


def row_of(key: Key) -> dict[str, Any]:
    return {"artist_id": key.artist, "subject": key.subject, "subject_id": key.subject_id}
