"""What a picture knows about itself, in clean columns."""

from dataclasses import dataclass, field
from typing import Any

from PIL import Image
from PIL.ExifTags import Base

from gallery.imaging import iptc
from gallery.imaging.cleaning import clean_number, clean_text, decoded, positive
from gallery.imaging.exif_listing import exif_text, listing, utf16_text
from gallery.imaging.place import location
from gallery.imaging.sources import Sources, read_sources
from gallery.imaging.taken import date_taken

MOST_KEYWORDS = 50
_KEYWORD_LENGTH = 64
_ISO_UNKNOWN = 65535  # written where the sensitivity does not fit; the true one stands in a newer tag


@dataclass(frozen=True)
class Metadata:
    """Columns, each None or empty where nothing sensible is known; all of it fit for JSON and for PostgreSQL.

    Attributes:
        date_taken: ISO 8601, naive or with an offset.
        focal_length: in millimetres, as engraved on the lens.
        aperture: the f-number.
        shutter_speed: seconds as text: `1/250`, `0.3`, `2`.
        location_lat, location_lon: degrees, north and east positive.
        title, description, keywords: hints, for what the uploader leaves blank.
        exif: see `exif_listing.listing`: "GPS" and "Serial" within it are for the owner alone.
    """

    camera_make: str | None = None
    camera_model: str | None = None
    lens: str | None = None
    date_taken: str | None = None
    focal_length: float | None = None
    aperture: float | None = None
    iso: int | None = None
    shutter_speed: str | None = None
    location_lat: float | None = None
    location_lon: float | None = None
    copyright: str | None = None
    creator: str | None = None
    title: str | None = None
    description: str | None = None
    keywords: list[str] = field(default_factory=list)
    exif: dict[str, Any] = field(default_factory=dict)


def read_metadata(image: Image.Image) -> Metadata:
    """Read a picture that is open; it need not be loaded, and a TIFF must not be. Never refuses.

    Where several sources tell the same thing, XMP comes first, whose text is always Unicode, then EXIF, then IPTC.
    """
    sources = read_sources(image)
    latitude, longitude = location(sources)
    exif = sources.exif
    return Metadata(
        camera_make=_first(exif_text(exif.get(Base.Make))),
        camera_model=_first(exif_text(exif.get(Base.Model))),
        lens=_lens(sources),
        date_taken=date_taken(sources),
        focal_length=_rounded(positive(exif.get(Base.FocalLength))),
        aperture=_aperture(exif),
        iso=_iso(exif),
        shutter_speed=_shutter_speed(exif),
        location_lat=latitude,
        location_lon=longitude,
        copyright=_copyright(sources),
        creator=_creator(sources),
        exif=listing(sources),
        **_hints(sources),
    )


def _hints(sources: Sources) -> dict[str, Any]:
    exif = sources.exif
    return {
        "title": _first(
            _from_xmp(sources, "dc:title"), utf16_text(exif.get(Base.XPTitle)), _from_iptc(sources, iptc.OBJECT_NAME)
        ),
        "description": _first(
            _from_xmp(sources, "dc:description"),
            exif_text(exif.get(Base.ImageDescription), lines=True),
            _from_iptc(sources, iptc.CAPTION),
        ),
        "keywords": _keywords(sources),
    }


def _keywords(sources: Sources) -> list[str]:
    """Without repetition, in the order of the first source that has any."""
    windows = utf16_text(sources.exif.get(Base.XPKeywords)).split(";")
    written = [decoded(value) for value in sources.iptc.get(iptc.KEYWORDS, [])]
    for texts in (sources.xmp.get("dc:subject", []), written, windows):
        words = [word for text in texts if (word := clean_text(text, limit=_KEYWORD_LENGTH))]
        if words:
            return list(dict.fromkeys(words))[:MOST_KEYWORDS]
    return []


def _creator(sources: Sources) -> str | None:
    names = [name for text in sources.xmp.get("dc:creator", []) if (name := clean_text(text))]
    exif = sources.exif
    return _first(
        ", ".join(names)[:500],
        exif_text(exif.get(Base.Artist)),
        _from_iptc(sources, iptc.BYLINE),
        utf16_text(exif.get(Base.XPAuthor)),
    )


def _copyright(sources: Sources) -> str | None:
    """EXIF may hold two, the photographer's and the editor's, with a NUL between them (EXIF 2.32, tag 33432)."""
    written = sources.exif.get(Base.Copyright)
    parts = (exif_text(part) for part in written.split("\0")) if isinstance(written, str) else ()
    both = ", ".join(part for part in parts if part)
    return _first(_from_xmp(sources, "dc:rights"), both[:500], _from_iptc(sources, iptc.COPYRIGHT))


def _lens(sources: Sources) -> str | None:
    named = exif_text(sources.exif.get(Base.LensModel))
    return _first(named, _from_xmp(sources, "exifEX:LensModel"), _from_xmp(sources, "aux:Lens"))


def _aperture(exif: dict[int, Any]) -> float | None:
    """The f-number, or from the APEX value Av = 2 log2 N (EXIF 2.32, annex C)."""
    number = positive(exif.get(Base.FNumber))
    apex = clean_number(exif.get(Base.ApertureValue))
    if number is None and apex is not None and 0 <= apex < 20:
        number = 2 ** (apex / 2)
    return _rounded(number)


def _iso(exif: dict[int, Any]) -> int | None:
    tags = (Base.ISOSpeedRatings, Base.RecommendedExposureIndex, Base.ISOSpeed, Base.StandardOutputSensitivity)
    values = [positive(exif.get(tag)) for tag in tags]
    return next((int(value) for value in values if value and value >= 1 and value != _ISO_UNKNOWN), None)


def _shutter_speed(exif: dict[int, Any]) -> str | None:
    """As cameras show it; from the APEX value Tv = -log2 t where the time itself is missing."""
    seconds = positive(exif.get(Base.ExposureTime))
    apex = clean_number(exif.get(Base.ShutterSpeedValue))
    if seconds is None and apex is not None and abs(apex) < 20:
        seconds = 2**-apex
    if seconds is None or seconds < 1e-6:
        return None
    parts = 1 / seconds
    if seconds < 0.25 or (seconds < 1 and abs(parts - round(parts)) < 0.02):
        return f"1/{round(parts)}"
    return f"{seconds:.1f}".removesuffix(".0")


def _from_xmp(sources: Sources, name: str) -> str:
    return clean_text(next(iter(sources.xmp.get(name, [])), ""), lines=True)


def _from_iptc(sources: Sources, dataset: tuple[int, int]) -> str:
    return clean_text(decoded(next(iter(sources.iptc.get(dataset, [])), b"")), lines=True)


def _first(*texts: str) -> str | None:
    return next((text for text in texts if text), None)


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)
