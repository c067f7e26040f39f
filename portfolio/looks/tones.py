"""Lighter and darker tones of a colour that keep its hue, in OKLCH (Björn Ottosson, bottosson.github.io/posts/oklab)."""

from collections.abc import Iterator
from functools import lru_cache
from math import atan2, cbrt, cos, hypot, sin
from typing import NamedTuple

from portfolio.looks.contrast import LEAST, Rgb, contrast, linear, rgb_of

STEPS = 200
"""Half a hundredth of lightness each: what the eye can just tell apart."""


class Oklch(NamedTuple):
    """Lightness 0 to 1, chroma from 0, hue in radians."""

    lightness: float
    chroma: float
    hue: float


def oklch_of(color: str) -> Oklch:
    """`#rrggbb` in OKLCH. Raises ValueError."""
    red, green, blue = map(linear, rgb_of(color))
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, hypot(a, b), atan2(b, a))


def rgb_in(tone: Oklch) -> Rgb:
    """The tone in sRGB, with parts below 0 or above 1 where no screen of sRGB shows it."""
    a, b = tone.chroma * cos(tone.hue), tone.chroma * sin(tone.hue)
    long = (tone.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (tone.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (tone.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return Rgb(
        gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def gamma(light: float) -> float:
    """The inverse of `linear`."""
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def shown(tone: Oklch) -> str:
    """The tone as `#rrggbb`, paler where a screen of sRGB cannot show it as strong."""
    paler, stronger = 0.0, tone.chroma
    if not is_shown(tone):
        for _ in range(12):
            middle = (paler + stronger) / 2
            within = is_shown(tone._replace(chroma=middle))
            paler, stronger = (middle, stronger) if within else (paler, middle)
        tone = tone._replace(chroma=paler)
    parts = (round(min(max(part, 0), 1) * 255) for part in rgb_in(tone))
    return "#" + "".join(f"{part:02x}" for part in parts)


def is_shown(tone: Oklch) -> bool:
    return all(-0.0005 <= part <= 1.0005 for part in rgb_in(tone))


@lru_cache(maxsize=2_000)
def legible(color: str, *, on: str) -> str:
    """The tone of this hue nearest in lightness that reads on this paper: the colour itself where it does. Raises ValueError."""
    if contrast(color, on) >= LEAST:
        return color
    return next(tone for tone in tones(oklch_of(color)) if contrast(tone, on) >= LEAST)


def tones(tone: Oklch) -> Iterator[str]:
    """Ever farther from the tone, both ways, to black and white, one of which reads on anything."""
    for step in range(1, STEPS + 1):
        for lightness in (tone.lightness - step / STEPS, tone.lightness + step / STEPS):
            if 0 <= lightness <= 1:
                yield shown(tone._replace(lightness=lightness))
    yield from ("#000000", "#ffffff")
