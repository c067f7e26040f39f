"""HEIC, HEIF and AVIF: metadata are items of a `meta` box (ISO 14496-12, 8.11; ISO 23008-12, annex A)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gallery.imaging.redaction import tiff, trailer, xmp
from gallery.imaging.redaction.block import PRIVATE, Block

_ADOBE_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")


class Box(NamedTuple):
    """The kind of a box, where it begins, and its content."""

    kind: bytes
    start: int
    content: Block


@dataclass(frozen=True)
class _Item:
    kind: bytes
    media_type: bytes


def redact(whole: Block) -> None:
    """Redact the EXIF and XMP items, the data of thumbnails, makers' own boxes, and movies behind the picture."""
    for box in boxes(whole):
        if box.kind == b"meta":
            _redact_meta(whole, box.content.part(4))
        elif box.kind == b"uuid" and box.content.read(0, 16) != _ADOBE_XMP:
            whole.write(box.start + 4, b"free", PRIVATE)
            box.content.erase(0, box.content.length, PRIVATE)
    trailer.redact(whole, 0)


def boxes(block: Block) -> Iterator[Box]:
    """The boxes in a stretch, one after the other."""
    at = 0
    while len(kind := block.read(at + 4, 4)) == 4:
        length, header = block.number(at, 4, "big"), 8
        if length == 1:
            length, header = block.number(at + 8, 8, "big"), 16
        elif length == 0:
            length = block.length - at
        if length < header:
            return
        yield Box(kind, at, block.part(at + header, length - header))
        at += length


def _redact_meta(whole: Block, meta: Block) -> None:
    inside = {box.kind: box.content for box in boxes(meta)}
    if b"iloc" not in inside or b"iinf" not in inside:
        return
    items = dict(_items(inside[b"iinf"]))
    thumbnails = set(_thumbnails(inside[b"iref"])) if b"iref" in inside else set()
    for number, stretches in _locations(inside[b"iloc"], inside.get(b"idat")):
        content = Block(whole.file, stretches, whole.patches)
        item = items.get(number, _Item(b"", b""))
        if item.kind == b"Exif":
            _redact_exif(content)
        elif item.kind == b"mime" and item.media_type == b"application/rdf+xml":
            xmp.redact(content)
        elif number in thumbnails:
            content.erase(0, content.length, PRIVATE)


def _redact_exif(content: Block) -> None:
    """Four bytes tell how far the TIFF header is away; some writers count wrongly, so "Exif" is looked for too."""
    start = 4 + content.number(0, 4, "big")
    if content.read(4, 6) == b"Exif\0\0":
        start = 10
    if tiff.is_readable(content.part(start)):
        tiff.redact(content.part(start))
    else:
        content.erase(4, content.length - 4, PRIVATE)


def _items(iinf: Block) -> Iterator[tuple[int, _Item]]:
    """Number, kind and media type of each item (`infe`, versions 2 and 3)."""
    start = 6 if iinf.number(0, 1, "big") == 0 else 8
    for box in boxes(iinf.part(start)):
        width = 4 if box.content.number(0, 1, "big") >= 3 else 2
        kind = box.content.read(4 + width + 2, 4)
        texts = box.content.read(4 + width + 6, 512).split(b"\0")
        yield box.content.number(4, width, "big"), _Item(kind, texts[1] if len(texts) > 1 else b"")


def _thumbnails(iref: Block) -> Iterator[int]:
    """The items that are thumbnails of others."""
    width = 2 if iref.number(0, 1, "big") == 0 else 4
    for box in boxes(iref.part(4)):
        if box.kind == b"thmb":
            yield box.content.number(0, width, "big")


def _locations(iloc: Block, idat: Block | None) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """For each item its stretches in the file (`iloc`, versions 0 to 2)."""
    version = iloc.number(0, 1, "big")
    sizes = iloc.number(4, 2, "big")
    offset_size, length_size, base_size, index_size = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    width = 4 if version == 2 else 2
    reader = _Reader(iloc, 6)
    for _ in range(min(reader.take(width), 4096)):
        number = reader.take(width)
        method = reader.take(2) & 15 if version else 0
        reader.take(2)
        base = reader.take(base_size)
        stretches = []
        for _ in range(min(reader.take(2), 4096)):
            if version and index_size:
                reader.take(index_size)
            offset, length = reader.take(offset_size), reader.take(length_size)
            stretches.append((base + offset, length))
        if method == 0:
            yield number, stretches
        elif method == 1 and idat and idat.stretches:
            inside = idat.stretches[0][0]
            yield number, [(inside + offset, length) for offset, length in stretches]


class _Reader:
    """Takes one big-endian number after the other."""

    def __init__(self, block: Block, at: int) -> None:
        self.block, self.at = block, at

    def take(self, width: int) -> int:
        """The next number of so many bytes; 0 past the end, and for no bytes."""
        number = self.block.number(self.at, width, "big")
        self.at += width
        return number
