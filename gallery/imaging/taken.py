"""When a picture was taken, as its makers wrote it."""

import re
from datetime import UTC, datetime, timedelta, timezone

from PIL.ExifTags import Base

from gallery.imaging import iptc
from gallery.imaging.cleaning import decoded
from gallery.imaging.sources import Sources

EARLIEST_YEAR = 1800  # no picture is older than photography; cameras whose clock was never set write 0000

_MOMENT = re.compile(
    r"\s*([0-9]{4})[:/.-]([0-9]{2})[:/.-]([0-9]{2})"
    r"(?:[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:\.[0-9]+)?\s*(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_OFFSET = re.compile(r"\s*(Z|[+-][0-9]{2}:?[0-9]{2})")
_FROM_EXIF = (
    (Base.DateTimeOriginal, Base.OffsetTimeOriginal),
    (Base.DateTimeDigitized, Base.OffsetTimeDigitized),
)
_FROM_XMP = ("exif:DateTimeOriginal", "photoshop:DateCreated", "exif:DateTimeDigitized", "xmp:CreateDate")


def date_taken(sources: Sources) -> str | None:
    """ISO 8601, seconds exact, with the offset from UTC where it was written and naive where not; None if unknown.

    In this order: EXIF original and digitized, XMP, IPTC, and last EXIF's date of change, which is the only one
    that some scanners and drawing programs write. Impossible dates are passed over.
    """
    return next((moment for moment in _moments(sources) if moment), None)


def _moments(sources: Sources) -> list[str | None]:
    exif, xmp = sources.exif, sources.xmp
    moments = [moment(exif.get(date), exif.get(offset)) for date, offset in _FROM_EXIF]
    moments += [moment(text) for name in _FROM_XMP for text in xmp.get(name, [])[:1]]
    moments.append(_iptc_moment(sources))
    moments.append(moment(exif.get(Base.DateTime), exif.get(Base.OffsetTime)))
    return moments


def _iptc_moment(sources: Sources) -> str | None:
    """IIM writes 20240131 and 140559+0100."""
    day = decoded(sources.iptc.get(iptc.DATE_CREATED, [b""])[0])
    time = decoded(sources.iptc.get(iptc.TIME_CREATED, [b""])[0]) or "000000"
    return moment(f"{day[:4]}-{day[4:6]}-{day[6:8]} {time[:2]}:{time[2:4]}:{time[4:6]}{time[6:]}")


def moment(text: object, offset: object = None) -> str | None:
    """One moment in any of the usual spellings as ISO 8601; None for anything that names no moment."""
    found = _MOMENT.match(text) if isinstance(text, str) else None
    if not found:
        return None
    *numbers, zone = found.groups()
    if zone is None and isinstance(offset, str) and (written := _OFFSET.match(offset)):
        zone = written[1]
    try:
        when = datetime(*(int(number or 0) for number in numbers), tzinfo=_zone(zone))  # type: ignore[misc, arg-type]
    except ValueError:
        return None
    return when.isoformat() if when.year >= EARLIEST_YEAR else None


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    return timezone((-1 if text[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))
