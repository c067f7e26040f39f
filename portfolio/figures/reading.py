"""The figures of an artist, or of one work of theirs, over some days: the days that are over as they are rolled up, those that
are not reckoned from what happened."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Sum

from portfolio.figures.days import Span, last_days
from portfolio.figures.reckoning import MEASURES, Key, Reckoned, reckon
from portfolio.figures.referrers import Origin
from portfolio.models import DayFigures, DayReferrer, GatheredDay, Source, Subject

PERIODS = (7, 30, 365)
MOST_OPEN = 2
"""Today, and yesterday until it is gathered; what a worker that is later than that left undone shows when it comes."""

Tally = Counter[str]


@dataclass
class Figures:
    """What is asked for: an artist's last `days`, today included, of all of theirs or of one work. Each query is made once."""

    artist: UUID
    days: int
    artwork: UUID | None = None
    span: Span = field(init=False)

    def __post_init__(self) -> None:
        self.span = last_days(self.days)

    @property
    def key(self) -> Key:
        """The subject as a whole."""
        if self.artwork:
            return Key(self.artist, Subject.ARTWORK, self.artwork)
        return Key(self.artist, Subject.ARTIST, self.artist)

    @cached_property
    def open_days(self) -> dict[date, Reckoned]:
        """The last days that are not gathered yet. One query, and those of `reckon` for each."""
        last = last_days(MOST_OPEN)
        gathered = set(GatheredDay.objects.filter(day__gte=last.since).values_list("day", flat=True))
        return {day: reckon(day, artist=self.artist) for day in last if day not in gathered}

    @cached_property
    def every_day(self) -> dict[date, Tally]:
        """What there is of each day of the span and of the one before it. One query."""
        rows = self.written(DayFigures, Span(self.span.before().since, self.span.until)).filter(**self.of_key())
        found = {day: tally_of(numbers) for day, *numbers in rows.values_list("day", *MEASURES)}
        return found | {day: reckoned.figures.get(self.key, Counter()) for day, reckoned in self.open_days.items()}

    def by_day(self) -> Iterator[tuple[date, Tally]]:
        """Every day of the span, the first one first; of one on which nothing happened, nothing."""
        return ((day, self.every_day.get(day, Counter())) for day in self.span)

    def totals(self) -> Tally:
        """Of the span. Visitors are added up as well: nobody can tell whether one came on two days."""
        return self.total_of(self.span)

    def totals_before(self) -> Tally:
        """Of as many days just before."""
        return self.total_of(self.span.before())

    def total_of(self, span: Span) -> Tally:
        return sum((self.every_day.get(day, Counter()) for day in span), Counter())

    def by_thing(self, subject: Subject) -> dict[UUID, Tally]:
        """The totals of each of the artist's works or galleries that has any, gone ones too. One query."""
        found: defaultdict[UUID, Tally] = defaultdict(Counter)
        rows = self.written(DayFigures, self.span).filter(artist=self.artist, subject=subject)
        sums = [Sum(name) for name in MEASURES]
        for thing, *numbers in rows.values_list("subject_id").annotate(*sums):
            found[thing] += tally_of(numbers)
        for reckoned in self.open_days.values():
            for key, tally in reckoned.figures.items():
                if key.subject == subject:
                    found[key.subject_id] += tally
        return found

    def views_of(self, artworks: list[UUID]) -> dict[UUID, dict[date, int]]:
        """How often these works were looked at on the days of the span on which they were. One query."""
        found: defaultdict[UUID, dict[date, int]] = defaultdict(dict)
        rows = self.written(DayFigures, self.span).filter(subject=Subject.ARTWORK, subject_id__in=artworks)
        for thing, day, views in rows.values_list("subject_id", "day", "views"):
            found[thing][day] = views
        for day, reckoned in self.open_days.items():
            for key, tally in reckoned.figures.items():
                found[key.subject_id][day] = tally["views"]
        return found

    def origins(self) -> list[tuple[Origin, int]]:
        """From where it was looked at, most first. One query."""
        found: Counter[Origin] = Counter()
        rows = self.written(DayReferrer, self.span).filter(**self.of_key())
        for source, host, views in rows.values_list("source", "host").annotate(Sum("views")):
            found[Source(source), host] += views
        for reckoned in self.open_days.values():
            found += reckoned.origins.get(self.key, Counter())
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))

    def written(self, model: type[DayFigures] | type[DayReferrer], span: Span) -> QuerySet[Any]:
        """The rows of a span; a day that was gathered since `open_days` were reckoned counts once."""
        rows = model._default_manager.filter(day__gte=span.since, day__lte=span.until)
        return rows.exclude(day__in=list(self.open_days)).order_by()

    def of_key(self) -> dict[str, Any]:
        return {"subject": self.key.subject, "subject_id": self.key.subject_id}


def tally_of(numbers: Sequence[int]) -> Tally:
    """By the names of `MEASURES`, in whose order they are."""
    return Counter(dict(zip(MEASURES, numbers, strict=True)))
