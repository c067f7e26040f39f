"""The organiser's table: what was submitted, how it stands with the jury, and what can be decided of it now."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Count, F, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gallery.api.pictures import Row
from portfolio.exhibitions.standings import Standing, mean_score, standings
from portfolio.hanging.pictures import Picture
from portfolio.hanging.thumbs import thumb_of_card
from portfolio.hanging.works import tell_cards
from portfolio.models import Exhibition, Submission, SubmissionStatus, SubmittedWork
from portfolio.permissions import submission_roles
from portfolio.workflow.machine import Transition
from portfolio.workflow.tables import SUBMISSION

ORDERS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "": (_("As they came"), ("submitted_at", "pk")),
    "newest": (_("The last first"), ("-submitted_at", "-pk")),
    "score": (_("Highest score first"), (F("mean").desc(nulls_last=True), "submitted_at", "pk")),
    "lowest": (_("Lowest score first"), (F("mean").asc(nulls_last=True), "submitted_at", "pk")),
}
"""By what the address says: how a page calls it, and the columns."""


@dataclass(frozen=True)
class Work:
    """A submitted work that the organiser may see."""

    artwork_id: UUID
    title: str
    picture: Picture
    is_selected: bool


@dataclass(frozen=True)
class Entry:
    """A line of the table. `gone`: so many of its works can no longer be seen; `ways`: what can be decided now."""

    submission: Submission
    username: str
    name: str
    works: list[Work]
    gone: int
    standing: Standing
    ways: list[Transition]

    @property
    def is_chosen_from(self) -> bool:
        """Whether some of its works can be chosen: of several, once it is accepted."""
        return self.submission.status == SubmissionStatus.ACCEPTED and len(self.works) > 1

    @property
    def selected_count(self) -> int:
        """How many are chosen."""
        return sum(work.is_selected for work in self.works)


def submitted_to(exhibition: Exhibition, *, viewer: Any) -> QuerySet[Submission]:
    """All that its organiser may see, with the artists."""
    seen = Submission.objects.visible_to(viewer).filter(exhibition=exhibition)
    return seen.select_related("artist__artist")


def ordered(submissions: QuerySet[Submission], order: str) -> QuerySet[Submission]:
    """By one of `ORDERS`."""
    by = ORDERS[order][1]
    scored = submissions.annotate(mean=mean_score()) if order in {"score", "lowest"} else submissions
    return scored.order_by(*by)


def status_counts(submissions: QuerySet[Submission]) -> list[tuple[str, str | Promise, int]]:
    """How many have each status: (status, what it is called, how many), of those that there are. One query."""
    counted = dict(submissions.order_by().values_list("status").annotate(Count("pk")))
    return [(value, label, counted[value]) for value, label in SubmissionStatus.choices if value in counted]


def entries_of(exhibition: Exhibition, submissions: Sequence[Submission], *, viewer: Any) -> list[Entry]:
    """These as lines of the table. Four queries for any number, and one where copies are fetched elsewhere."""
    ids = [submission.pk for submission in submissions]
    works, numbers = works_of(ids, viewer=viewer)
    standing = standings(ids).submissions
    for submission in submissions:
        submission.exhibition = exhibition
    return [
        Entry(
            submission,
            submission.artist.username,
            submission.artist.artist.artist_name,
            works[submission.pk],
            numbers[submission.pk] - len(works[submission.pk]),
            standing.get(submission.pk, Standing()),
            SUBMISSION.allowed(submission, submission_roles(viewer, submission)),
        )
        for submission in submissions
    ]


def works_of(
    submission_ids: Sequence[UUID], *, viewer: Any
) -> tuple[defaultdict[UUID, list[Work]], defaultdict[UUID, int]]:
    """The works of each submission that the viewer may see, in their order, and how many it has in all."""
    of_these = SubmittedWork.objects.filter(submission__in=submission_ids)
    rows = list(of_these.order_by("position").values_list("pk", "submission_id", "artwork_id", "is_selected"))
    seen = set(of_these.visible_to(viewer).values_list("pk", flat=True))
    cards = {card["id"]: card for card in tell_cards([row[2] for row in rows if row[0] in seen], viewer=viewer)}
    works: defaultdict[UUID, list[Work]] = defaultdict(list)
    numbers: defaultdict[UUID, int] = defaultdict(int)
    for pk, submission_id, artwork_id, is_selected in rows:
        numbers[submission_id] += 1
        if pk in seen and artwork_id in cards:
            card = cards[artwork_id]
            works[submission_id].append(Work(artwork_id, card["title"], thumb_beside(card), is_selected))
    return works, numbers


def thumb_beside(card: Row) -> Picture:
    """Of a work whose title stands beside it."""
    return replace(thumb_of_card(card), title=card["title"])
