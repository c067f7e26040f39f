"""Peak memory of the darkroom's process for legal pictures of a hundred megapixels, one format after the other."""

import math
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
from PIL import Image

from benchmarks import photographs
from benchmarks.memory import high_water
from benchmarks.photographs import encoded
from benchmarks.table import Line, publish
from gallery.imaging import darkroom, geometry
from gallery.imaging.credits import Credit
from gallery.imaging.errors import PictureRefused
from gallery.imaging.limits import Limits
from gallery.imaging.renditions import Wanted

MOST = 400
PATIENT = Limits(cpu_seconds=120, wall_seconds=300, queue_seconds=300)  # memory is measured here, on whatever machine
METHOD = (
    "VmHWM of a fresh darkroom process, interpreter and libraries included: what an upload has done with the picture "
    "(`develop`), and all sizes drawn from one decode (`draw`), each as WebP and JPEG, PNG where it is transparent."
)


def pictures() -> Iterator[tuple[str, bytes]]:
    """One file of each permitted format, 99.9 megapixels, the least that its limits allow beside."""
    picture = photographs.photograph(*photographs.MEGAPIXELS[100])
    yield "JPEG", encoded(picture, "JPEG", quality=90)
    yield "JPEG, progressive", encoded(picture, "JPEG", quality=90, progressive=True)
    yield "PNG, RGB", encoded(picture, "PNG", compress_level=1)
    yield "WebP", encoded(picture, "WEBP", quality=60, method=0)
    yield "TIFF, LZW", encoded(picture, "TIFF", compression="tiff_lzw")
    yield "TIFF, uncompressed", encoded(picture, "TIFF")
    cut_out = photographs.with_alpha(picture)
    yield "PNG, RGBA", encoded(cut_out, "PNG", compress_level=1)
    yield "WebP, RGBA", encoded(cut_out, "WEBP", quality=60, method=0)


def main(room: Path) -> None:
    lines = []
    for what, data in pictures():
        path = photographs.kept(room, "picture", data)
        transparent = what.endswith("RGBA")
        lines.append(line(f"{what}, upload", lambda path=path: develop(path)))
        lines.append(
            line(f"{what}, drawn", lambda path=path, plain="png" if transparent else "jpeg": draw(path, plain, room))
        )
    publish("darkroom", "The darkroom's memory at 100 megapixels", METHOD, lines)


def line(what: str, job: Callable[[], object]) -> Line:
    darkroom.close()
    outcome, is_refused = "", False
    try:
        job()
    except PictureRefused as refusal:
        outcome, is_refused = f"refused: {refusal.code}", True
    (child,) = psutil.Process().children()
    peak = high_water(child.pid) / 1e6
    # A legal picture that is refused has missed its goal, however little memory that took.
    return Line(what, f"{peak:.0f} MB", outcome, math.inf if is_refused else peak, at_most=MOST, unit="MB")


def develop(path: Path) -> None:
    darkroom.develop(path, limits=PATIENT, thumbnail=path.with_suffix(".thumbnail"), credit=Credit())


def draw(path: Path, plain: str, into: Path) -> None:
    wanted = [Wanted(size, kind) for size in geometry.NAMES for kind in ("webp", plain)]
    darkroom.draw(path, limits=PATIENT, wanted=wanted, into=into, credit=Credit())


if __name__ == "__main__":
    Image.MAX_IMAGE_PIXELS = None
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as folder:
        main(Path(folder))
