"""How submissions stand with the jury, for whoever organises."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from statistics import fmean, pstdev
from typing import Any
from uuid import UUID

from django.db.models import Avg, Exists, FloatField, OuterRef, QuerySet, Subquery

from portfolio.models import ConflictOfInterest, Score
from social.api.people import columns_of

COLUMNS = ("work_id", "work__submission_id", "score", "note", *columns_of("juror__user"))


@dataclass(frozen=True)
class Standing:
    """Scores of one work, or of all works of a submission: `rows` of their `COLUMNS`, by the jurors' names."""

    rows: list[dict[str, Any]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many scores there are."""
        return len(self.rows)

    @property
    def mean(self) -> float | None:
        """The arithmetic mean, to two decimals; None without any."""
        return round(fmean(self._scores), 2) if self.rows else None

    @property
    def spread(self) -> float | None:
        """How far the scores lie apart: the standard deviation of them all (the root of their mean
        squared distance from the mean), to two decimals."""
        return round(pstdev(self._scores), 2) if self.rows else None

    @property
    def juror_count(self) -> int:
        """How many jurors have scored."""
        return len({row["juror__user_id"] for row in self.rows})

    @property
    def _scores(self) -> list[int]:
        return [row["score"] for row in self.rows]


@dataclass(frozen=True)
class Standings:
    """By the ids of submissions, and of submitted works; what nobody has scored stands in neither."""

    submissions: dict[UUID, Standing]
    works: dict[UUID, Standing]


def counted() -> QuerySet[Score]:
    """The scores that count: none of a juror who declared afterwards that they are close to the artist."""
    close = ConflictOfInterest.objects.filter(juror=OuterRef("juror"), artist=OuterRef("work__submission__artist"))
    return Score.objects.filter(~Exists(close))


def standings(submission_ids: Collection[UUID]) -> Standings:
    """How these submissions stand. One query."""
    scores = counted().filter(work__submission__in=submission_ids)
    rows = list(scores.order_by("juror__user__username", "work__position").values(*COLUMNS))
    return Standings(gathered(rows, "work__submission_id"), gathered(rows, "work_id"))


def gathered(rows: Iterable[dict[str, Any]], by: str) -> dict[UUID, Standing]:
    together: dict[UUID, Standing] = defaultdict(Standing)
    for row in rows:
        together[row[by]].rows.append(row)
    return dict(together)


def mean_score() -> Subquery:
    """The same mean of a submission, unrounded, for ordering them by it; null without scores."""
    scores = counted().filter(work__submission=OuterRef("pk")).order_by().values("work__submission")
    return Subquery(scores.annotate(mean=Avg("score")).values("mean"), output_field=FloatField())
