"""What one has to do with exhibitions: those that one organises, judges and submitted to, what waits for one on top."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portfolio.exhibitions.guards import undecided_in
from portfolio.labels.exhibitions import Deadline, deadline_of, outcome_of, state_of
from portfolio.models import Exhibition, ExhibitionStatus, Score, Submission, SubmittedWork

S = ExhibitionStatus
JURYING_FIRST = (S.JURYING, S.OPEN, S.DRAFT, S.ANNOUNCED, S.RUNNING, S.CLOSED, S.CANCELLED)
OPEN_FIRST = (S.OPEN, S.JURYING, S.ANNOUNCED, S.RUNNING, S.DRAFT, S.CLOSED, S.CANCELLED)


@dataclass(frozen=True)
class Line:
    """An exhibition where it is linked to: `state` in words, what `waits` for one there, and the page (`route`) where one does
    it."""

    exhibition: Exhibition
    state: str
    deadline: Deadline
    route: str
    waits: str = ""
    told: str = ""


def organised_by(person: Any) -> QuerySet[Exhibition]:
    """Those of a person."""
    own = Exhibition.objects.visible_to(person).filter(organizer=person)
    return in_turn(own.with_counts(), JURYING_FIRST)


def judged_by(person: Any) -> QuerySet[Exhibition]:
    """Those on whose jury they are, as far as they may see them."""
    return in_turn(Exhibition.objects.visible_to(person).filter(jurors__user=person), JURYING_FIRST)


def submitted_by(person: Any) -> QuerySet[Exhibition]:
    """Those to which they submitted, as far as they may see them."""
    return in_turn(Exhibition.objects.visible_to(person).filter(submissions__artist=person), OPEN_FIRST)


def in_turn(exhibitions: QuerySet[Exhibition], statuses: Sequence[str]) -> QuerySet[Exhibition]:
    """By their status, in this order; of one status the newest first."""
    places = [When(status=status, then=Value(place)) for place, status in enumerate(statuses)]
    turn = Case(*places, default=Value(len(places)), output_field=IntegerField())
    return exhibitions.annotate(turn=turn).order_by("turn", "-created_at", "-pk")


def tell_organised(exhibitions: Sequence[Exhibition]) -> list[Line]:
    """One query for any number."""
    undecided = undecided_in([each.pk for each in exhibitions])
    return [line(each, "exhibition-submissions", waits=waits_for(each, undecided[each.pk])) for each in exhibitions]


def tell_judged(exhibitions: Sequence[Exhibition], *, viewer: Any) -> list[Line]:
    """Two queries for any number."""
    left = left_to_score([each.pk for each in exhibitions if each.status == S.JURYING], viewer=viewer)
    return [line(each, "exhibition-jury", waits=words_for(left[each.pk])) for each in exhibitions]


def tell_submitted(exhibitions: Sequence[Exhibition], *, viewer: Any) -> list[Line]:
    """With what one is told of one's submission. One query for any number."""
    own = Submission.objects.visible_to(viewer).filter(artist=viewer, exhibition__in=exhibitions)
    told = {each.exhibition_id: each for each in own.select_related("exhibition")}
    return [line(each, "exhibition-submission", told=outcome_of(told[each.pk])) for each in exhibitions]


def line(exhibition: Exhibition, route: str, **words: str) -> Line:
    return Line(exhibition, state_of(exhibition), deadline_of(exhibition), route, **words)


def waits_for(exhibition: Exhibition, undecided: int) -> str:
    """What its organiser has to do now."""
    if exhibition.status == S.DRAFT:
        return _("Open it for entry.")
    if exhibition.status == S.OPEN and exhibition.submission_deadline <= timezone.now():
        return _("Entry is over: begin jurying.")
    if exhibition.status == S.JURYING and undecided:
        return (
            ngettext("%d submission waits for a decision.", "%d submissions wait for a decision.", undecided)
            % undecided
        )
    return _("All is decided: announce it.") if exhibition.status == S.JURYING else ""


def words_for(left: int) -> str:
    """What a juror has to do now."""
    return ngettext("%d work waits for your score.", "%d works wait for your score.", left) % left if left else ""


def left_to_score(exhibition_ids: Sequence[UUID], *, viewer: Any) -> Counter[UUID]:
    """How many works a juror may score in each of these and has not."""
    seen = Submission.objects.visible_to(viewer).filter(exhibition__in=exhibition_ids)
    theirs = seen.filter(seen.judged_by(viewer)).exclude(seen.conflicting_with(viewer))
    works = SubmittedWork.objects.visible_to(viewer).filter(submission__in=theirs).order_by()
    due = dict(works.values_list("submission__exhibition").annotate(Count("pk")))
    scores = Score.objects.filter(juror__user=viewer, work__in=works).order_by()
    scored = dict(scores.values_list("work__submission__exhibition").annotate(Count("pk")))
    return Counter({pk: number - scored.get(pk, 0) for pk, number in due.items()})
