"""libvips at its best: one decode, scaled while it is read, then each size from the one before; one thread, no cache."""

import os
from pathlib import Path

os.environ["VIPS_CONCURRENCY"] = "1"  # read when libvips starts; threads would only add to the CPU time

import pyvips

from benchmarks.drawing import EDGES, QUALITY

pyvips.cache_set_max(0)


def draw(path: Path, kind: str, into: Path) -> None:
    picture = None
    for name, edge in EDGES.items():
        options = {"height": edge, "size": "down"}
        if picture is None:
            picture = pyvips.Image.thumbnail(str(path), edge, **conversion(path), **options)
        else:
            picture = picture.thumbnail_image(edge, **options)
        picture = picture.copy_memory()
        picture.write_to_file(str(into / f"{name}.{kind}"), **saving(name, kind))


def conversion(path: Path) -> dict[str, str]:
    """To sRGB where the picture names its colours, as Atelier does; libvips would convert an untagged one too."""
    tagged = pyvips.Image.new_from_file(str(path)).get_typeof("icc-profile-data")
    return {"export_profile": "srgb"} if tagged else {}


def saving(name: str, kind: str) -> dict[str, object]:
    """The same qualities, and the same effort that Atelier's recipes take."""
    if kind == "jpeg":
        return {"Q": QUALITY[kind], "optimize_coding": True, "interlace": True}
    return {"Q": QUALITY[kind], "effort": 2 if name in ("large", "xlarge") else 4}
