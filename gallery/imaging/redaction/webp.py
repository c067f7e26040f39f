"""WebP: chunks of RIFF (RFC 9649). Sizes stay, so nothing but the contents changes."""

from gallery.imaging.redaction import tiff, xmp
from gallery.imaging.redaction.block import PRIVATE, Block

_HARMLESS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})


def redact(whole: Block) -> None:
    """Redact EXIF and XMP; chunks that RFC 9649 does not know, such as C2PA's with a preview, are blanked."""
    at = 12
    while len(kind := whole.read(at, 4)) == 4:
        length = whole.number(at + 4, 4, "little")
        content = whole.part(at + 8, length)
        if kind == b"EXIF":
            _redact_exif(content)
        elif kind == b"XMP ":
            xmp.redact(content)
        elif kind not in _HARMLESS:
            content.erase(0, length, PRIVATE)
        at += 8 + length + length % 2


def _redact_exif(content: Block) -> None:
    """Some encoders keep JPEG's "Exif" before the TIFF header, which readers pass over."""
    block = content.part(6) if content.read(0, 6) == b"Exif\0\0" else content
    if tiff.is_readable(block):
        tiff.redact(block)
    else:
        content.erase(0, content.length, PRIVATE)
