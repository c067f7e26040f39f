"""Technical figures of a picture, as an honest hint and no judgement of art."""

import math
from typing import TypedDict

from PIL import Image, ImageChops, ImageFilter, ImageStat

EDGE = 256
_DOTS_PER_INCH, _CM_PER_INCH = 300, 2.54

_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=2, offset=128)
_NOISE = ImageFilter.Kernel((3, 3), (1, -2, 1, -2, 4, -2, 1, -2, 1), scale=2, offset=128)
_KERNEL_SCALE, _KERNEL_OFFSET = 2, 128
# The figures at which a photograph counts as fully sharp, rich in contrast, or hopelessly noisy; chosen by looking.
_SHARP, _RICH, _NOISY = 60.0, 200.0, 24.0
_WEIGHTS = {"sharpness": 0.4, "exposure": 0.3, "contrast": 0.2}


class Quality(TypedDict):
    """Figures of 0 to 1, and the size in cm (width, height) that prints at 300 dots per inch.

    sharpness: strength of the edges (standard deviation of the Laplacian); 1 is crisp.
    exposure: 1 where no pixel is lost in pure black or white and the middle is neither dark nor bright.
    contrast: the range between the darkest and the brightest twentieth; 1 uses nearly all of it.
    noise: 0 is clean, 1 grainy (Immerkaer, "Fast Noise Variance Estimation", 1996).
    score: 0.4 sharpness + 0.3 exposure + 0.2 contrast + 0.1 (1 - noise).
    """

    sharpness: float
    exposure: float
    contrast: float
    noise: float
    score: float
    print_cm_at_300dpi: list[float]


def assess(image: Image.Image, width: int, height: int) -> Quality:
    """Figures of an RGB picture as seen at 256 pixels; `width` and `height` are those of the original."""
    grey = image.convert("L")
    grey.thumbnail((EDGE, EDGE), Image.Resampling.BOX)
    figures = {
        "sharpness": _clamped(_sharpness(grey) / _SHARP),
        "exposure": _exposure(grey),
        "contrast": _clamped((_percentile(grey, 0.95) - _percentile(grey, 0.05)) / _RICH),
    }
    noise = _clamped(_noise(grey) / _NOISY)
    score = sum(weight * figures[name] for name, weight in _WEIGHTS.items()) + 0.1 * (1 - noise)
    return Quality(
        sharpness=round(figures["sharpness"], 3),
        exposure=round(figures["exposure"], 3),
        contrast=round(figures["contrast"], 3),
        noise=round(noise, 3),
        score=round(score, 3),
        print_cm_at_300dpi=[round(side / _DOTS_PER_INCH * _CM_PER_INCH, 1) for side in (width, height)],
    )


def _filtered(grey: Image.Image, kernel: ImageFilter.Kernel) -> Image.Image:
    """Without the border of one pixel, which Pillow's filters leave as it was."""
    width, height = grey.size
    if min(width, height) < 3:
        return Image.new("L", (1, 1), _KERNEL_OFFSET)
    return grey.filter(kernel).crop((1, 1, width - 1, height - 1))


def _sharpness(grey: Image.Image) -> float:
    return ImageStat.Stat(_filtered(grey, _LAPLACIAN)).stddev[0] * _KERNEL_SCALE


def _noise(grey: Image.Image) -> float:
    """Standard deviation of the noise in grey levels: sqrt(pi / 2) / 6 times the mean of |I * N|."""
    filtered = _filtered(grey, _NOISE)
    strength = ImageChops.difference(filtered, Image.new("L", filtered.size, _KERNEL_OFFSET))
    return math.sqrt(math.pi / 2) / 6 * ImageStat.Stat(strength).mean[0] * _KERNEL_SCALE


def _exposure(grey: Image.Image) -> float:
    histogram = grey.histogram()
    total = sum(histogram)
    lost = (sum(histogram[:3]) + sum(histogram[253:])) / total
    mean = sum(level * count for level, count in enumerate(histogram)) / total
    return _clamped(1 - 2 * max(0.0, lost - 0.02)) * _clamped(1.25 - abs(mean - 118) / 118)


def _percentile(grey: Image.Image, share: float) -> int:
    histogram = grey.histogram()
    wanted, passed = share * sum(histogram), 0
    for level, count in enumerate(histogram):
        passed += count
        if passed >= wanted:
            return level
    return 255


def _clamped(value: float) -> float:
    return min(1.0, max(0.0, value))
