"""Whether a text can be read on what is behind it, by WCAG 2.2."""

from typing import NamedTuple

LEAST = 4.5
"""What text of any size needs (success criterion 1.4.3, AA)."""


class Rgb(NamedTuple):
    """A colour of sRGB, each part from 0 to 1."""

    red: float
    green: float
    blue: float


def rgb_of(color: str) -> Rgb:
    """`#rrggbb` read. Raises ValueError for anything else."""
    if len(color) != 7 or color[0] != "#":
        raise ValueError(color)
    return Rgb(*(int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)))


def linear(part: float) -> float:
    """Light, 0 to 1, of a part of an sRGB colour (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(color: str) -> float:
    """Relative luminance of `#rrggbb`, 0 black to 1 white: 0.2126 R + 0.7152 G + 0.0722 B of the linear parts (WCAG 2.2).
    Raises ValueError."""
    red, green, blue = map(linear, rgb_of(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1 to 21: (lighter + 0.05) / (darker + 0.05) of their luminances (WCAG 2.2). Raises ValueError."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
