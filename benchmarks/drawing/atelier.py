"""Atelier's own."""

from pathlib import Path

from benchmarks.drawing import EDGES
from gallery.imaging import renditions
from gallery.imaging.credits import Credit
from gallery.imaging.limits import Limits
from gallery.imaging.renditions import Wanted

CREDIT = Credit(creator="Ada", copyright_notice="© Ada", credit_line="Ada")


def draw(path: Path, kind: str, into: Path) -> None:
    wanted = [Wanted(size, kind) for size in EDGES]
    renditions.draw(path, limits=Limits(), wanted=wanted, into=into, credit=CREDIT)
