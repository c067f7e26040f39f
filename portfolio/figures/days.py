"""Days, which are those of UTC, and spans of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """From one day to another, both included."""

    since: date
    until: date

    def __iter__(self) -> Iterator[date]:
        return (self.since + DAY * number for number in range(len(self)))

    def __len__(self) -> int:
        return max(0, (self.until - self.since).days + 1)

    def before(self) -> "Span":
        """As many days, just before these."""
        return Span(self.since - DAY * len(self), self.since - DAY)


def today() -> date:
    return timezone.now().astimezone(UTC).date()


def last_days(number: int) -> Span:
    """So many days, today the last of them."""
    return Span(today() - DAY * (number - 1), today())


def beginning(day: date) -> datetime:
    """The midnight with which a day begins."""
    return datetime.combine(day, time(), UTC)
