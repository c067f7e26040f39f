"""Deadlines: instants that are told by the clocks of a place."""

from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

END_OF_DAY = time(23, 59, 59, fold=1)
"""`fold`: where a day ends twice, because clocks are put back at midnight, the second time counts."""


@cache
def zone_names() -> frozenset[str]:
    """The time zones that there are (IANA), but for those that say something else on every machine."""
    return frozenset(available_timezones() - {"localtime", "Factory"})


def zone_named(name: str) -> ZoneInfo:
    """The zone of that name. Raises ValidationError on `time_zone` where there is none."""
    if name not in zone_names():
        detail = _("There is no such time zone. Name one such as Europe/Berlin.")
        raise ValidationError({"time_zone": ValidationError(detail, code="unknown_time_zone")})
    return ZoneInfo(name)


def instant_of(moment: datetime | date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) that is meant in a zone: of a date the end of that day there, of a time without an offset the time by
    the clocks there. Raises ValidationError on `submission_deadline` for one that lies outside of the calendar."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, END_OF_DAY)
    try:
        instant = (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError:
        raise out_of_calendar() from None
    # In the first year and the last one the clocks of another zone, in which it may come to be told, would have no such day.
    if not MINYEAR < instant.year < MAXYEAR:
        raise out_of_calendar()
    return instant


def out_of_calendar() -> ValidationError:
    detail = _("This lies outside of the calendar.")
    return ValidationError({"submission_deadline": ValidationError(detail, code="invalid")})
