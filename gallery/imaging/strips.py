"""A very large PNG, decoded strip by strip: 100 megapixels of RGBA in 160 MB instead of 860.

The pixels of a PNG are one zlib stream of rows, each filtered against the row above (PNG specification, section 9). A
run of rows therefore decodes by itself once the row above leads it, unfiltered: each strip is rebuilt as a small
stored PNG of that row and the run, and handed to Pillow.
"""

import io
import struct
import zlib
from typing import IO, NamedTuple

from PIL import Image, PngImagePlugin

from gallery.imaging.colour import resizable
from gallery.imaging.errors import PictureRefused
from gallery.imaging.shrink import canvas_for, rows_in_band

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BEFORE_PIXELS = (b"PLTE", b"tRNS")
_TRUNCATED = "The PNG ends too early."


class _Ihdr(NamedTuple):
    width: int
    height: int
    depth: int
    colour: int
    compression: int
    filtering: int
    interlace: int


WORTH_IT = 20_000_000
"""Pixels from which on the memory saved is worth half as much CPU time again."""


def can_decode(image: PngImagePlugin.PngImageFile) -> bool:
    """Whether `image` is that large, not loaded yet, has 8 bits a channel and is not interlaced."""
    if image.fp is None or not image.tile or image.width * image.height < WORTH_IT:
        return False
    header = _read_ihdr(image.fp)
    return header.depth == 8 and not header.interlace


def decode(image: PngImagePlugin.PngImageFile, factor: int) -> Image.Image:
    """Decode and box-reduce by `factor`.

    Raises:
        PictureRefused: `corrupt_image` where the pixels end early or a checksum is wrong.
        zlib.error: for a damaged stream.
    """
    assert image.fp is not None  # noqa: S101 -- `can_decode` looked
    strips = _Strips(image.fp)
    canvas = canvas_for(image, factor)
    rows = rows_in_band(image.width, factor)
    for top in range(0, image.height, rows):
        strip = strips.take(min(rows, image.height - top))
        canvas.paste(resizable(strip).reduce(factor), (0, top // factor))
    return canvas


class _Strips:
    """The rows of a PNG, taken some at a time; `file` is read from its beginning."""

    def __init__(self, file: IO[bytes]) -> None:
        self._header = _read_ihdr(file)
        self._row_length = 1 + self._header.width * _CHANNELS[self._header.colour]
        self._above = bytes(self._row_length)
        self._stream = _PixelStream(file)

    def take(self, rows: int) -> Image.Image:
        """The next `rows` rows as a picture."""
        filtered = self._stream.read(rows * self._row_length)
        header = self._header._replace(height=rows + 1)
        parts = [
            _chunk(b"IHDR", struct.pack(">IIBBBBB", *header)),
            *self._stream.kept,
            _chunk(b"IDAT", zlib.compress(self._above + filtered, 0)),
            _chunk(b"IEND", b""),
        ]
        with Image.open(io.BytesIO(_SIGNATURE + b"".join(parts)), formats=["PNG"]) as strip:
            strip.load()
        last = strip.crop((0, rows, header.width, rows + 1))
        self._above = b"\0" + last.tobytes()
        return strip.crop((0, 1, header.width, rows + 1))


class _PixelStream:
    """The inflated IDAT chunks as one stream of bytes; `kept` are the chunks that each strip needs too."""

    def __init__(self, file: IO[bytes]) -> None:
        self.kept: list[bytes] = []
        self._file = file
        self._inflater = zlib.decompressobj()
        file.seek(len(_SIGNATURE))

    def read(self, length: int) -> bytes:
        """Exactly `length` bytes."""
        parts: list[bytes] = []
        while length:
            squeezed = self._inflater.unconsumed_tail or self._next_idat()
            parts.append(self._inflater.decompress(squeezed, length))
            length -= len(parts[-1])
            if self._inflater.eof and length:
                raise PictureRefused("corrupt_image", _TRUNCATED)
        return b"".join(parts)

    def _next_idat(self) -> bytes:
        while True:
            head = self._file.read(8)
            length, kind = int.from_bytes(head[:4]), head[4:]
            data = self._file.read(length)
            if len(data) < length or kind in (b"", b"IEND"):
                raise PictureRefused("corrupt_image", _TRUNCATED)
            if self._file.read(4) != zlib.crc32(data, zlib.crc32(kind)).to_bytes(4):
                raise PictureRefused("corrupt_image", "A checksum in the PNG is wrong.")
            if kind == b"IDAT":
                return data
            if kind in _BEFORE_PIXELS:
                self.kept.append(_chunk(kind, data))


def _read_ihdr(file: IO[bytes]) -> _Ihdr:
    file.seek(len(_SIGNATURE) + 8)
    return _Ihdr(*struct.unpack(">IIBBBBB", file.read(13)))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(data, zlib.crc32(kind)).to_bytes(4)
