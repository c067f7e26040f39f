"""The few colours that a picture is made of, with names that people use."""

from functools import lru_cache
from typing import TypedDict

from PIL import Image

from gallery.imaging.lab import color_distance, lab

EDGE = 64
MOST_COLORS = 6
LEAST_SHARE = 0.01
_CLOSE = 10.0  # of CIEDE2000: nearer colours are told as one
_SAMPLED = 16
_OPAQUE = 128

NAMES = {
    "black": "#000000",
    "charcoal": "#36393d",
    "grey": "#808080",
    "silver": "#c0c0c4",
    "white": "#ffffff",
    "cream": "#fff5dc",
    "beige": "#d9c7a3",
    "tan": "#c49a6c",
    "brown": "#7b4a26",
    "maroon": "#6d1423",
    "red": "#d8202a",
    "coral": "#ff7f5c",
    "salmon": "#f4a08c",
    "pink": "#f5a3c0",
    "magenta": "#d6248f",
    "orange": "#f58220",
    "amber": "#ffbf1f",
    "gold": "#c9a227",
    "yellow": "#fbe92a",
    "olive": "#767b23",
    "lime": "#a6d92b",
    "green": "#2e8b3a",
    "forest": "#1d4a2b",
    "mint": "#a5e3c2",
    "teal": "#12807e",
    "turquoise": "#35cfc2",
    "sky": "#86c5ee",
    "blue": "#2457c5",
    "navy": "#15234f",
    "indigo": "#4a2b9b",
    "purple": "#83359f",
    "lavender": "#b9a5e2",
}
"""The colours that are named, each by a typical sRGB value: what lies nearest (CIEDE2000) gets the name."""


class Color(TypedDict):
    """`hex` like `#1a2b3c`, `name` out of `NAMES`, `share` of the opaque pixels, 0 to 1."""

    hex: str
    name: str
    share: float


Rgb = tuple[int, int, int]


def palette(image: Image.Image) -> list[Color]:
    """Up to six colours of an RGB or RGBA picture in sRGB, the largest share first; [] where nothing is opaque.

    From a copy of 64 pixels: 2 ms, where the whole picture would take a second and tell the same.
    """
    small = image.copy()
    small.thumbnail((EDGE, EDGE), Image.Resampling.BOX)
    pixels = _opaque(small)
    total = len(pixels) // 3
    if not total:
        return []
    merged = _merged(_counted(Image.frombytes("RGB", (total, 1), pixels)))
    shares = [(rgb, count / total) for rgb, count in merged if count / total >= LEAST_SHARE]
    return [Color(hex=to_hex(rgb), name=color_name(rgb), share=round(share, 3)) for rgb, share in shares[:MOST_COLORS]]


@lru_cache(maxsize=4096)
def color_name(rgb: Rgb) -> str:
    """The name of the nearest colour of `NAMES`."""
    wanted = lab(*rgb)
    return min(NAMES, key=lambda name: color_distance(wanted, lab(*from_hex(NAMES[name]))))


def to_hex(rgb: Rgb) -> str:
    """`(26, 43, 60)` to `#1a2b3c`."""
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def from_hex(text: str) -> Rgb:
    """`#1a2b3c` to `(26, 43, 60)`; ValueError for anything else."""
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def _opaque(image: Image.Image) -> bytes:
    """Red, green and blue of each pixel that is seen."""
    pixels = image.convert("RGBA").tobytes()
    return b"".join(pixels[i : i + 3] for i in range(0, len(pixels), 4) if pixels[i + 3] >= _OPAQUE)


def _counted(strip: Image.Image) -> list[tuple[Rgb, int]]:
    """Median cut alone: the k-means that Pillow offers on top of it takes ten times as long."""
    quantized = strip.quantize(_SAMPLED, Image.Quantize.MEDIANCUT)
    flat = quantized.getpalette() or []
    colors = [(flat[i], flat[i + 1], flat[i + 2]) for i in range(0, len(flat) - 2, 3)]
    return [(rgb, count) for rgb, count in zip(colors, quantized.histogram(), strict=False) if count]


def _merged(counted: list[tuple[Rgb, int]]) -> list[tuple[Rgb, int]]:
    """Near colours joined to the more frequent one, which keeps its own value: averages look muddy."""
    kept: list[tuple[Rgb, int]] = []
    for rgb, count in sorted(counted, key=lambda item: -item[1]):
        near = next((i for i, (other, _) in enumerate(kept) if color_distance(lab(*rgb), lab(*other)) < _CLOSE), None)
        if near is None:
            kept.append((rgb, count))
        else:
            kept[near] = (kept[near][0], kept[near][1] + count)
    return sorted(kept, key=lambda item: -item[1])
