"""Figures drawn: bars that a template makes SVG of. Units are those of the drawing, in which a bar and its gap are 10 wide."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portfolio.figures.reading import Figures, Tally

STEP, BAR, HEIGHT = 10, 8, 100
WEEK, MOST_BARS = 7, 31


@dataclass(frozen=True)
class Bucket:
    """A day, or the days of a week, with what they come to. `label` is how a reader calls it."""

    days: Sequence[date]
    tally: Tally

    @property
    def label(self) -> str:
        first, last = (date_format(day, "MONTH_DAY_FORMAT") for day in (self.days[0], self.days[-1]))
        return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


@dataclass(frozen=True)
class Bar:
    """One bucket in a chart: where it stands, from where it reaches down to the floor, and that of the part within it."""

    x: int
    top: str
    height: str
    inner_top: str
    inner_height: str
    label: str
    value: int
    inner: int


@dataclass(frozen=True)
class Chart:
    """A chart of one measure with another within it, as high as `scale` says, the highest first."""

    width: int
    bars: list[Bar]
    scale: list[int]
    days: list[str]
    peak: Bar | None


def buckets_of(figures: Figures) -> list[Bucket]:
    """By day or, of more than a month, by weeks that end today; what is left over at the beginning lengthens the first one."""
    days = list(figures.by_day())
    size = 1 if len(days) <= MOST_BARS else WEEK
    starts = list(range(len(days) % size, len(days), size))
    starts[0] = 0
    ends = [*starts[1:], len(days)]
    return [bucket(days[start:end]) for start, end in zip(starts, ends, strict=True)]


def bucket(days: Sequence[tuple[date, Tally]]) -> Bucket:
    return Bucket([day for day, _tally in days], sum((tally for _day, tally in days), Counter[str]()))


def chart(buckets: Sequence[Bucket], measure: str, inner: str = "") -> Chart:
    """Of a measure, with another, which is never more, within its bars."""
    top = nice(max(each.tally[measure] for each in buckets))
    bars = [bar(number, each, top, measure, inner) for number, each in enumerate(buckets)]
    peak = max(bars, key=lambda each: each.value)
    half = [top // 2] if top % 2 == 0 else []
    middle = buckets[len(buckets) // 2].days[0]
    marks = [buckets[0].days[0], middle, buckets[-1].days[-1]]
    days = [date_format(day, "MONTH_DAY_FORMAT") for day in marks]
    return Chart(len(bars) * STEP, bars, [top, *half, 0], days, peak if peak.value else None)


def bar(number: int, of: Bucket, top: int, measure: str, inner: str) -> Bar:
    value, within = of.tally[measure], of.tally[inner] if inner else 0
    height, inner_height = HEIGHT * value / top, HEIGHT * within / top
    return Bar(
        x=number * STEP + (STEP - BAR) // 2,
        # As texts: a template would write a number as the reader's language has it.
        top=f"{HEIGHT - height:.1f}",
        height=f"{height:.1f}",
        inner_top=f"{HEIGHT - inner_height:.1f}",
        inner_height=f"{inner_height:.1f}",
        label=of.label,
        value=value,
        inner=within,
    )


def nice(most: int) -> int:
    """The next of 1, 2, 4, 6, 8, 10, 20, 40 … that is not less."""
    power = 1
    while most > power * 10:
        power *= 10
    return next(power * digit for digit in (1, 2, 4, 6, 8, 10) if power * digit >= most)


def spark(values: Sequence[int]) -> str:
    """A path of upright strokes, in a drawing 20 high, of which the highest reaches the top."""
    most = max(values, default=0) or 1
    strokes: Iterator[str] = (
        f"M{number * STEP + STEP // 2} 20V{20 - max(1.0, 20 * value / most):.1f}"
        for number, value in enumerate(values)
        if value
    )
    return "".join(strokes)
