"""The chunks of a PNG: its size, its frames, and texts that inflate without end."""

import zlib
from collections.abc import Iterator
from mmap import mmap
from typing import NamedTuple

from gallery.imaging.errors import PictureRefused
from gallery.imaging.structure import Survey

MAX_CHUNKS = 100_000  # an encoder writes 8 KB and more in each; millions of empty ones cost seconds to walk
MAX_TEXT = 1 << 20  # of one compressed text once inflated, which is what Pillow takes too
MAX_TEXTS = 8 << 20  # of all of them together

_COMPRESSED = frozenset({b"zTXt", b"iTXt", b"iCCP"})


class Chunk(NamedTuple):
    """One chunk: its kind, where its data starts, how many bytes they are."""

    kind: bytes
    start: int
    length: int


def survey(data: mmap, most_frames: int) -> Survey:
    """Read size, frames and EXIF from the chunks, those behind the pixels too.

    Raises:
        PictureRefused: `corrupt_image` for a PNG that ends early, or carries a text that inflates past all sense.
    """
    size: tuple[int, int] | None = None
    exif: bytes | None = None
    frames, inflated = 0, 0
    for number, chunk in enumerate(chunks(data)):
        if number >= MAX_CHUNKS:
            raise PictureRefused("corrupt_image", "The PNG is cut into too many chunks.")
        if chunk.kind == b"IHDR" and size is None:
            size = _size(data, chunk)
        elif chunk.kind == b"fcTL":
            frames += 1
            if frames > most_frames:
                break
        elif chunk.kind == b"eXIf":
            exif = data[chunk.start : chunk.start + chunk.length]
        elif chunk.kind in _COMPRESSED:
            text = _inflated_length(data, chunk)
            inflated += text
            if text > MAX_TEXT or inflated > MAX_TEXTS:
                raise PictureRefused("corrupt_image", "A compressed text in the PNG inflates past all sense.")
    return Survey(frames=max(frames, 1), size=size, exif=exif)


def chunks(data: mmap) -> Iterator[Chunk]:
    """Walk the chunks, IEND left out.

    Raises:
        PictureRefused: `corrupt_image` where the file ends before IEND.
    """
    position = 8
    while position + 12 <= len(data):
        chunk = Chunk(data[position + 4 : position + 8], position + 8, int.from_bytes(data[position : position + 4]))
        if chunk.kind == b"IEND":
            return
        yield chunk
        position += chunk.length + 12
    raise PictureRefused("corrupt_image", "The PNG ends too early.")


def _size(data: mmap, header: Chunk) -> tuple[int, int]:
    start = header.start
    return int.from_bytes(data[start : start + 4]), int.from_bytes(data[start + 4 : start + 8])


def _inflated_length(data: mmap, chunk: Chunk) -> int:
    """Length of a compressed text, inflated no further than `MAX_TEXT` + 1."""
    body = data[chunk.start : chunk.start + chunk.length]
    _, _, rest = body.partition(b"\0")
    if chunk.kind == b"iTXt":
        if rest[:1] != b"\1":
            return 0
        rest = rest[1:2] + rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    try:
        return len(zlib.decompressobj().decompress(rest[1:], MAX_TEXT + 1))
    except zlib.error:
        return 0  # Pillow passes over a text that does not inflate: no harm in it
