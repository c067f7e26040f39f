"""What a stranger's download is without: where a picture was taken, which camera took it, and previews of it.

Everything is overwritten in place: the same length, the same pixels, ranges that fit together, and no second copy of
a large original in storage. Whose work it is stays. What cannot be read as EXIF is no one's to read, and goes whole.
"""

from collections.abc import Callable
from mmap import ACCESS_READ, mmap
from pathlib import Path

from gallery.imaging.redaction import gif, heif, jpeg, png, tiff, webp
from gallery.imaging.redaction.block import Block
from gallery.imaging.redaction.patch import Patch, apply

__all__ = ["Patch", "apply", "find_redactions"]


def _redact_tiff(whole: Block) -> None:
    tiff.redact(whole, pages=True)


_CONTAINERS: dict[str, Callable[[Block], None]] = {
    "JPEG": jpeg.redact,
    "PNG": png.redact,
    "WEBP": webp.redact,
    "TIFF": _redact_tiff,
    "HEIF": heif.redact,
    "AVIF": heif.redact,
    "GIF": gif.redact,
}


def find_redactions(path: Path, image_format: str) -> list[Patch]:
    """What to overwrite in the file, in the order in which to do it; `image_format` as in `decode.Header.format`.

    Formats without metadata, such as BMP, have none. Bytes of any kind give an answer; only the disk can raise.
    """
    redact = _CONTAINERS.get(image_format)
    if redact is None or not path.stat().st_size:
        return []
    with path.open("rb") as stream, mmap(stream.fileno(), 0, access=ACCESS_READ) as file:
        whole = Block.whole(file)
        redact(whole)
        # Location last: its patches hold the private ones, where both change the same directory or checksum.
        return sorted(dict.fromkeys(whole.patches), key=lambda patch: patch.kind == "location")
