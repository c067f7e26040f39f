"""Every picture becomes sRGB, eight bits a channel: what browsers show alike whether they manage colour or not."""

import io
import math
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from PIL import Image, ImageChops, ImageCms

_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_JUST_VISIBLE = 2  # of 255: a profile that moves no colour further than rounding does is sRGB by another name

_STEPS = tuple(range(3, 256, 36))
_NEAREST = {"1": "L", "PA": "RGBA", "La": "LA", "RGBa": "RGBA", "RGBX": "RGB", "YCbCr": "RGB", "HSV": "RGB"}


def _srgb_profile() -> bytes:
    """LittleCMS's own sRGB (588 bytes) with a fixed date, so that a rendition drawn twice is the same bytes."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07d0 0001 0001 0000 0000 0000")
    return bytes(profile)


SRGB_PROFILE = _srgb_profile()


def to_srgb(image: Image.Image, icc_profile: bytes | None = None) -> Image.Image:
    """The picture in mode RGB, or RGBA where it has transparency, its colours converted from `icc_profile` to sRGB.

    Relative colorimetric with black point compensation. A profile that is broken, or made for another colour space
    than the picture's, is ignored: browsers do the same. A picture that is sRGB already is returned as it is.
    """
    pixels = resizable(image)
    if pixels.mode == "LA":  # LittleCMS has no mode for grey with alpha
        coloured = to_srgb(pixels.getchannel("L"), icc_profile)
        coloured.putalpha(pixels.getchannel("A"))
        return coloured
    transform = _transform(icc_profile, pixels.mode) if icc_profile else None
    converted = transform.apply(pixels) if transform else pixels
    return converted if converted.mode in ("RGB", "RGBA") else _plainly(converted)


def resizable(image: Image.Image) -> Image.Image:
    """The same colours in a mode that can be resampled: palettes and tRNS looked up, deep grey scaled, not clipped.

    Gives L, LA, RGB, RGBA, CMYK or LAB; the colour space is still the source's.
    """
    if image.mode in _DEEP:
        return _DEEP[image.mode](image)
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode in ("1", "L", "RGB") and "transparency" in image.info:
        return image.convert("LA" if image.mode == "L" else "RGBA")
    return image.convert(_NEAREST[image.mode]) if image.mode in _NEAREST else image


def without_idle_alpha(image: Image.Image) -> Image.Image:
    """RGB where every pixel of an RGBA picture is opaque: half the encoding for what many programs export."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    return image


def on_white(image: Image.Image) -> Image.Image:
    """RGB, what is transparent laid on white paper: for JPEG, which would turn it black."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _plainly(image: Image.Image) -> Image.Image:
    if image.mode == "LAB":
        transform = ImageCms.buildTransform(ImageCms.createProfile("LAB"), _srgb(), "LAB", "RGB", _INTENT)
        return transform.apply(image)
    return image.convert("RGB")


def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(SRGB_PROFILE))


@lru_cache(maxsize=32)
def _transform(icc_profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The way to sRGB, or None where there is none to go: the profile is broken, does not fit, or is sRGB already."""
    target = mode if mode == "RGBA" else "RGB"
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc_profile))
        transform = ImageCms.buildTransform(profile, _srgb(), mode, target, _INTENT, _FLAGS)
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None
    return None if mode in ("RGB", "RGBA") and _changes_nothing(transform, mode) else transform


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Tried on 512 colours, which costs less than a millisecond and cannot be misled by a profile's name."""
    samples = Image.new(mode, (8, 64))
    samples.putdata([(r, g, b, 255)[: len(mode)] for r in _STEPS for g in _STEPS for b in _STEPS])
    moved = ImageChops.difference(samples, transform.apply(samples))
    return all(channel.point(lambda value: value > _JUST_VISIBLE).getbbox() is None for channel in moved.split())


def _from_sixteen_bits(image: Image.Image) -> Image.Image:
    return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")


def _from_integers(image: Image.Image) -> Image.Image:
    return _from_range(image, 65535.0)


def _from_floats(image: Image.Image) -> Image.Image:
    return _from_range(image, 1.0)


def _from_range(image: Image.Image, known_white: float) -> Image.Image:
    """Nobody writes down what white is: the usual value, or the brightest pixel where that goes beyond."""
    lowest, highest = (float(value) for value in cast("tuple[float, float]", image.getextrema()))
    if not math.isfinite(lowest) or not math.isfinite(highest):
        lowest, highest = 0.0, known_white
    black, white = min(lowest, 0.0), max(highest, known_white)
    scale = 255 / (white - black)
    return image.point(lambda value: value * scale + (0.5 - black * scale)).convert("L")


_DEEP: dict[str, Callable[[Image.Image], Image.Image]] = {
    "I;16": _from_sixteen_bits,
    "I;16L": _from_sixteen_bits,
    "I;16B": _from_sixteen_bits,
    "I;16N": _from_sixteen_bits,
    "I": _from_integers,
    "F": _from_floats,
}
