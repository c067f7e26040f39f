"""How far apart two colours look: CIELAB and CIEDE2000."""

import math
from functools import lru_cache

Lab = tuple[float, float, float]
"""Lightness 0 to 100, a (green to red), b (blue to yellow)."""

_WHITE = (0.95047, 1.0, 1.08883)  # D65, 2 degrees
_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_TWENTY_FIVE_TO_7 = 25.0**7


@lru_cache(maxsize=4096)
def lab(red: int, green: int, blue: int) -> Lab:
    """CIELAB of an sRGB colour of 0 to 255 (IEC 61966-2-1, then CIE 15:2004)."""
    linear = [_linear(channel / 255) for channel in (red, green, blue)]
    xyz = (sum(weight * value for weight, value in zip(row, linear, strict=True)) for row in _TO_XYZ)
    x, y, z = (_f(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def color_distance(one: Lab, other: Lab) -> float:
    """CIEDE2000: 1 is just noticeable, 10 seen at a glance, 100 black and white.

    Formula and names after Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula" (2005).
    """
    (l1, a1, b1), (l2, a2, b2) = one, other
    stretch = 1.5 - 0.5 * math.sqrt(_share_of_25((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2))
    c1, c2 = math.hypot(stretch * a1, b1), math.hypot(stretch * a2, b2)
    h1, h2 = _hue(stretch * a1, b1), _hue(stretch * a2, b2)
    turn = (h2 - h1 + 180) % 360 - 180 if c1 and c2 else 0.0
    mean_hue = (h1 + turn / 2) % 360 if c1 and c2 else h1 + h2
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    lightness = (l2 - l1) / (1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2))
    chroma = (c2 - c1) / (1 + 0.045 * mean_c)
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * mean_c * _hue_weight(mean_hue))
    bend = 60 * math.exp(-(((mean_hue - 275) / 25) ** 2))
    rotation = -2 * math.sqrt(_share_of_25(mean_c)) * math.sin(math.radians(bend))
    return math.sqrt(max(0.0, lightness**2 + chroma**2 + hue**2 + rotation * chroma * hue))


def _hue_weight(hue: float) -> float:
    """T of the formula."""
    terms = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    return 1 + sum(weight * math.cos(math.radians(times * hue + shift)) for weight, times, shift in terms)


def _share_of_25(chroma: float) -> float:
    return chroma**7 / (chroma**7 + _TWENTY_FIVE_TO_7)


def _hue(a: float, b: float) -> float:
    return math.degrees(math.atan2(b, a)) % 360 if a or b else 0.0


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _f(value: float) -> float:
    return value ** (1 / 3) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29
