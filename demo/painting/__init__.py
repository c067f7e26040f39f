"""Pictures made by code for the demo site: a style, a seed, a palette and a size give one picture, always the same."""

from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random

from PIL import Image

from demo.painting import abstracts, landscapes, things
from demo.painting.fields import Size, Stops, rgb

STYLES: dict[str, Callable[[Random, Size, Stops], Image.Image]] = {
    "ridges": landscapes.ridges,
    "seas": landscapes.seas,
    "dunes": landscapes.dunes,
    "nights": landscapes.nights,
    "fields": abstracts.fields,
    "contours": abstracts.contours,
    "geometry": abstracts.geometry,
    "currents": abstracts.currents,
    "cutouts": abstracts.cutouts,
    "weaves": abstracts.weaves,
    "botany": things.botany,
    "vessels": things.vessels,
    "tiles": things.tiles,
    "inks": things.inks,
}


def paint(style: str, *, seed: str, palette: Sequence[str], size: Size) -> bytes:
    """A picture as JPEG, `size` in pixels; `palette` is five colours such as `#336699`, from dark to light.

    Raises KeyError for a style that there is not.
    """
    # A text seeds alike in every process and version of Python; a seed of another type may not.
    picture = STYLES[style](Random(seed), size, [rgb(color) for color in palette])  # noqa: S311  nothing secret
    written = BytesIO()
    picture.save(written, "JPEG", quality=92)
    return written.getvalue()
