"""Deciding about what was submitted, by the buttons of the table."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.requests import person
from portfolio.actions.submissions import decide_submission, set_fee_paid
from portfolio.models import Submission, SubmissionStatus
from portfolio.organising.deciding import decide_each
from portfolio.organising.rooms import organised
from portfolio.organising.table import submitted_to
from portfolio.views.deeds import deed

TABLE = "exhibition-submissions"
PAID = {"paid": True, "unpaid": False}


@deed("", on=TABLE)
def decide_one(request: HttpRequest, back: str, exhibition_id: UUID) -> str:
    """Of one, as its button says: `decision` is a status and an id. Raises BadRequest, Http404, Conflict."""
    status, submission = named_by(request, "decision", exhibition_id, SubmissionStatus.values)
    decide_submission(submission=submission, by=person(request), status=status)
    facts = {"name": submission.artist.artist.artist_name, "status": SubmissionStatus(status).label}
    messages.success(request, _("%(name)s: %(status)s.") % facts)
    return f"{back}#submission-{submission.pk}"


@deed("", on=TABLE)
def decide_several(request: HttpRequest, back: str, exhibition_id: UUID) -> str:
    """Of all that are ticked, `status`; what is refused is told. Raises BadRequest, Http404."""
    status = request.POST.get("status", "")
    if status not in SubmissionStatus.values:
        raise BadRequest
    ticked = ids_in(request.POST.getlist("submission"))
    found = those_of(request, exhibition_id).filter(pk__in=ticked).order_by("pk")
    outcome = decide_each(found, by=person(request), status=status)
    if outcome.decided:
        said = ngettext("%(count)d submission: %(status)s.", "%(count)d submissions: %(status)s.", outcome.decided)
        messages.success(request, said % {"count": outcome.decided, "status": SubmissionStatus(status).label})
    for name, words in outcome.refused:
        messages.error(request, f"{name}: {words}")
    if not ticked:
        messages.error(request, _("Tick the submissions first."))
    return f"{back}#told"


@deed("", on=TABLE)
def choose_works(request: HttpRequest, back: str, exhibition_id: UUID) -> str:
    """Which works of an accepted one are shown. Raises BadRequest, Http404, ValidationError on `artwork_ids`, Conflict."""
    submission = one_of(request, exhibition_id, request.POST.get("choose", ""))
    chosen = ids_in(request.POST.getlist(f"works-{submission.pk}"))
    decide_submission(submission=submission, by=person(request), artwork_ids=chosen)
    said = ngettext("%(name)s: %(count)d work chosen.", "%(name)s: %(count)d works chosen.", len(chosen))
    messages.success(request, said % {"name": submission.artist.artist.artist_name, "count": len(chosen)})
    return f"{back}#submission-{submission.pk}"


@deed("", on=TABLE)
def note_fee(request: HttpRequest, back: str, exhibition_id: UUID) -> str:
    """That the fee has come in, or has not: `fee` is `paid` or `unpaid` and an id. Raises BadRequest, Http404, Conflict."""
    said, submission = named_by(request, "fee", exhibition_id, PAID)
    set_fee_paid(submission=submission, by=person(request), paid=PAID[said])
    return f"{back}#submission-{submission.pk}"


def those_of(request: HttpRequest, exhibition_id: UUID) -> QuerySet[Submission]:
    """What was submitted to one's own exhibition. Raises Http404."""
    exhibition = organised(request, exhibition_id)
    return submitted_to(exhibition, viewer=request.user).select_related("exhibition", "artist__artist")


def one_of(request: HttpRequest, exhibition_id: UUID, said: str) -> Submission:
    """The one with this id. Raises BadRequest, Http404, Submission.DoesNotExist."""
    return those_of(request, exhibition_id).get(pk__in=ids_in([said]))


def named_by(request: HttpRequest, name: str, exhibition_id: UUID, words: Collection[str]) -> tuple[str, Any]:
    """What the value of a button says: one of these words, and a submission by its id. Raises as `one_of`."""
    word, _space, said = request.POST.get(name, "").partition(" ")
    if word not in words:
        raise BadRequest
    return word, one_of(request, exhibition_id, said)


def ids_in(texts: list[str]) -> list[UUID]:
    """Raises BadRequest for what is no id."""
    try:
        return [UUID(text) for text in texts]
    except ValueError as error:
        raise BadRequest from error
