"""Drawing what browsers are shown: one decode for all sizes, each smaller one from the one before.

In this order, which measuring gave: scaled decode, resize to the largest size wanted, turn, convert colours, then
down the cascade. Turning or converting first costs three times as much, and the memory of the whole picture again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from gallery.imaging import geometry
from gallery.imaging.colour import resizable, to_srgb, without_idle_alpha
from gallery.imaging.credits import Credit
from gallery.imaging.decode import load_scaled, open_with_header
from gallery.imaging.limits import Limits
from gallery.imaging.orientation import displayed_size, upright
from gallery.imaging.processors import scaled
from gallery.imaging.recipes import RECIPES
from gallery.imaging.watermark import LEAST_MARKED, Mark, lay_over


@dataclass(frozen=True)
class Wanted:
    """A rendition asked for: size small, medium, large, xlarge or square; format webp, jpeg, png or avif."""

    size: str
    format: str


@dataclass(frozen=True)
class Drawn:
    """A rendition that lies in the file `path`: `width` and `height` in pixels, `bytes` long."""

    size: str
    format: str
    width: int
    height: int
    bytes: int
    path: Path


def draw(
    image_path: Path,
    *,
    limits: Limits,
    wanted: Sequence[Wanted],
    into: Path,
    credit: Credit,
    mark: Mark | None = None,
) -> list[Drawn]:
    """Write each wanted rendition to `into/<size>.<extension>`, under the mark where there is one, and tell of them in the order
    in which they are wanted.

    Raises `PictureRefused` for what cannot be decoded, the mark's own picture included; `KeyError` for a size or format that is
    not drawn here.
    """
    if not wanted:
        return []
    names = {each.size for each in wanted}
    top, size = _decoded(image_path, limits, names)
    drawn = {}
    for name, pixels in _cascade(top, size, names):
        shown = pixels
        if mark and geometry.needed_edge(*size, name) >= LEAST_MARKED:
            shown = pixels.copy()  # the next size comes from the one without
            lay_over(shown, mark, limits)
        for each in wanted:
            if each.size == name:
                drawn[each] = draw_one(shown, wanted=each, into=into, credit=credit)
    return [drawn[each] for each in wanted]


def draw_one(image: Image.Image, *, wanted: Wanted, into: Path, credit: Credit) -> Drawn:
    """Write one rendition of a `prepared` picture by its recipe; `KeyError` for one that has no recipe."""
    recipe = RECIPES[wanted.size, wanted.format]
    for processor in recipe.processors:
        image = processor.process(image)
    path = into / recipe.file_name
    image.save(path, recipe.format, **recipe.options(credit))
    return Drawn(wanted.size, wanted.format, image.width, image.height, path.stat().st_size, path)


def prepared(image: Image.Image, *, orientation: int, size: tuple[int, int], edge: int) -> Image.Image:
    """A decoded picture at most `edge` pixels long, upright, in sRGB (RGB or RGBA), without any metadata.

    `size` is the displayed width and height of the original: a scaled decode has lost the exact proportions.
    """
    target = displayed_size(*geometry.fitted(*size, edge), orientation)
    return without_metadata(upright(scaled(resizable(image), target), orientation), image)


def without_metadata(turned: Image.Image, decoded: Image.Image) -> Image.Image:
    """What was made of a decoded picture, converted from its colour space to sRGB, and nothing else that it said.

    Where there was nothing to do it is the decoded picture itself: a copy of 100 megapixels would take 400 MB.
    """
    pixels = without_idle_alpha(to_srgb(turned, decoded.info.get("icc_profile")))
    # Pillow's encoders write some of what `info` holds, a JPEG's comment for one, without being asked.
    pixels.info = {}
    return pixels


def _decoded(path: Path, limits: Limits, names: Iterable[str]) -> tuple[Image.Image, tuple[int, int]]:
    """The largest picture that any of the names needs, and the displayed size of the original.

    Apart from `draw`, so that the original's pixels are let go before the first encoder asks for memory.
    """
    with open_with_header(path, limits) as (picture, header):
        size = displayed_size(header.width, header.height, header.orientation)
        edge = max(geometry.needed_edge(*size, name) for name in names)
        return prepared(load_scaled(picture, edge), orientation=header.orientation, size=size, edge=edge), size


def _cascade(top: Image.Image, size: tuple[int, int], names: Iterable[str]) -> Iterator[tuple[str, Image.Image]]:
    """The named sizes, largest first; the square comes last, from the smallest of them that is large enough."""
    wholes = [top]
    for name in sorted(set(names) - {"square"}, key=geometry.SIZES.__getitem__, reverse=True):
        wholes.append(scaled(wholes[-1], geometry.rendition_size(*size, name)))
        yield name, wholes[-1]
    if "square" in names:
        side = geometry.square(*size)
        source = min((whole for whole in wholes if min(whole.size) >= side), key=lambda whole: whole.width)
        yield "square", scaled(source, (side, side), geometry.middle(*source.size))
