"""All that a juror is to judge, in the order in which it came, and how far they are with it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Count, ExpressionWrapper, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from portfolio.models import Juror, Submission, SubmittedWork

COLUMNS = ("pk", "works_seen", "works_scored", "is_barred")


@dataclass(frozen=True)
class Place:
    """A submission in the queue: its `number` there from 1, which says nothing of whose it is, how many works it has and how many
    of them are scored. One that is `is_barred` they may not judge, and may know that."""

    id: UUID
    number: int
    works: int
    scored: int
    is_barred: bool

    @property
    def waits(self) -> bool:
        """Whether there is something left to score."""
        return self.scored < self.works and not self.is_barred


@dataclass(frozen=True)
class Queue:
    """The places in their order."""

    places: list[Place]

    def at(self, submission_id: UUID) -> Place | None:
        """The place of a submission, None where it is not in the queue."""
        return next((each for each in self.places if each.id == submission_id), None)

    def before(self, place: Place) -> Place | None:
        """The one before, None at the beginning."""
        return self.places[place.number - 2] if place.number > 1 else None

    def behind(self, place: Place) -> Place | None:
        """The next one, None at the end."""
        return self.places[place.number] if place.number < len(self.places) else None

    def waiting(self, *, behind: Place | None = None) -> Place | None:
        """The next one in which something is left to score, from the beginning again where none is behind this one; never this
        one itself."""
        start = behind.number if behind else 0
        around = [*self.places[start:], *self.places[:start]]
        return next((each for each in around if each.waits and each != behind), None)

    @property
    def to_judge(self) -> list[Place]:
        """Those that this juror may judge."""
        return [each for each in self.places if not each.is_barred]

    @property
    def is_begun(self) -> bool:
        """Whether anything is scored."""
        return any(each.scored for each in self.places)

    @property
    def judged_count(self) -> int:
        """How many of these are scored whole."""
        return sum(not each.waits for each in self.to_judge)


def queue_of(juror: Juror) -> Queue:
    """Of the exhibition that they judge, while it is jurying; empty else. One query."""
    person = juror.user
    seen: Any = Submission.objects.visible_to(person).filter(exhibition=juror.exhibition_id)
    theirs = seen.filter(seen.judged_by(person)).annotate(
        works_seen=counted(SubmittedWork.objects.visible_to(person)),
        works_scored=counted(SubmittedWork.objects.visible_to(person).filter(scores__juror=juror)),
        is_barred=ExpressionWrapper(seen.conflicting_with(person), output_field=BooleanField()),
    )
    rows = theirs.order_by("submitted_at", "pk").values_list(*COLUMNS)
    return Queue([Place(pk, number, *rest) for number, (pk, *rest) in enumerate(rows, start=1)])


def counted(works: QuerySet[SubmittedWork]) -> Coalesce:
    """How many of these works a submission has."""
    numbers = works.filter(submission=OuterRef("pk")).order_by().values("submission").annotate(number=Count("pk"))
    return Coalesce(Subquery(numbers.values("number")), 0)
