"""django-imagekit's defaults: four specs, each with the processors that its documentation names."""

from pathlib import Path

import django
from django.conf import settings

if not settings.configured:
    settings.configure(INSTALLED_APPS=["imagekit"])
    django.setup()

from imagekit import ImageSpec
from imagekit.processors import ResizeToFit, Transpose

from benchmarks.drawing import EDGES, QUALITY


def draw(path: Path, kind: str, into: Path) -> None:
    for name, edge in EDGES.items():
        with path.open("rb") as source:
            drawn = spec(edge, kind)(source=source).generate()
        (into / f"{name}.{kind}").write_bytes(drawn.read())


def spec(edge: int, kind: str) -> type[ImageSpec]:
    described = {
        "processors": [Transpose(), ResizeToFit(edge, edge, upscale=False)],
        "format": kind.upper(),
        "options": {"quality": QUALITY[kind]},
    }
    return type("Defaults", (ImageSpec,), described)
