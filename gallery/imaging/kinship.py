"""How much the colours of two pictures are alike."""

import math
from typing import Any

from gallery.imaging.lab import Lab, lab
from gallery.imaging.palette import from_hex

NEAR = 20.0
COLORS = 3

Palette = list[tuple[Lab, float]]
"""The three largest colours of a picture, each with its share of the pixels, 0 to 1."""


def palette_of(colors: list[dict[str, Any]]) -> Palette:
    """Of colours as pictures have them (`gallery.imaging.palette`)."""
    return [(lab(*from_hex(color["hex"])), color["share"]) for color in colors[:COLORS]]


def overlap_of(ours: Palette, theirs: Palette) -> float:
    """How much of two palettes is alike, 0 to 1: of each of our colours the smaller of the two shares, where the other has a
    colour within 20 in CIELAB (CIE 1976, ΔE*ab)."""
    return sum(min(share, near_share(color, theirs)) for color, share in ours)


def near_share(color: Lab, palette: Palette) -> float:
    return max((share for other, share in palette if math.dist(color, other) <= NEAR), default=0.0)
