"""P1 and P2: CPU time and memory of renditions, beside libvips, plain Pillow and imagekit."""

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import measure, photographs
from benchmarks.drawing import atelier, imagekit, plain, vips
from benchmarks.measure import in_turns, own_cpu
from benchmarks.memory import peak
from benchmarks.table import Line, milliseconds, publish

HANDS = {"atelier": atelier, "vips": vips, "plain": plain, "imagekit": imagekit}
NAMES = {"vips": "libvips", "plain": "plain Pillow", "imagekit": "imagekit's defaults"}
METHOD = (
    "CPU time, all threads counted, of one picture as 320, 640, 1280 and 2048, upright and in sRGB; in one process, in turns, "
    "medians of {rounds} rounds. libvips decodes once and goes down a cascade with the same qualities."
)


def compared(path: Path, kind: str, *, rounds: int) -> dict[str, float]:
    """CPU seconds of each hand."""
    with tempfile.TemporaryDirectory() as folder:
        actions: dict[str, Callable[[], float]] = {
            name: partial(own_cpu, partial(hand.draw, path, kind, Path(folder))) for name, hand in HANDS.items()
        }
        return in_turns(actions, rounds=rounds)


def lines(path: Path, what: str, kind: str, *, at_most: float, rounds: int) -> list[Line]:
    figures = compared(path, kind, rounds=rounds)
    ours = milliseconds(figures["atelier"])
    judged = {"vips": at_most}
    return [
        Line(
            f"{what} → {kind}, beside {told}",
            ours,
            milliseconds(figures[name]),
            figures["atelier"] / figures[name],
            at_most=judged.get(name),
        )
        for name, told in NAMES.items()
    ]


def p1(folder: Path, rounds: int) -> None:
    path = photographs.kept(folder, "12.jpg", photographs.jpeg(photographs.photograph(*photographs.MEGAPIXELS[12])))
    size = f"{path.stat().st_size / 1e6:.1f} MB"
    found = lines(path, f"12-megapixel JPEG of {size}", "webp", at_most=1.0, rounds=rounds)
    found += lines(path, "the same", "jpeg", at_most=1.25, rounds=rounds)
    publish("p1", "P1: four renditions of a photograph", METHOD.format(rounds=rounds), found)


def p2(folder: Path, rounds: int) -> None:
    found = []
    for megapixels in (24, 50):
        picture = photographs.photograph(*photographs.MEGAPIXELS[megapixels])
        path = photographs.kept(folder, f"{megapixels}.jpg", photographs.jpeg(picture))
        found += both(path, f"{megapixels}-megapixel JPEG", rounds)
    found += [memory_line(path, kind) for kind in ("webp", "jpeg")]
    cut_out = photographs.with_alpha(photographs.photograph(*photographs.MEGAPIXELS[12]))
    path = photographs.kept(folder, "12.png", photographs.encoded(cut_out, "PNG", compress_level=4))
    found += both(path, "12-megapixel PNG with alpha", rounds)
    publish("p2", "P2: renditions of larger pictures, and of one with alpha", METHOD.format(rounds=rounds), found)


def both(path: Path, what: str, rounds: int) -> list[Line]:
    found = lines(path, what, "webp", at_most=1.15, rounds=rounds)
    return found + lines(path, what, "jpeg", at_most=1.6, rounds=rounds)


def memory_line(path: Path, kind: str) -> Line:
    """Of a fresh process for each hand, interpreter and libraries included."""
    peaks = {name: peak(name, path, kind) / 1e6 for name in HANDS}
    others = ", ".join(f"{NAMES[name]} {peaks[name]:.0f}" for name in NAMES)
    ours = peaks["atelier"]
    return Line(f"50 megapixels → {kind}, peak memory", f"{ours:.0f} MB", f"MB: {others}", ours, at_most=120, unit="MB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as room:
        {"p1": p1, "p2": p2}[sys.argv[1]](Path(room), measure.rounds(7))
