"""Where a picture was taken."""

import re

from PIL.ExifTags import GPS

from gallery.imaging.cleaning import clean_number
from gallery.imaging.sources import Sources

_FROM_XMP = re.compile(r"([0-9]{1,3}),([0-9]{1,2}(?:\.[0-9]+)?)(?:,([0-9]{1,2}(?:\.[0-9]+)?))?([NSEW])")


def location(sources: Sources) -> tuple[float | None, float | None]:
    """Latitude and longitude in degrees, north and east positive, both or neither.

    None for a coordinate that is incomplete, out of range, or 0/0, which cameras write while they look for
    satellites. A missing hemisphere is read as north or east.
    """
    latitude = _from_gps(sources, GPS.GPSLatitude, GPS.GPSLatitudeRef)
    longitude = _from_gps(sources, GPS.GPSLongitude, GPS.GPSLongitudeRef)
    if latitude is None or longitude is None:
        latitude, longitude = _from_xmp(sources, "exif:GPSLatitude"), _from_xmp(sources, "exif:GPSLongitude")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        return None, None
    return latitude, longitude


def _from_gps(sources: Sources, tag: int, reference_tag: int) -> float | None:
    parts = sources.gps.get(tag)
    if not isinstance(parts, tuple | list):
        parts = (parts,)
    numbers = [clean_number(part) for part in parts[:3]]
    if not numbers or None in numbers:
        return None
    reference = sources.gps.get(reference_tag)
    return _degrees([number or 0.0 for number in numbers], str(reference or "")[:1].upper())


def _from_xmp(sources: Sources, name: str) -> float | None:
    """XMP writes `43,28.0305N` or `43,28,2N`."""
    found = _FROM_XMP.fullmatch(next(iter(sources.xmp.get(name, [])), "").strip())
    return _degrees([float(part or 0) for part in found.groups()[:3]], found[4]) if found else None


def _degrees(parts: list[float], hemisphere: str) -> float | None:
    """Degrees, minutes, seconds as one number, to seven places: a centimetre."""
    if min(parts) < 0 or any(part >= 60 + 1e-6 for part in parts[1:]):
        return None
    degrees = sum(part / 60**power for power, part in enumerate(parts))
    return round(-degrees if hemisphere in ("S", "W") else degrees, 7)
