"""PNG: EXIF and text chunks, of which some are compressed; every chunk changed gets its checksum anew."""

import zlib

from gallery.imaging.redaction import photoshop, tiff, trailer, xmp
from gallery.imaging.redaction.block import LOCATION, PRIVATE, Block
from gallery.imaging.redaction.layers import Redactor, UnfitError, compressed, hexadecimal
from gallery.imaging.redaction.patch import apply

_XMP = b"XML:com.adobe.xmp"


def redact(whole: Block) -> None:
    """Redact the chunks, and what follows the last."""
    at = 8
    while len(kind := whole.read(at + 4, 4)) == 4 and kind != b"IEND":
        length = whole.number(at, 4, "big")
        redactor = _CHUNKS.get(kind)
        if redactor:
            _redact_chunk(whole, at + 4, length + 4, redactor)
        at += length + 12
    trailer.redact(whole, at)


def _redact_chunk(whole: Block, start: int, length: int, redactor: Redactor) -> None:
    """Kind and content are what the checksum is of; it is written once for each set of patches that is valid."""
    chunk = whole.part(start, length)
    before = len(whole.patches)
    try:
        redactor(chunk)
    except UnfitError:
        del whole.patches[before:]
        _blank(chunk, PRIVATE)
    private = [patch for patch in whole.patches[before:] if patch.kind == PRIVATE]
    location = [patch for patch in whole.patches[before:] if patch.kind == LOCATION]
    for kind, patches in ((PRIVATE, private), (LOCATION, private + location)):
        if any(patch.kind == kind for patch in patches):
            checksum = zlib.crc32(apply(patches, chunk.read(), start))
            whole.write(start + length, checksum.to_bytes(4), kind)


def _blank(chunk: Block, kind: str) -> None:
    """An empty comment of the same length: a chunk cannot leave the file."""
    chunk.write(0, b"tEXtComment\0".ljust(chunk.length, b" ")[: chunk.length], kind)


def _redact_exif(chunk: Block) -> None:
    _redact_profile(chunk.part(4))


def _redact_text(chunk: Block) -> None:
    """tEXt, zTXt and iTXt: a keyword, then what it is about."""
    kind, (keyword, _, _) = chunk.read(0, 4), chunk.read(4, 84).partition(b"\0")
    unwanted = xmp.kind_of(keyword)
    if unwanted:
        _blank(chunk, unwanted)
        return
    redactor = xmp.redact if keyword == _XMP else _RAW_PROFILES.get(keyword.lower())
    if redactor is None:
        return
    start = 4 + len(keyword) + 1
    packed = kind == b"zTXt"
    if kind == b"iTXt":
        packed = chunk.read(start, 1) == b"\1"
        # A language and a translated keyword come before the text, each ended by a zero.
        language, translated, *_ = [*chunk.read(start + 2, 512).split(b"\0"), b"", b""]
        start += 2 + len(language) + 1 + len(translated) + 1
    elif packed:
        start += 1
    (compressed(redactor) if packed else redactor)(chunk.part(start))


def _redact_profile(block: Block) -> None:
    """EXIF or XMP, bare or as in a JPEG's segment."""
    skip = 6 if block.read(0, 6) == b"Exif\0\0" else 0
    if tiff.is_readable(block.part(skip)):
        tiff.redact(block.part(skip))
    elif b"<" in block.read(0, 64):
        xmp.redact(block)
    else:
        block.erase(0, block.length, PRIVATE)


_CHUNKS: dict[bytes, Redactor] = {
    b"eXIf": _redact_exif,
    b"tEXt": _redact_text,
    b"zTXt": _redact_text,
    b"iTXt": _redact_text,
    b"caBX": lambda chunk: _blank(chunk, PRIVATE),  # C2PA, with a preview in it
}
_RAW_PROFILES: dict[bytes, Redactor] = {
    b"raw profile type exif": hexadecimal(_redact_profile),
    b"raw profile type app1": hexadecimal(_redact_profile),
    b"raw profile type xmp": hexadecimal(_redact_profile),
    b"raw profile type iptc": hexadecimal(photoshop.redact_any),
    b"raw profile type 8bim": hexadecimal(photoshop.redact_any),
}
