"""The raw metadata of a picture from its four sources: EXIF, GPS, XMP, IPTC. Nothing here is clean yet."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PIL import ExifTags, Image

from gallery.imaging.errors import PictureRefused, refusing_what_breaks
from gallery.imaging.exif import exif_of
from gallery.imaging.iptc import read_iptc
from gallery.imaging.xmp import read_xmp

Key = TypeVar("Key")
Value = TypeVar("Value")

_IPTC_IN_PHOTOSHOP, _IPTC_IN_TIFF = 0x0404, 33723


@dataclass(frozen=True)
class Sources:
    """Raw values; each is empty where the source is absent or broken.

    Attributes:
        exif: tags of IFD0 and of the Exif IFD together, the latter winning: careless programs write camera tags into
            IFD0, and readers have always forgiven them.
        gps: tags of the GPS IFD.
        xmp: property (`dc:creator`) to its values.
        iptc: (record, dataset) to its values.
    """

    exif: dict[int, Any] = field(default_factory=dict)
    gps: dict[int, Any] = field(default_factory=dict)
    xmp: dict[str, list[str]] = field(default_factory=dict)
    iptc: dict[tuple[int, int], list[bytes]] = field(default_factory=dict)


def read_sources(image: Image.Image) -> Sources:
    """Read all four from a picture that is open, and for TIFF not loaded yet. Broken metadata refuses no picture."""
    return Sources(
        exif=_or_empty(lambda: dict(exif_of(image))) | _or_empty(lambda: exif_of(image).get_ifd(ExifTags.IFD.Exif)),
        gps=_or_empty(lambda: exif_of(image).get_ifd(ExifTags.IFD.GPSInfo)),
        xmp=_or_empty(lambda: read_xmp(_xmp_packet(image))),
        iptc=_or_empty(lambda: read_iptc(_iptc_block(image))),
    )


def _or_empty(read: Callable[[], dict[Key, Value]]) -> dict[Key, Value]:
    try:
        with refusing_what_breaks("unreadable metadata"):
            return read()
    except PictureRefused:
        return {}  # a picture with broken metadata is still a picture


def _xmp_packet(image: Image.Image) -> bytes:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return packet.encode("utf-8", "replace") if isinstance(packet, str) else packet


def _iptc_block(image: Image.Image) -> bytes:
    block = image.info.get("photoshop", {}).get(_IPTC_IN_PHOTOSHOP)
    if block is None:
        block = getattr(image, "tag_v2", {}).get(_IPTC_IN_TIFF)
    return block if isinstance(block, bytes) else b""
