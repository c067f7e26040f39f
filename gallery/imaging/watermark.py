"""A maker's mark over a copy of a picture: a text in white with a soft dark edge, which reads on light and on dark, or a
picture with its own transparency. Never over an original."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from gallery.imaging.colour import resizable, to_srgb
from gallery.imaging.decode import load_scaled, open_with_header
from gallery.imaging.lettering import font_of, lettered
from gallery.imaging.limits import Limits
from gallery.imaging.orientation import displayed_size, upright
from gallery.imaging.processors import scaled

_LEAST_LETTERS = 13  # pixels from line to line
_LEAST_SHARE = 0.025  # and of the shorter edge
_MOST_LINES = 4
_MARGIN = 0.03  # of the shorter edge
_EDGE = 0.06  # of the letters' size: how far the dark edge reaches
_DARKNESS = 0.9
_CORNERS = {
    "top-left": (0, 0),
    "top-right": (1, 0),
    "bottom-left": (0, 1),
    "bottom-right": (1, 1),
    "center": (0.5, 0.5),
}

LEAST_MARKED = 100
"""Pixels of the longer edge below which a picture bears no mark: it could not be read, and would hide what there is. Small parts
of a larger one do bear it: put together they would be that picture without a mark."""

Size = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A watermark. `picture` is the path of a picture's file and wins over `text`.

    `position` is a corner (`top-left`, …), `center` or `tile`; `opacity` 0 to 1; `scale` its width as a share of the copy's.
    """

    text: str = ""
    picture: str = ""
    position: str = "bottom-right"
    opacity: float = 0.5
    scale: float = 0.3


def lay_over(image: Image.Image, mark: Mark, limits: Limits) -> None:
    """Lays the mark over the picture (RGB or RGBA), in place.

    Raises `PictureRefused` where the mark's own picture cannot be decoded.
    """
    stamp = stamp_of(mark, image.size, limits)
    if stamp is None:
        return
    stamp.putalpha(stamp.getchannel("A").point(lambda value: value * mark.opacity))
    for place in places(image.size, stamp.size, mark.position):
        _lay(image, stamp, place)


def stamp_of(mark: Mark, copy: Size, limits: Limits) -> Image.Image | None:
    """The mark alone, RGBA, as large as it is to be on a copy of that size; None where nothing of its text can be written."""
    margin = _margin(copy)
    room = max(1, copy[0] - 2 * margin), max(1, copy[1] - 2 * margin)
    width = min(room[0], max(1, round(copy[0] * mark.scale)))
    if mark.picture:
        return picture_stamp(Path(mark.picture), width=width, room=room, limits=limits)
    return text_stamp(mark.text, width=width, room=room)


def picture_stamp(path: Path, *, width: int, room: Size, limits: Limits) -> Image.Image:
    """A picture's file as a stamp of that width, or as large as there is room: enlarged too, where it is small."""
    with open_with_header(path, limits) as (picture, header):
        original = displayed_size(header.width, header.height, header.orientation)
        scale = min(width / original[0], room[1] / original[1])
        size = max(1, round(original[0] * scale)), max(1, round(original[1] * scale))
        decoded = load_scaled(picture, max(size))
        small = scaled(resizable(decoded), displayed_size(*size, header.orientation))
        return to_srgb(upright(small, header.orientation), decoded.info.get("icc_profile")).convert("RGBA")


def text_stamp(text: str, *, width: int, room: Size) -> Image.Image | None:
    """A text as a stamp of that width: in several lines where its letters would be too small, and wider where they still are."""
    font, written = lettered(text)
    if not written:
        return None
    least = max(_LEAST_LETTERS, _LEAST_SHARE * min(room))
    sizes = {lines: _letters(lines, font, width=width, room=room) for lines in _arrangements(written)}
    lines = next((each for each, letters in sizes.items() if letters >= least), max(sizes, key=sizes.__getitem__))
    return _drawn(lines, font, max(sizes[lines], min(least, _letters(lines, font, width=room[0], room=room))))


