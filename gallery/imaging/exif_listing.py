"""EXIF as people read it: named tags with plain values."""

from typing import Any

from PIL.ExifTags import GPSTAGS, TAGS, Base

from gallery.imaging.cleaning import clean_number, clean_text, decoded
from gallery.imaging.sources import Sources

MOST_ENTRIES = 200
MOST_ITEMS = 16
_MOST_CHARACTERS = 500

_PERSONAL = {Base.BodySerialNumber, Base.LensSerialNumber, Base.CameraOwnerName, Base.CameraSerialNumber}
_PERSONAL |= {Base.ImageUniqueID}
_UTF16 = {Base.XPTitle, Base.XPComment, Base.XPAuthor, Base.XPKeywords, Base.XPSubject}
# Offsets into the file, other containers, and what makers keep to themselves.
_LEFT_OUT = {
    *(Base.ExifOffset, Base.GPSInfo, Base.ExifInteroperabilityOffset, Base.SubIFDs, Base.MakerNote),
    *(Base.StripOffsets, Base.StripByteCounts, Base.TileOffsets, Base.TileByteCounts, Base.JpegIFOffset),
    *(Base.JpegIFByteCount, Base.PrintImageMatching, Base.XMLPacket, Base.IPTCNAA),
    *(Base.ImageResources, Base.InterColorProfile, Base.JPEGTables),
}
_CHARSETS = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16-le", b"JIS\0\0\0\0\0": "euc-jp", b"\0" * 8: "utf-8"}


def listing(sources: Sources) -> dict[str, Any]:
    """Tag names to texts, numbers or lists of them, fit for JSON; at most 200, texts at most 500 characters.

    What a stranger may not see is kept apart, so that it can be left out whole: the place under "GPS", what
    identifies a camera, its owner or this very shot under "Serial". Binary values and maker notes are not listed.
    """
    listed: dict[str, Any] = {}
    personal: dict[str, Any] = {}
    for tag, value in list(sources.exif.items())[: 2 * MOST_ENTRIES]:
        name, plain = TAGS.get(tag), plain_value(tag, value)
        if name and plain is not None and tag not in _LEFT_OUT:
            (personal if tag in _PERSONAL else listed)[name] = plain
    listed = dict(sorted(listed.items())[:MOST_ENTRIES])
    place = {GPSTAGS[tag]: plain for tag, value in sources.gps.items() if (plain := _plain_gps(tag, value)) is not None}
    return listed | ({"GPS": place} if place else {}) | ({"Serial": personal} if personal else {})


def plain_value(tag: int, value: object) -> str | int | float | list[Any] | None:
    """One value fit for JSON, None for what is empty, binary or no number."""
    if isinstance(value, bytes):
        return _text_of_bytes(tag, value)
    if isinstance(value, str):
        return exif_text(value) or None
    if isinstance(value, tuple | list):
        plain = [plain_value(tag, item) for item in value[:MOST_ITEMS]]
        return plain if plain and len(value) <= MOST_ITEMS and None not in plain else None
    number = clean_number(value)
    if number is None:
        return None
    return int(number) if number.is_integer() else round(number, 6)


def exif_text(value: object, *, lines: bool = False) -> str:
    """A text of EXIF, cleaned; "" for anything else. Pillow reads it as Latin-1, while programs write UTF-8."""
    if isinstance(value, bytes):
        value = decoded(value)
    elif isinstance(value, str) and value.isascii() is False:
        value = decoded(value.encode("latin-1", "ignore")) if max(value) <= "\xff" else value
    return clean_text(value, limit=_MOST_CHARACTERS, lines=lines) if isinstance(value, str) else ""


def utf16_text(value: object) -> str:
    """Windows' own tags (XPTitle and its like) hold UTF-16."""
    return clean_text(value.decode("utf-16-le", "ignore")) if isinstance(value, bytes) else ""


def user_comment(value: object) -> str:
    """A comment led by the eight letters of its character set (EXIF 2.32, 4.6.5)."""
    if not isinstance(value, bytes):
        return ""
    charset = _CHARSETS.get(value[:8])
    return clean_text(value[8:].decode(charset, "ignore"), lines=True) if charset else ""


def _text_of_bytes(tag: int, value: bytes) -> str | None:
    if tag in _UTF16:
        return utf16_text(value) or None
    if tag == Base.UserComment:
        return user_comment(value) or None
    letters = value.rstrip(b"\0")
    is_text = len(letters) <= _MOST_CHARACTERS and letters.isascii() and letters.decode("ascii").isprintable()
    return exif_text(letters) or None if is_text else None


def _plain_gps(tag: int, value: object) -> Any:
    if tag not in GPSTAGS:
        return None
    return user_comment(value) or None if isinstance(value, bytes) and len(value) > 8 else plain_value(0, value)
