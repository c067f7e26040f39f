"""What is done to the pixels of one rendition, in pilkit's manner: `process(image)` gives another image.

Each finds nothing to do in a picture that has been through it, so that a cascade and a single drawing share them.
All of them expect an upright picture in sRGB (`renditions.prepared`).
"""

import math
from dataclasses import dataclass

from PIL import Image

from gallery.imaging import colour, geometry

# Lanczos keeps the grain of canvas and paper, but its cost grows with the pixels it starts from: of 12 megapixels it would be
# most of the cost of a rendition. Bicubic takes a third less at 46 dB from it, Hamming half at 42 dB.
_LARGE = 4_000_000
_HUGE = 8_000_000
_BAND_ROWS = 64
_REACH = 2  # of bicubic, in pixels of the smaller picture
_PREMULTIPLIED = {"RGBA": "RGBa", "LA": "La"}

Box = tuple[float, float, float, float]


def scaled(image: Image.Image, size: tuple[int, int], box: Box | None = None) -> Image.Image:
    """`image`, or the part of it inside `box`, at exactly `size`; transparent pixels lend nobody their colour."""
    if size == image.size and box is None:
        return image
    pixels = image.width * image.height
    if box is None and pixels > _LARGE:
        kernel = Image.Resampling.HAMMING if pixels > _HUGE else Image.Resampling.BICUBIC
        return _scaled_in_bands(image, size, kernel)
    return _resampled(image, size, box or (0, 0, *image.size), Image.Resampling.LANCZOS)


def _scaled_in_bands(image: Image.Image, size: tuple[int, int], kernel: Image.Resampling) -> Image.Image:
    """Band by band, without a seam, for each sees what lies beyond its edges: spares the memory of a second picture."""
    canvas = Image.new(image.mode, size)
    rows = image.height / size[1]
    reach = math.ceil(_REACH * rows) + 1
    for top in range(0, size[1], _BAND_ROWS):
        bottom = min(top + _BAND_ROWS, size[1])
        above, below = max(0, int(top * rows) - reach), min(image.height, math.ceil(bottom * rows) + reach)
        band = image.crop((0, above, image.width, below))
        inside = (0, top * rows - above, image.width, min(bottom * rows, image.height) - above)
        canvas.paste(_resampled(band, (size[0], bottom - top), inside, kernel), (0, top))
    return canvas


def _resampled(image: Image.Image, size: tuple[int, int], box: Box, kernel: Image.Resampling) -> Image.Image:
    working = _PREMULTIPLIED.get(image.mode)
    if working is None:
        return image.resize(size, kernel, box=box)
    return image.convert(working).resize(size, kernel, box=box).convert(image.mode)


@dataclass(frozen=True)
class Fit:
    """At most `long_edge` pixels on the longer side, never enlarged."""

    long_edge: int

    def process(self, image: Image.Image) -> Image.Image:
        return scaled(image, geometry.fitted(*image.size, self.long_edge))


@dataclass(frozen=True)
class MiddleSquare:
    """The square in the middle, 256 pixels or the shorter edge where that is less."""

    def process(self, image: Image.Image) -> Image.Image:
        side = geometry.square(*image.size)
        if image.size == (side, side):
            return image
        return scaled(image, (side, side), geometry.middle(*image.size))


@dataclass(frozen=True)
class OnWhite:
    """Without transparency, for formats that have none."""

    def process(self, image: Image.Image) -> Image.Image:
        return colour.on_white(image)
