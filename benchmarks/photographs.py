"""Photographs made by code, the same on every machine: light, shapes at every scale, and the grain of a sensor.

A quality of 90 gives some 0.4 bytes a pixel, as cameras write. Everything is kept in a folder and made once a run.
"""

import io
from pathlib import Path

import numpy
from PIL import ExifTags, Image, ImageCms

MEGAPIXELS = {12: (4000, 3000), 24: (6000, 4000), 50: (8660, 5774), 100: (12240, 8160)}
GRAIN = 10.0  # standard deviation in levels of 255, of a small sensor in poor light
OCTAVES = 10
TILE = 1024
ON_ITS_SIDE = 6  # EXIF orientation of a phone held upright


def photograph(width: int, height: int, *, seed: int = 1) -> Image.Image:
    """RGB. The strength of detail falls with its size as in nature (1/f), which is what an encoder's work depends on."""
    source = numpy.random.default_rng(seed)
    light = _field(source, 30) + 24 * numpy.sign(_field(source, 40))  # the sign of a field: shapes with sharp edges
    planes = [light, _field(source, 8), _field(source, 8)]
    levels = [Image.fromarray((128 + plane).clip(12, 243).astype(numpy.uint8)) for plane in planes]
    image = Image.merge("YCbCr", levels).convert("RGB").resize((width, height), Image.Resampling.BICUBIC)
    _add_grain(image, source)
    return image


def _field(source: numpy.random.Generator, strength: float) -> numpy.ndarray:
    """Random values around 0, from very coarse to fine, each step of detail weaker than the one before."""
    field = source.normal(0, strength, (3, 4)).astype(numpy.float32)
    for octave in range(1, OCTAVES):
        size = (4 << octave, 3 << octave)
        coarser = numpy.asarray(Image.fromarray(field).resize(size, Image.Resampling.BICUBIC))
        field = coarser + source.normal(0, strength / 1.45**octave, (size[1], size[0])).astype(numpy.float32)
    return field


def _add_grain(image: Image.Image, source: numpy.random.Generator) -> None:
    """In place, tile by tile: a hundred megapixels of noise at once would take more memory than the picture."""
    grain = source.normal(0, GRAIN, (TILE, TILE, 3)).astype(numpy.int16)
    for top in range(0, image.height, TILE):
        for left in range(0, image.width, TILE):
            box = (left, top, min(left + TILE, image.width), min(top + TILE, image.height))
            part = numpy.asarray(image.crop(box)).astype(numpy.int16)
            turned = numpy.roll(grain, (top * 7 + left * 13) % TILE, axis=1)
            noisy = numpy.clip(part + turned[: part.shape[0], : part.shape[1]], 0, 255).astype(numpy.uint8)
            image.paste(Image.fromarray(noisy), box)


def with_alpha(image: Image.Image) -> Image.Image:
    """RGBA, cut out along a soft oval: a work photographed and freed from its wall."""
    oval = Image.radial_gradient("L").resize(image.size).point(lambda value: max(0, min(255, (230 - value) * 8)))
    cut = image.convert("RGBA")
    cut.putalpha(oval)
    return cut


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg(image: Image.Image) -> bytes:
    """As a camera writes it: quality 90, lying on its side with an orientation to say so, tagged sRGB."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = ON_ITS_SIDE
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "Atelier", "Bench"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return encoded(image, "JPEG", quality=90, exif=exif, icc_profile=srgb)


def numbered(data: bytes, number: int) -> bytes:
    """The same JPEG with a comment in it: other bytes, the same work."""
    comment = f"number {number}".encode()
    return data[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment + data[2:]


def kept(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
