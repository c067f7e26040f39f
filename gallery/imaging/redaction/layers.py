"""Metadata under a layer of encoding, which after redaction has to be encoded again to the very same length."""

import zlib
from collections.abc import Callable

from gallery.imaging.redaction.block import LOCATION, PRIVATE, Block
from gallery.imaging.redaction.patch import apply

Redactor = Callable[[Block], None]
_MOST = 1 << 23  # bytes inflated
# Deflate blocks that hold nothing: a stored one of 5 bytes, and one of fixed codes before a stored one, 6 together.
_FIVE, _SIX = b"\0\0\0\xff\xff", b"\x02\0\0\0\xff\xff"


class UnfitError(Exception):
    """What is left after redaction cannot be brought to the length of what was there, or it could not be read."""


def compressed(redact: Redactor) -> Redactor:
    """For a zlib stream around what `redact` knows; raises `UnfitError`."""

    def through(block: Block) -> None:
        _through(block, _inflated(block.read()), redact, lambda data: deflated(data, block.length))

    return through


def hexadecimal(redact: Redactor) -> Redactor:
    """For ImageMagick's raw profiles: a line of name, a line of length, then lines of hexadecimal digits."""

    def through(block: Block) -> None:
        text = block.read()
        digits = text.find(b"\n", text.find(b"\n", 1) + 1) + 1
        try:
            data = bytes.fromhex(text[digits:].decode("ascii"))
        except ValueError as error:
            raise UnfitError from error
        _through(block, data, redact, lambda changed: text[:digits] + _in_lines(changed, text[digits:]))

    return through


def deflated(data: bytes, length: int) -> bytes:
    """`data` as a zlib stream of exactly `length` bytes, padded with empty blocks (RFC 1951); raises `UnfitError`."""
    for level in (9, 6, 1):
        packer = zlib.compressobj(level)
        stream = packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH)
        end = packer.flush()
        gap = length - len(stream) - len(end)
        sixes = gap % 5
        if gap >= 6 * sixes:
            return stream + _SIX * sixes + _FIVE * ((gap - 6 * sixes) // 5) + end
    raise UnfitError


def _through(block: Block, data: bytes, redact: Redactor, encode: Callable[[bytes], bytes]) -> None:
    inner = Block.whole(data)
    redact(inner)
    private = [patch for patch in inner.patches if patch.kind == PRIVATE]
    location = [patch for patch in inner.patches if patch.kind == LOCATION]
    if private:
        block.write(0, encode(apply(private, data)), PRIVATE)
    if location:
        block.write(0, encode(apply(private + location, data)), LOCATION)


def _inflated(data: bytes) -> bytes:
    try:
        unpacker = zlib.decompressobj()
        inflated = unpacker.decompress(data, _MOST)
    except zlib.error as error:
        raise UnfitError from error
    if unpacker.unconsumed_tail:
        raise UnfitError
    return inflated


def _in_lines(data: bytes, lines: bytes) -> bytes:
    digits = iter(data.hex().encode())
    return bytes(place if place in b" \t\r\n" else next(digits) for place in lines)
