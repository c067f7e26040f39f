"""Submitting to exhibitions, and changing, withdrawing and deciding what was submitted.

Whoever does anything here locks the organiser and the artist first, as every move of an exhibition locks its organiser: what is
read behind that holds until the transaction ends. What an artist is told never depends on what was decided and not announced.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from portfolio.exhibitions.entries import choose, place_works, require_fitting, statement_of, works_in
from portfolio.exhibitions.guards import is_unannounced, require_open_for_entry
from portfolio.exhibitions.telling import tell_organizer
from portfolio.models import Exhibition, Submission, SubmissionStatus
from portfolio.permissions import ARTIST, ORGANIZER, submission_roles
from portfolio.workflow.machine import SYSTEM
from portfolio.workflow.tables import SUBMISSION
from social.actions.people import lock_people
from social.permissions import require_unblocked
from social.plain_text import refused


@transaction.atomic
def submit(*, exhibition: Exhibition, by: Any, artwork_ids: Sequence[UUID], artist_statement: str = "") -> Submission:
    """Submits works of one's own, in this order; the organiser is told.

    Raises Blocked by the organiser; Conflict `not_open`, `deadline_passed`, `already_submitted`; ValidationError on
    `artwork_ids` and `artist_statement`, and on none for one's own exhibition; Exhibition.DoesNotExist where it is gone.
    """
    there = held_exhibition(exhibition, by=by)
    if there.organizer_id == by.pk:
        raise ValidationError(_("This is your own exhibition."), code="own_exhibition")
    require_unblocked(by, there.organizer_id)
    require_open_for_entry(there)
    if Submission.objects.filter(exhibition=there, artist=by).exists():
        raise Conflict(_("You have submitted to it already: change that."), code="already_submitted")
    statement = statement_of(artist_statement)
    require_fitting(there, artwork_ids, by=by)
    submission = Submission.objects.create(exhibition=there, artist=by, artist_statement=statement)
    place_works(submission, artwork_ids)
    tell_organizer("exhibition_submitted", submission)
    return submission


@transaction.atomic
def edit_submission(
    *, submission: Submission, by: Any, artwork_ids: Sequence[UUID] | None = None, artist_statement: str | None = None
) -> Submission:
    """Changes what is given, for its artist, while entry is open. What was prepared about it is decided anew.

    Raises PermissionDenied for anyone else; Conflict `withdrawn`, `not_open`, `deadline_passed`; ValidationError as `submit`.
    """
    there = held(submission, by=by)
    require_role(ARTIST, by, there)
    if there.status == SubmissionStatus.WITHDRAWN:
        raise Conflict(_("You have withdrawn it: submit it again first."), code="withdrawn")
    require_open_for_entry(there.exhibition)
    is_new = rewrite(there, artwork_ids=artwork_ids, artist_statement=artist_statement)
    if is_new and there.status != SubmissionStatus.SUBMITTED:
        SUBMISSION.move(there, SubmissionStatus.SUBMITTED, roles={SYSTEM})
    return there


@transaction.atomic
def withdraw_submission(*, submission: Submission, by: Any) -> Submission:
    """Withdraws it, for its artist; the organiser is told. Nothing happens where it is withdrawn.

    Raises PermissionDenied for anyone else, Conflict where it is too late.
    """
    there = held(submission, by=by)
    require_role(ARTIST, by, there)
    if there.status != SubmissionStatus.WITHDRAWN:
        move_as_told(there, SubmissionStatus.WITHDRAWN, by=by)
    return there


@transaction.atomic
def submit_again(
    *, submission: Submission, by: Any, artwork_ids: Sequence[UUID] | None = None, artist_statement: str | None = None
) -> Submission:
    """Submits again what was withdrawn, with what is given changed; where it was not withdrawn, changes that alone.

    Raises as `submit` and `edit_submission`.
    """
    there = held(submission, by=by)
    require_role(ARTIST, by, there)
    if there.status_for_artist == SubmissionStatus.SUBMITTED:
        if artwork_ids is None and artist_statement is None:
            return there
        return edit_submission(submission=there, by=by, artwork_ids=artwork_ids, artist_statement=artist_statement)
    require_unblocked(by, there.exhibition.organizer_id)
    move_as_told(there, SubmissionStatus.SUBMITTED, by=by)
    require_fitting(there.exhibition, works_in(there) if artwork_ids is None else artwork_ids, by=by)
    rewrite(there, artwork_ids=artwork_ids, artist_statement=artist_statement)
    return there


@transaction.atomic
def decide_submission(
    *, submission: Submission, by: Any, status: str | None = None, artwork_ids: Sequence[UUID] | None = None
) -> Submission:
    """Decides about a submission, for the organiser; of an accepted one some works may be chosen, all without any named. Its
    artist is told when the exhibition announces.

    Raises PermissionDenied for anyone else, Conflict for what the workflow does not allow, or where it has moved meanwhile;
    ValidationError on `artwork_ids`.
    """
    require_role(ORGANIZER, by, submission)
    hold(submission, by=by)
    moves = status is not None and status != submission.status
    if moves:
        SUBMISSION.move(submission, str(status), roles={ORGANIZER}, by=by)
    elif artwork_ids is not None:
        submission = read_again(submission)
        is_unannounced(submission)
    if artwork_ids is not None and submission.status != SubmissionStatus.ACCEPTED:
        raise refused("artwork_ids", _("Works are chosen of what is accepted."), code="invalid")
    if artwork_ids is not None or (moves and submission.status == SubmissionStatus.ACCEPTED):
        choose(submission, artwork_ids)
    return submission


@transaction.atomic
def set_fee_paid(*, submission: Submission, by: Any, paid: bool) -> Submission:
    """Notes for the organiser that the fee has come in, or has not. Raises PermissionDenied for anyone else, Conflict `no_fee`
    where none is asked for."""
    there = held(submission, by=by)
    require_role(ORGANIZER, by, there)
    if paid and not there.exhibition.submission_fee:
        raise Conflict(_("No fee is asked for."), code="no_fee", attr="fee_paid")
    if paid != (there.fee_paid_at is not None):
        there.fee_paid_at = timezone.now() if paid else None
        Submission.objects.filter(pk=there.pk).update(fee_paid_at=there.fee_paid_at)
    return there


def require_role(role: str, person: Any, submission: Submission) -> None:
    """Raises PermissionDenied."""
    if role not in submission_roles(person, submission):
        raise PermissionDenied


def held_exhibition(exhibition: Exhibition, *, by: Any) -> Exhibition:
    """An exhibition as it is, with its organiser and `by` locked."""
    if by.pk not in lock_people(by.pk, exhibition.organizer_id):
        raise Conflict(_("Your account has changed meanwhile. Please try again."))
    there: Exhibition = Exhibition.objects.visible_to(by).get(pk=exhibition.pk)
    return there


def held(submission: Submission, *, by: Any) -> Submission:
    """A submission as it is, with all whom it concerns locked. Raises Submission.DoesNotExist where it went."""
    hold(submission, by=by)
    return read_again(submission)


def hold(submission: Submission, *, by: Any) -> None:
    """Locks all whom a submission concerns."""
    if by.pk not in lock_people(by.pk, submission.artist_id, submission.exhibition.organizer_id):
        raise Conflict(_("Your account has changed meanwhile. Please try again."))


def read_again(submission: Submission) -> Submission:
    return Submission.objects.select_related("exhibition", "artist").get(pk=submission.pk)


def move_as_told(submission: Submission, target: SubmissionStatus, *, by: Any) -> None:
    """Moves it for its artist. Whether that is allowed, and in which words it is refused, goes by the status that they are told:
    another answer would betray what was decided."""
    way = SUBMISSION.way(submission.status_for_artist, target, {ARTIST})
    if way.guard:
        way.guard(submission)
    SUBMISSION.move(submission, target, roles={ARTIST}, by=by)


def rewrite(submission: Submission, *, artwork_ids: Sequence[UUID] | None, artist_statement: str | None) -> bool:
    """Writes what is given and other than it was; tells whether anything was. Raises ValidationError as `submit`."""
    statement = submission.artist_statement if artist_statement is None else statement_of(artist_statement)
    words_differ = statement != submission.artist_statement
    works_differ = artwork_ids is not None and list(artwork_ids) != works_in(submission)
    if works_differ and artwork_ids is not None:
        require_fitting(submission.exhibition, artwork_ids, by=submission.artist)
        place_works(submission, artwork_ids)
    if words_differ:
        submission.artist_statement = statement
        submission.save(update_fields=["artist_statement", "updated_at"])
    return words_differ or works_differ
