"""The frames of a GIF, walked block by block."""

from mmap import mmap

from gallery.imaging.errors import PictureRefused
from gallery.imaging.structure import Survey

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_TRUNCATED = "The GIF ends too early."


def survey(data: mmap, most_frames: int) -> Survey:
    """Count the frames, up to one more than `most_frames` (GIF89a specification, sections 18 to 27).

    All frames are walked and only the first will be decoded, so that a file cut off in a later one is noticed here.
    A lost trailer after a whole frame is forgiven, as browsers do.

    Raises:
        PictureRefused: `corrupt_image` for a GIF that ends inside a block or has no frame.
    """
    if len(data) < 13:
        raise PictureRefused("corrupt_image", _TRUNCATED)
    size = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    position, frames = 13 + _palette_length(data[10]), 0
    while position < len(data) and data[position] != _TRAILER and frames <= most_frames:
        kind = data[position]
        if kind == _EXTENSION:
            position = _after_blocks(data, position + 2)
        elif kind == _IMAGE:
            position, frames = _after_image(data, position), frames + 1
        else:
            position += 1  # stray bytes between blocks occur in the wild; decoders step over them
    if not frames:
        raise PictureRefused("corrupt_image", "The GIF holds no picture.")
    return Survey(frames=frames, size=size)


def _palette_length(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_image(data: mmap, position: int) -> int:
    """Past one frame: descriptor (10 bytes), local palette, code size, sub-blocks."""
    if position + 10 > len(data):
        raise PictureRefused("corrupt_image", _TRUNCATED)
    return _after_blocks(data, position + 10 + _palette_length(data[position + 9]) + 1)


def _after_blocks(data: mmap, position: int) -> int:
    """Past a chain of sub-blocks, each led by its length, the last of length 0."""
    end = len(data)
    while position < end:
        length = data[position]
        position += length + 1
        if not length:
            return position
    raise PictureRefused("corrupt_image", _TRUNCATED)
