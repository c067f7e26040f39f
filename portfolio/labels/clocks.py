"""Moments by the clocks of a place."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def clock_of(local: datetime) -> str:
    """“June 5, 2026, 11:59 p.m. (Europe/Oslo, UTC+2)”: a moment as it is there, and where that is."""
    zone, offset = str(local.tzinfo), offset_of(local)
    where = offset if zone == "UTC" else _("%(zone)s, %(offset)s") % {"zone": zone.replace("_", " "), "offset": offset}
    return _("%(moment)s (%(where)s)") % {"moment": date_format(local, "DATETIME_FORMAT"), "where": where}


def offset_of(local: datetime) -> str:
    """`UTC`, `UTC+2`, `UTC-3:30`: how far these clocks are ahead."""
    told = local.strftime("%z")
    sign, hours, minutes = told[0], int(told[1:3]), int(told[3:5])
    if not (hours or minutes):
        return "UTC"
    return f"UTC{sign}{hours}{f':{minutes:02}' if minutes else ''}"
