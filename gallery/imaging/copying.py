"""Copies that somebody asked for: any part, any size, any format, with a watermark or without.

As in `renditions`, scaling comes before turning and converting; and what lies outside the part is left out before either.
"""

import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from gallery.imaging.colour import on_white, resizable
from gallery.imaging.credits import Credit
from gallery.imaging.cropping import Box, Cut, Size
from gallery.imaging.decode import load_scaled, open_with_header
from gallery.imaging.limits import Limits
from gallery.imaging.orientation import displayed_size, stored_box, upright
from gallery.imaging.processors import scaled
from gallery.imaging.recipes import EXTENSIONS, encoding
from gallery.imaging.renditions import Drawn, without_metadata
from gallery.imaging.watermark import LEAST_MARKED, Mark, lay_over

_PLAIN = frozenset({"L", "RGB", "CMYK"})
_LANCZOS_REACH = 3  # pixels of the copy that a pixel of it draws on, to either side

# 24 megapixels took, in seconds of one core: JPEG 0.4, WebP 1, PNG 3, AVIF 3 and 700 MB. A side is a matter of the format.
LARGEST = {"jpeg": 100_000_000, "webp": 50_000_000, "png": 50_000_000, "avif": 16_000_000}
LONGEST = {"webp": 16_383}


@dataclass(frozen=True)
class Copy:
    """What is shown, and how it is encoded: `format` of `FORMATS`, `quality` 1 to 100, None for the format's usual one."""

    cut: Cut
    format: str
    quality: int | None = None

    @property
    def name(self) -> str:
        """All of it in a few letters, the same for whatever gives the same bytes: `c800x600-0.0.1600.1200-q80`."""
        cut = self.cut
        edges = f"{cut.left}.{cut.top}.{cut.right}.{cut.bottom}"
        quality = "" if self.quality is None or self.format == "png" else f"-q{self.quality}"
        return f"{'f' if cut.fills else 'c'}{cut.width}x{cut.height}-{edges}{quality}"

    def is_too_large(self) -> bool:
        """Whether the format cannot hold it, or it would take too long to encode."""
        width, height = self.cut.size
        return width * height > LARGEST[self.format] or max(width, height) > LONGEST.get(self.format, 65_500)

    def to_json(self) -> dict[str, Any]:
        """Plain values, for `from_json`."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "Copy":
        return cls(**{**values, "cut": Cut(**values["cut"])})


def draw_copy(image_path: Path, *, copy: Copy, mark: Mark | None, limits: Limits, into: Path, credit: Credit) -> Drawn:
    """Write one copy into the folder `into`, as `copy.<extension>`.

    Raises `PictureRefused` for what cannot be decoded, the mark's own picture included.
    """
    image, whole = cut_out(image_path, copy.cut, limits)
    if mark and whole >= LEAST_MARKED:
        lay_over(image, mark, limits)
    if copy.format == "jpeg":
        image = on_white(image)
    path = copy_path(into, copy)
    image.save(path, copy.format, **encoding(copy.format, image.size, credit, quality=copy.quality))
    return Drawn(copy.name, copy.format, image.width, image.height, path.stat().st_size, path)


def copy_path(folder: Path, copy: Copy) -> Path:
    return folder / f"copy.{EXTENSIONS[copy.format]}"


def cut_out(path: Path, cut: Cut, limits: Limits) -> tuple[Image.Image, int]:
    """The part of a picture that a cut shows, at its size, upright, in sRGB (RGB or RGBA), without any metadata; and how many
    pixels the longer edge of the whole picture would have at that scale."""
    with open_with_header(path, limits) as (picture, header):
        original = displayed_size(header.width, header.height, header.orientation)
        edge = min(max(original), math.ceil(max(original) * cut.scale()))
        decoded = load_scaled(picture, edge)
        box = stored_box(cut.box(), original, header.orientation)
        part, inside = _part(decoded, _in_pixels_of(decoded, box, (header.width, header.height)), cut.size)
        size = displayed_size(*cut.size, header.orientation)
        whole = inside == (0, 0, *part.size)
        turned = upright(scaled(resizable(part), size, None if whole else inside), header.orientation)
        return without_metadata(turned, decoded), round(max(original) * cut.scale())


def _in_pixels_of(decoded: Image.Image, box: Box, stored: Size) -> Box:
    """A scaled decode has fewer pixels than the file says."""
    across, down = decoded.width / stored[0], decoded.height / stored[1]
    return box[0] * across, box[1] * down, min(box[2] * across, decoded.width), min(box[3] * down, decoded.height)


def _part(decoded: Image.Image, box: Box, size: Size) -> tuple[Image.Image, Box]:
    """The picture without most of what lies outside the box, and the box within that.

    As it is where it can be scaled as it is, for that needs no second picture.
    """
    is_plain = decoded.mode in _PLAIN and "transparency" not in decoded.info
    if is_plain or box == (0, 0, *decoded.size):
        return decoded, box
    reach = math.ceil(_LANCZOS_REACH * max(1, max(box[2] - box[0], box[3] - box[1]) / min(size)))
    left, top = max(0, int(box[0]) - reach), max(0, int(box[1]) - reach)
    right, bottom = min(decoded.width, math.ceil(box[2]) + reach), min(decoded.height, math.ceil(box[3]) + reach)
    return decoded.crop((left, top, right, bottom)), (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
