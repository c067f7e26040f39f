"""Scoring what is submitted."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict, Refused
from portfolio.actions.submissions import hold
from portfolio.exhibitions.conflicts import Interest, interest_of
from portfolio.models import Exhibition, ExhibitionStatus, Juror, Score, Submission, SubmittedWork
from social.plain_text import plain, refused

LONGEST_NOTE = 2_000


class ConflictOfInterest(Refused):
    """A juror may not judge this (403); the words say why."""

    status = 403
    code = "conflict_of_interest"


@transaction.atomic
def score(
    *, submission: Submission, by: Any, score: int, note: str | None = None, work_id: UUID | None = None
) -> list[Score]:
    """What a juror gives a submitted work, or without `work_id` every work of a submission, in place of what they gave before;
    a note that is None stays as it was.

    Raises PermissionDenied for who is not on its jury, Conflict `not_jurying`, ConflictOfInterest, ValidationError on `score`,
    `note` and `work_id`, Submission.DoesNotExist for what they may not see.
    """
    hold(submission, by=by)
    exhibition = Exhibition.objects.get(pk=submission.exhibition_id)
    juror = juror_of(exhibition, by)
    require_jurying(exhibition)
    there = Submission.objects.visible_to(by).get(pk=submission.pk)
    require_disinterest(there, by)
    require_within_scale(exhibition, score)
    given: dict[str, Any] = {"score": score} | ({} if note is None else {"note": note_of(note)})
    works = works_named(there, by=by, work_id=work_id)
    return [Score.objects.update_or_create(juror=juror, work=work, defaults=given)[0] for work in works]


def juror_of(exhibition: Exhibition, person: Any) -> Juror:
    """As whom a person judges. Raises PermissionDenied for who is not on the jury."""
    juror = Juror.objects.filter(exhibition=exhibition, user=person).first()
    if juror is None:
        raise PermissionDenied
    return juror


def require_jurying(exhibition: Exhibition) -> None:
    """Raises Conflict before and behind the time for scores."""
    if exhibition.status != ExhibitionStatus.JURYING:
        raise Conflict(_("This is not the time for scores."), code="not_jurying")


def require_disinterest(submission: Submission, juror: Any) -> None:
    interest = interest_of(submission, juror)
    if interest == Interest.OWN:
        raise ConflictOfInterest(_("This is your own submission."))
    if interest == Interest.DECLARED:
        raise ConflictOfInterest(_("You declared a conflict of interest with this artist."))


def require_within_scale(exhibition: Exhibition, score: int) -> None:
    if not 1 <= score <= exhibition.score_scale:
        words = _("Give a whole number from 1 to %d.") % exhibition.score_scale
        raise refused("score", words, code="out_of_scale")


def note_of(text: str) -> str:
    kept = plain(text)
    if len(kept) > LONGEST_NOTE:
        raise refused("note", _("Please write at most %d characters.") % LONGEST_NOTE, code="max_length")
    return kept


def works_named(submission: Submission, *, by: Any, work_id: UUID | None) -> list[SubmittedWork]:
    """What can be seen of a submission, or the one work named. Raises ValidationError on `work_id`."""
    works = SubmittedWork.objects.visible_to(by).filter(submission=submission)
    found = list(works if work_id is None else works.filter(pk=work_id))
    if not found:
        raise refused("work_id", _("There is no such work in it."), code="does_not_exist")
    return found
