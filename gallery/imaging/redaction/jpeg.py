"""JPEG: every picture in the file, for phones append depth maps, brighter copies and videos to the first."""

from collections import defaultdict
from typing import NamedTuple

from gallery.imaging.redaction import multipicture, photoshop, tiff, trailer, xmp
from gallery.imaging.redaction.block import PRIVATE, Block

_SCAN, _APP0, _APP2 = 0xDA, 0xE0, 0xE2
_JFIF = b"JFIF\0"
_EXIF = (b"Exif\0\0", b"Exif\0\xff")
_XMP, _EXTENDED = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP, _MULTIPICTURE = b"Photoshop 3.0\0", b"MPF\0"
# What decoders need: size and colour, and how to brighten the picture on an HDR screen (ISO 21496-1).
_HARMLESS = (_MULTIPICTURE, b"ICC_PROFILE\0", b"Adobe", b"urn:iso:std:iso:ts:21496:-1\0")
_PICTURE = b"\xff\xd8\xff"


class Segment(NamedTuple):
    """A marker segment: its number, where its payload starts, how long that is."""

    marker: int
    start: int
    length: int


def redact(whole: Block) -> None:
    """Redact all pictures of a JPEG file, and what follows them."""
    after = _redact_picture(whole, 0)
    trailer.redact(whole, after)
    while (at := whole.file.find(_PICTURE, after)) >= 0:
        after = _redact_picture(whole, at)


def _redact_picture(whole: Block, at: int) -> int:
    """Redact the picture that starts at `at`, if one does; gives where to look for the next."""
    segments = _segments(whole, at)
    if not segments:
        return at + 2
    _redact_segments(whole, segments)
    return segments[-1].start + segments[-1].length


def _segments(whole: Block, at: int) -> list[Segment]:
    """The segments from the start of a picture to its first scan; none where what is there is no picture."""
    found, at = [], at + 2
    while (mark := whole.read(at, 2)) and mark[0] == 0xFF and len(mark) == 2:
        if mark[1] == 0xFF:  # fill bytes may come before a marker
            at += 1
            continue
        length = whole.number(at + 2, 2, "big")
        found.append(Segment(mark[1], at + 4, max(length - 2, 0)))
        if mark[1] == _SCAN:
            return found
        if length < 2 or mark[1] < 0xC0:
            break
        at += 2 + length
    return []


def _redact_segments(whole: Block, segments: list[Segment]) -> None:
    in_pieces: dict[bytes, list[Segment]] = {_PHOTOSHOP: [], _EXTENDED: []}
    for segment in segments:
        if not _APP0 <= segment.marker < _APP0 + 16:
            continue
        payload = whole.part(segment.start, segment.length)
        head = payload.read(0, 40)
        name = next((name for name in in_pieces if head.startswith(name)), None)
        if name:
            in_pieces[name].append(segment)
        else:
            _redact_payload(payload, head)
    _redact_photoshop(whole, in_pieces[_PHOTOSHOP])
    _redact_extended(whole, in_pieces[_EXTENDED])
    _redact_pictures_index(whole, segments)


def _redact_payload(payload: Block, head: bytes) -> None:
    if head.startswith(_XMP):
        xmp.redact(payload.part(len(_XMP)))
    elif head.startswith(_EXIF) and tiff.is_readable(payload.part(6)):
        tiff.redact(payload.part(6))
    elif head.startswith(_JFIF):
        _drop_thumbnail(payload)
    elif not head.startswith(_HARMLESS):
        # Maker's own: GoPro writes serial number and place, C2PA a preview, a second EXIF segment a long maker note.
        payload.erase(0, payload.length, PRIVATE)


def _drop_thumbnail(jfif: Block) -> None:
    """JFIF 1.02: width and height of a thumbnail in RGB, then its pixels."""
    if jfif.read(12, 2).strip(b"\0"):
        jfif.erase(12, jfif.length - 12, PRIVATE)


def _redact_pictures_index(whole: Block, segments: list[Segment]) -> None:
    """The index counts its offsets from behind its own name, and they reach past the first picture."""
    for segment in segments:
        if segment.marker == _APP2 and whole.read(segment.start, 4) == _MULTIPICTURE:
            multipicture.redact(whole.part(segment.start + 4), segment.length - 4)


def _redact_photoshop(whole: Block, segments: list[Segment]) -> None:
    """Resources run on from one segment to the next."""
    skip = len(_PHOTOSHOP)
    stretches = [(each.start + skip, each.length - skip) for each in segments]
    photoshop.redact(Block(whole.file, stretches, whole.patches))


def _redact_extended(whole: Block, segments: list[Segment]) -> None:
    """XMP part 3, 1.1.3.1: after the name a digest of 32 bytes, the full length, the place of this piece in it."""
    skip = len(_EXTENDED) + 40
    packets: dict[bytes, list[tuple[int, int, int]]] = defaultdict(list)
    for each in segments:
        digest = whole.read(each.start + len(_EXTENDED), 32)
        place = whole.number(each.start + skip - 4, 4, "big")
        packets[digest].append((place, each.start + skip, each.length - skip))
    for pieces in packets.values():
        xmp.redact(Block(whole.file, [(start, length) for _, start, length in sorted(pieces)], whole.patches))
