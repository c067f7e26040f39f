"""The size and frames of a WebP, before libwebp is handed a canvas to allocate."""

from mmap import mmap

from gallery.imaging.errors import PictureRefused
from gallery.imaging.structure import Survey

MAX_CHUNKS = 100_000


def survey(data: mmap, most_frames: int) -> Survey:
    """Read the size of the canvas and count the frames (RIFF container, RFC 9649).

    Raises:
        PictureRefused: `corrupt_image` where the container is longer than the file, or tells no size.
    """
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise PictureRefused("corrupt_image", "The WebP ends too early.")
    return Survey(frames=max(_frames(data, end, most_frames), 1), size=_size(data))


def _size(data: mmap) -> tuple[int, int]:
    kind, head = data[12:16], data[20:30]
    if kind == b"VP8X" and len(head) == 10:
        return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    if kind == b"VP8 " and len(head) == 10 and head[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(head[6:8], "little") & 0x3FFF, int.from_bytes(head[8:10], "little") & 0x3FFF
    if kind == b"VP8L" and len(head) >= 5 and head[0] == 0x2F:
        bits = int.from_bytes(head[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    raise PictureRefused("corrupt_image", "The WebP has a signature and no picture behind it.")


def _frames(data: mmap, end: int, most_frames: int) -> int:
    position, frames = 12, 0
    for _ in range(MAX_CHUNKS):
        if position + 8 > end or frames > most_frames:
            return frames
        frames += data[position : position + 4] == b"ANMF"
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        position += 8 + length + (length & 1)
    raise PictureRefused("corrupt_image", "The WebP is cut into too many chunks.")
