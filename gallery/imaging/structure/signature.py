"""Which kind of picture the first bytes claim to be."""

import struct

_PREFIXES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
)
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"})
_HEIC_BRANDS = _HEIF_BRANDS - {b"mif1", b"msf1"}

HEAD_LENGTH = 256
"""Bytes that `claimed_format` wants to see."""


def claimed_format(head: bytes) -> str | None:
    """The name of the one decoder that may try these bytes, None where no permitted picture begins so.

    A claim only: what follows the signature may be anything.
    """
    for prefix, name in _PREFIXES:
        if head.startswith(prefix):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    return _of_brands(_brands(head))


def heif_mime_type(head: bytes) -> str:
    """`image/heic` where HEVC is inside, as the brands tell, else `image/heif`."""
    return "image/heic" if _brands(head) & _HEIC_BRANDS else "image/heif"


def _brands(head: bytes) -> frozenset[bytes]:
    """The brands of an ISO base media file: the major one and the compatible ones (ISO 14496-12, 4.3)."""
    if head[4:8] != b"ftyp":
        return frozenset()
    (length,) = struct.unpack(">I", head[:4])
    listed = head[16 : max(16, min(length, len(head)))]
    return frozenset({head[8:12]} | {listed[i : i + 4] for i in range(0, len(listed) - 3, 4)})


def _of_brands(brands: frozenset[bytes]) -> str | None:
    if brands & _AVIF_BRANDS:
        return "AVIF"
    return "HEIF" if brands & _HEIF_BRANDS else None
