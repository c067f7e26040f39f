"""Results: one line for each figure, beside its reference, with goal and verdict."""

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).parent / "results"
HEADINGS = ("what", "Atelier", "reference", "ratio", "goal", "verdict")
TOLD = ("Django", "djangorestframework", "Pillow", "gunicorn")


@dataclass(frozen=True)
class Line:
    """One figure. `ratio` is judged against `at_most` or `at_least`; with neither, it is there to be read."""

    what: str
    ours: str
    reference: str
    ratio: float | None = None
    at_most: float | None = None
    at_least: float | None = None
    unit: str = "×"

    @property
    def goal(self) -> str:
        if self.at_most is not None:
            return f"≤ {self.at_most:g} {self.unit}"
        return f"≥ {self.at_least:g} {self.unit}" if self.at_least is not None else ""

    @property
    def verdict(self) -> str:
        if self.ratio is None or not self.goal:
            return ""
        reached = self.ratio <= self.at_most if self.at_most is not None else self.ratio >= (self.at_least or 0)
        return "reached" if reached else "MISSED"

    def cells(self) -> tuple[str, ...]:
        ratio = "" if self.ratio is None else f"{self.ratio:.3g} {self.unit}"
        return self.what, self.ours, self.reference, ratio, self.goal, self.verdict


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds * 1000:.0f} ms"


def publish(name: str, title: str, method: str, lines: Iterable[Line]) -> None:
    """Prints the table and keeps it in `results/<name>.md`."""
    rows = [HEADINGS, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    written = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    written.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    table = "\n".join(written)
    print(f"\n{title}\n\n{table}\n", flush=True)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.md").write_text(f"# {title}\n\n{method}\n\n{table}\n\n{machine()}\n")


def machine() -> str:
    """What it was measured on, as far as it matters to ratios."""
    versions = ", ".join(f"{package} {version(package)}" for package in TOLD)
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}; {versions}."
