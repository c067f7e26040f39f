"""What keeps a juror from judging."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from portfolio.models import ConflictOfInterest, Submission


class Interest(StrEnum):
    """Why somebody may not judge a submission."""

    OWN = "own"
    DECLARED = "declared"


def interest_of(submission: Submission, juror: Any) -> Interest | None:
    """What keeps a person from judging a submission, None where nothing does. At most one query."""
    if submission.artist_id == juror.pk:
        return Interest.OWN
    declared = declared_by(juror, {submission.exhibition_id})
    return Interest.DECLARED if (submission.exhibition_id, submission.artist_id) in declared else None


def declared_by(juror: Any, exhibition_ids: set[UUID]) -> set[tuple[UUID, UUID]]:
    """The artists to whom a person declared to be close, as pairs of exhibition and artist. One query."""
    conflicts = ConflictOfInterest.objects.filter(juror__user=juror, juror__exhibition__in=exhibition_ids)
    return set(conflicts.values_list("juror__exhibition_id", "artist_id"))
