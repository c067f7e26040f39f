"""What announcing tells, and to how many."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from gallery.querysets.withheld import stands
from portfolio.exhibitions.effects import DECISIONS
from portfolio.exhibitions.guards import UNDECIDED
from portfolio.labels.exhibitions import clock_of
from portfolio.models import Exhibition, Submission, SubmissionStatus

TOLD = {
    SubmissionStatus.ACCEPTED: _("that they are accepted, with the works that you chose"),
    SubmissionStatus.WAITLISTED: _("that they are on the waitlist"),
    SubmissionStatus.REJECTED: _("that they are not accepted"),
}


@dataclass(frozen=True)
class Telling:
    """So many artists are told this; `status` is the decision."""

    status: str
    label: Any
    count: int
    what: Any


@dataclass(frozen=True)
class Announcement:
    """Who is told what, and how many `undecided` submissions stand in the way."""

    tellings: list[Telling]
    undecided: int

    @property
    def count(self) -> int:
        """How many are told something."""
        return sum(each.count for each in self.tellings)


def announcement_of(exhibition: Exhibition) -> Announcement:
    """As it would be now, or as it was. One query."""
    submissions = Submission.objects.filter(stands("artist"), exhibition=exhibition).order_by()
    counts = dict(submissions.values_list("status").annotate(Count("pk")))
    tellings = [
        Telling(status.value, status.label, counts.get(status.value, 0), TOLD[SubmissionStatus(status)])
        for status in map(SubmissionStatus, DECISIONS)
    ]
    return Announcement(tellings, sum(counts.get(status.value, 0) for status in UNDECIDED))


def moment_of(exhibition: Exhibition) -> str:
    """When it was announced, by its clocks; empty where it was not."""
    if exhibition.announced_at is None:
        return ""
    local = exhibition.announced_at.astimezone(exhibition.zone)
    return f"{date_format(local, 'DATETIME_FORMAT')} {clock_of(local)}"
