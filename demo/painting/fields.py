"""What every picture is made of: soft noise, gradients, grain, colour. The same seed gives the same picture."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random
from typing import TypeAlias, cast

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Size: TypeAlias = tuple[int, int]
Rgb: TypeAlias = tuple[int, int, int]
Stops: TypeAlias = Sequence[Rgb]
"""Colours at equal distances, from black to white of what is coloured."""


def rgb(text: str) -> Rgb:
    """`#336699` or `336699`."""
    digits = text.removeprefix("#")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def mixed(first: Rgb, second: Rgb, share: float) -> Rgb:
    """Of the second as much as `share` says, 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def spread(stops: Stops, number: int) -> list[Rgb]:
    """So many colours along the stops."""
    if len(stops) == 1:
        return [stops[0]] * number
    found = []
    for index in range(number):
        place = index / max(1, number - 1) * (len(stops) - 1)
        left = min(int(place), len(stops) - 2)
        found.append(mixed(stops[left], stops[left + 1], place - left))
    return found


def coloured(field: Image.Image, stops: Stops) -> Image.Image:
    """A grey field in colours, dark ones first."""
    table = spread(stops, 256)
    channels = [field.point([color[channel] for color in table]) for channel in range(3)]
    return Image.merge("RGB", channels)


def upright(size: Size, stops: Stops) -> Image.Image:
    """A gradient from the top down."""
    column = Image.new("RGB", (1, 256))
    column.putdata(spread(stops, 256))
    return column.resize(size, Image.Resampling.BICUBIC)


def noise(rng: Random, size: Size, cells: Size) -> Image.Image:
    """Random greys on so many cells across and down, joined softly."""
    across, down = max(2, cells[0]), max(2, cells[1])
    return Image.frombytes("L", (across, down), rng.randbytes(across * down)).resize(size, Image.Resampling.BICUBIC)


def clouds(rng: Random, size: Size, cells: Size = (4, 3), octaves: int = 5) -> Image.Image:
    """Noise on noise, each twice as fine and half as strong (fractal Brownian motion), stretched to all greys."""
    field = noise(rng, size, cells)
    for octave in range(1, octaves):
        finer = noise(rng, size, (cells[0] << octave, cells[1] << octave))
        field = Image.blend(field, finer, 0.5 / (octave + 0.5))
    return stretched(field)


def stretched(field: Image.Image) -> Image.Image:
    """A field from its own darkest to its own lightest."""
    low, high = cast(tuple[int, int], field.getextrema())
    scale = 255 / max(1, high - low)
    return field.point([min(255, max(0, round((value - low) * scale))) for value in range(256)])


def grained(picture: Image.Image, rng: Random, strength: float = 0.06) -> Image.Image:
    """The tooth of paper or canvas: fine noise over everything."""
    width, height = picture.size
    fine = Image.frombytes("L", picture.size, rng.randbytes(width * height)).filter(ImageFilter.GaussianBlur(0.7))
    tooth = Image.merge("RGB", [stretched(fine)] * 3)
    return Image.blend(picture, ImageChops.soft_light(picture, tooth), min(1.0, strength * 6))


def shaded(picture: Image.Image, strength: float = 0.35) -> Image.Image:
    """Darker towards the corners, as old lenses see."""
    mask = Image.radial_gradient("L").resize(picture.size, Image.Resampling.BICUBIC)
    mask = mask.point([round(max(0, value - 90) * strength) for value in range(256)])
    return Image.composite(Image.new("RGB", picture.size), picture, mask)


def profile(rng: Random, width: int, *, cells: int, octaves: int = 5) -> list[float]:
    """The line of a ridge: heights from 0 to 1, one for each pixel."""
    line = clouds(rng, (width, 3), (cells, 2), octaves)
    return [value / 255 for value in line.crop((0, 1, width, 2)).tobytes()]


def brushed(drawing: ImageDraw.ImageDraw, points: Sequence[tuple[float, float]], color: Rgb, width: float) -> None:
    """A stroke that swells and thins as a brush does."""
    last = max(1, len(points) - 1)
    for index, (start, end) in enumerate(pairwise(points)):
        swell = 1 - abs(2 * index / last - 1)
        drawing.line([start, end], fill=color, width=max(1, round(width * (0.25 + 0.75 * swell))))