def places(copy: Size, stamp: Size, position: str) -> Iterator[Size]:
    """Where the stamp's upper left corner goes: once, or for `tile` all over in rows that are set off like bricks."""
    if position != "tile":
        across, down = _CORNERS[position]
        margin = _margin(copy)
        yield (
            round(margin + across * (copy[0] - 2 * margin - stamp[0])),
            round(margin + down * (copy[1] - 2 * margin - stamp[1])),
        )
        return
    step = stamp[0] * 3 // 2 + 1, max(stamp[1] * 5 // 2, stamp[0] // 3) + 1
    for row, top in enumerate(range(step[1] // 4, copy[1], step[1])):
        start = -(step[0] // 2) if row % 2 else step[0] // 6
        for left in range(start, copy[0], step[0]):
            yield left, top


def _arrangements(text: str) -> Iterator[str]:
    """The text in one line, in two, and so on, the lines about as long as each other."""
    words = text.split()
    for number in range(1, min(_MOST_LINES, len(words)) + 1):
        lines = [words[0]]
        for word in words[1:]:
            is_full = len(lines[-1]) + len(word) / 2 > len(text) / number and len(lines) < number
            lines = [*lines, word] if is_full else [*lines[:-1], f"{lines[-1]} {word}"]
        yield "\n".join(lines)


def _letters(lines: str, font: str, *, width: int, room: Size) -> float:
    """How large letters may be for the stamp to be at most that wide, and to stay in the room."""
    wide, high = _extent(lines, font, 100.0)
    letters = 100.0 * min(width / wide, room[0] / wide, room[1] / high)
    # Small letters are set on whole pixels, so that they take more room than their share: measured again as they will be.
    wide, high = _extent(lines, font, letters)
    return letters * min(1.0, room[0] / wide, room[1] / high)


def _extent(lines: str, font: str, letters: float) -> Size:
    """Width and height of a stamp, its dark edge included."""
    left, top, right, bottom = _bounds(lines, font, letters)
    reach = 2 * _reach(letters)
    return math.ceil(right - left) + reach, math.ceil(bottom - top) + reach


def _reach(letters: float) -> int:
    """Pixels that the dark edge takes around the letters."""
    return math.ceil(2 * _EDGE * letters)


def _bounds(lines: str, font: str, letters: float) -> tuple[float, float, float, float]:
    pen = ImageDraw.Draw(Image.new("L", (1, 1)))
    return pen.multiline_textbbox((0, 0), lines, **_style(font, letters))


def _style(font: str, letters: float) -> dict[str, Any]:
    return {"font": font_of(font, max(1.0, letters)), "align": "center", "spacing": letters / 5}


def _drawn(lines: str, font: str, letters: float) -> Image.Image:
    size, style, reach = _extent(lines, font, letters), _style(font, letters), _reach(letters)
    left, top, _, _ = _bounds(lines, font, letters)
    white, dark = Image.new("L", size), Image.new("L", size)
    start = reach - left, reach - top
    ImageDraw.Draw(white).multiline_text(start, lines, 255, **style)
    ImageDraw.Draw(dark).multiline_text(start, lines, 255, stroke_width=max(1, round(letters * _EDGE / 2)), **style)
    dark = dark.filter(ImageFilter.GaussianBlur(letters * _EDGE / 2)).point(lambda value: value * _DARKNESS)
    stamp = Image.merge("RGBA", (*[Image.new("L", size)] * 3, dark))
    stamp.paste((255, 255, 255, 255), mask=white)
    stamp.putalpha(ImageChops.lighter(dark, white))
    return stamp


def _lay(image: Image.Image, stamp: Image.Image, place: Size) -> None:
    """What stands over the edges is cut off."""
    left, top = max(0, -place[0]), max(0, -place[1])
    visible = stamp.crop(
        (left, top, min(stamp.width, image.width - place[0]), min(stamp.height, image.height - place[1]))
    )
    corner = place[0] + left, place[1] + top
    if image.mode == "RGBA":
        image.alpha_composite(visible, corner)
    else:
        image.paste(visible, corner, visible.getchannel("A"))


def _margin(copy: Size) -> int:
    return max(1, round(min(copy) * _MARGIN))
