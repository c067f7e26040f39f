"""Photoshop's image resources: thumbnails in them, and the IPTC, EXIF and XMP that they carry.

Adobe Photoshop File Formats Specification, "Image Resource Blocks"; IPTC-IIM 4.2, record 2.
"""

from collections.abc import Iterator

from gallery.imaging.redaction import tiff, xmp
from gallery.imaging.redaction.block import LOCATION, PRIVATE, Block

_IPTC, _THUMBNAILS, _EXIF, _XMP = 1028, (1033, 1036), (1058, 1059), 1060
_NOBODYS = (4999).to_bytes(2)  # the last of the numbers kept for plug-ins: passed over by all
# Content location, city, sublocation, province, country by code and by name.
_PLACES = frozenset({26, 27, 90, 92, 95, 100, 101})


def redact(block: Block) -> None:
    """Redact a run of image resources ("8BIM" …)."""
    for at, number, start, length in _resources(block):
        content = block.part(start, length)
        if number in _THUMBNAILS:
            block.write(at + 4, _NOBODYS, PRIVATE)
            content.erase(0, length, PRIVATE)
        elif number == _IPTC:
            redact_iptc(content)
        elif number in _EXIF:
            tiff.redact(content)
        elif number == _XMP:
            xmp.redact(content)


def redact_any(block: Block) -> None:
    """Image resources, or what programs store in their place: bare IPTC."""
    (redact_iptc if block.read(0, 1) == b"\x1c" else redact)(block)


def redact_iptc(block: Block) -> None:
    """Blank the texts of places, with spaces: a dataset cannot leave its record."""
    at = 0
    while block.read(at, 1) == b"\x1c":
        record, dataset = block.read(at + 1, 2).ljust(2, b"\0")
        length = block.number(at + 3, 2, "big")
        header = 5
        if length & 0x8000:  # extended: the lower bits count the bytes of the length itself
            header += min(length & 0x7FFF, 8)
            length = block.number(at + 5, header - 5, "big")
        if record == 2 and dataset in _PLACES:
            block.erase(at + header, length, LOCATION, b" ")
        at += header + length


def _resources(block: Block) -> Iterator[tuple[int, int, int, int]]:
    """Where a resource is, its number, and where its content starts and how long it is; names and contents are even."""
    at = 0
    while block.read(at, 4) in (b"8BIM", b"MeSa", b"AgHg", b"PHUT", b"DCSR"):
        name = block.number(at + 6, 1, "big") + 1
        start = at + 6 + name + name % 2 + 4
        length = block.number(start - 4, 4, "big")
        yield at, block.number(at + 4, 2, "big"), start, length
        at = start + length + length % 2
