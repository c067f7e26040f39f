"""The only door through which bytes become pixels.

Nothing is decoded before the header was judged against the limits, and only the decoder that the signature names is
tried: `Image.open` left to itself starts Ghostscript for a `.jpg` full of PostScript. Everything a decoder can raise
becomes `PictureRefused`. Call it in a limited process (`darkroom`): opening alone can make a decoder read a lot.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pillow_heif
from PIL import AvifImagePlugin, ExifTags, Image, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from gallery.imaging import strips
from gallery.imaging.errors import PictureRefused, refusing_what_breaks
from gallery.imaging.exif import exif_of
from gallery.imaging.limits import Limits
from gallery.imaging.shrink import shrunk
from gallery.imaging.structure import Survey
from gallery.imaging.structure.signature import HEAD_LENGTH, claimed_format, heif_mime_type
from gallery.imaging.structure.survey import survey_file

MIME_TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "TIFF": "image/tiff",
    "BMP": "image/bmp",
    "AVIF": "image/avif",
    "HEIF": "image/heif",
}
"""The permitted formats and their media types; a HEIF with HEVC inside is told as `image/heic`."""

# Pillow turns a TIFF, and libheif a HEIC, by itself while decoding.
_TURNED_BY_DECODER = frozenset({"TIFF", "HEIF"})
# Named here because importing a plugin registers it: else the first unknown format makes Pillow import all forty.
_PLUGINS = (AvifImagePlugin, TiffImagePlugin, WebPImagePlugin)

# One thread each: the pool of processes already fills the cores.
AvifImagePlugin.DEFAULT_MAX_THREADS = 1
pillow_heif.register_heif_opener(thumbnails=False, decode_threads=1)


@dataclass(frozen=True)
class Header:
    """What a picture says before a pixel is decoded.

    Attributes:
        format: a key of `MIME_TYPES`.
        width, height: as stored, in pixels; `orientation` (EXIF 1 to 8) tells how to turn them for display. It is 1
            where the decoder itself turns (TIFF, HEIF), and the size is then the displayed one.
        mode: Pillow's mode of the pixels as they will be decoded.
        frames: of an animation, else 1.
    """

    format: str
    mime_type: str
    width: int
    height: int
    mode: str
    frames: int
    orientation: int
    has_alpha: bool
    is_animated: bool


def read_header(path: Path, limits: Limits) -> Header:
    """Judge a file by its header.

    Raises:
        PictureRefused: with each of its codes.
    """
    with open_with_header(path, limits) as (_, header):
        return header


@contextmanager
def open_picture(path: Path, limits: Limits) -> Iterator[Image.Image]:
    """Yield a picture that passed `read_header` and whose pixels are not loaded yet; the file is closed after."""
    with open_with_header(path, limits) as (image, _):
        yield image


@contextmanager
def open_with_header(path: Path, limits: Limits) -> Iterator[tuple[Image.Image, Header]]:
    """Yield the checked picture and its header, from one reading."""
    with path.open("rb") as file:
        head = file.read(HEAD_LENGTH)
        claimed = claimed_format(head)
        if claimed is None:
            raise PictureRefused("unsupported_type", "No permitted picture begins like this file.")
        with refusing_what_breaks(f"The file begins like a {claimed} picture, but it cannot be read."):
            survey = survey_file(path, claimed, limits)
            if survey.size:
                _judge(limits, claimed, survey.size, survey)
            # For the frames that decoders of animations size by themselves; `limits.judge` is the stricter check.
            Image.MAX_IMAGE_PIXELS = limits.max_pixels
            image: Image.Image = Image.open(file, formats=[claimed])
            _judge(limits, claimed, image.size, survey)
            if survey.exif:
                image.info["exif"] = survey.exif
            header = _header(image, claimed, survey, head)
        with image:
            yield image, header


def load_scaled(image: Image.Image, long_edge: int) -> Image.Image:
    """Decode the first frame at the least size that still has `long_edge` pixels on the long side, or as it is.

    Not turned, not colour-managed; `info["icc_profile"]` stays. JPEG decodes at 1/2, 1/4 or 1/8 of the size, which
    costs a fraction and still meets every truncation. Other formats are box-reduced to twice the size asked for or
    more (less would show in a resize after it), in bands, so that 100 megapixels need no second copy; palette
    pictures come out RGB or RGBA then.

    Raises:
        PictureRefused: `corrupt_image`, or `too_many_pixels` where the memory does not suffice.
    """
    with refusing_what_breaks("The picture is damaged or ends too early."):
        if image.format in {"JPEG", "MPO"}:
            _draft(image, long_edge)
        factor = max(image.size) // (2 * long_edge)
        if factor > 1 and isinstance(image, PngImagePlugin.PngImageFile) and strips.can_decode(image):
            return strips.decode(image, factor)
        image.load()
        return shrunk(image, factor)


def _draft(image: Image.Image, long_edge: int) -> None:
    """Ask the JPEG decoder for a smaller picture. `draft` goes by the smaller axis, hence a size in proportion."""
    width, height = image.size
    for scale in (8, 4, 2):
        if -(-max(width, height) // scale) >= long_edge:
            image.draft(None, (max(1, width // scale), max(1, height // scale)))
            return


def _judge(limits: Limits, claimed: str, size: tuple[int, int], survey: Survey) -> None:
    limits.judge(width=size[0], height=size[1], frames=survey.frames, scans=survey.scans)
    if claimed == "WEBP" and size[0] * size[1] > limits.max_webp_pixels:
        most = f"{limits.max_webp_pixels:,}"
        raise PictureRefused("too_many_pixels", f"{size[0]} x {size[1]}: a WebP may have at most {most} pixels.")


def _header(image: Image.Image, claimed: str, survey: Survey, head: bytes) -> Header:
    frames = getattr(image, "n_frames", 1) if claimed == "AVIF" else survey.frames
    return Header(
        format=claimed,
        mime_type=heif_mime_type(head) if claimed == "HEIF" else MIME_TYPES[claimed],
        width=image.width,
        height=image.height,
        mode=image.mode,
        frames=frames,
        orientation=1 if claimed in _TURNED_BY_DECODER else _orientation(image),
        has_alpha=image.has_transparency_data,
        is_animated=frames > 1,
    )


def _orientation(image: Image.Image) -> int:
    """EXIF orientation 1 to 8; 1 where it is absent, absurd, or the EXIF cannot be read."""
    try:
        with refusing_what_breaks("unreadable EXIF"):
            value = exif_of(image).get(ExifTags.Base.Orientation, 1)
    except PictureRefused:
        return 1  # a picture with broken EXIF is still a picture
    return value if isinstance(value, int) and 1 <= value <= 8 else 1
