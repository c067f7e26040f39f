"""Everything that is sent about a submission at once, by whoever may: all of it, or nothing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portfolio.actions.submissions import (
    decide_submission,
    edit_submission,
    held,
    move_as_told,
    set_fee_paid,
    submit_again,
    withdraw_submission,
)
from portfolio.models import Submission, SubmissionStatus
from portfolio.permissions import ARTIST, ORGANIZER, submission_roles


def change_submission(*, submission: Submission, by: Any, **changes: Any) -> None:
    """Changes what is given: `status`, `artwork_ids` and, as its artist, `artist_statement`, as the organiser `fee_paid`. The
    present status again is no move.

    Raises PermissionDenied for anyone else, and for what is the other's to change; and as `portfolio.actions.submissions`.
    """
    roles = submission_roles(by, submission)
    if ARTIST in roles and "fee_paid" not in changes:
        change_own(submission, by=by, **changes)
    elif ORGANIZER in roles and "artist_statement" not in changes:
        judge(submission, by=by, **changes)
    else:
        raise PermissionDenied


@transaction.atomic
def change_own(submission: Submission, *, by: Any, status: str | None = None, **entry: Any) -> None:
    if status == SubmissionStatus.SUBMITTED:
        submit_again(submission=submission, by=by, **entry)
        return
    if entry:
        edit_submission(submission=submission, by=by, **entry)
    if status == SubmissionStatus.WITHDRAWN:
        withdraw_submission(submission=submission, by=by)
    elif status is not None:
        refuse_to_decide(submission, status, by=by)


def refuse_to_decide(submission: Submission, status: str, *, by: Any) -> None:
    """Raises Barred for a decision that is not the artist's, unless it is what they are told of."""
    there = held(submission, by=by)
    if status != there.status_for_artist:
        move_as_told(there, SubmissionStatus(status), by=by)


@transaction.atomic
def judge(
    submission: Submission,
    *,
    by: Any,
    status: str | None = None,
    artwork_ids: Sequence[UUID] | None = None,
    fee_paid: bool | None = None,
) -> None:
    if status is not None or artwork_ids is not None:
        decide_submission(submission=submission, by=by, status=status, artwork_ids=artwork_ids)
    if fee_paid is not None:
        set_fee_paid(submission=submission, by=by, paid=fee_paid)
