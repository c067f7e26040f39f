"""What of a call for entry can no longer be changed, and why."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.exceptions import Conflict
from portfolio.models import Exhibition, ExhibitionStatus, Submission

S = ExhibitionStatus
TEXTS = ("title", "description", "location", "is_virtual", "requirements", "cover_image_id")
DAYS = ("exhibition_start", "exhibition_end")
CALL = ("time_zone", "submission_deadline", "score_scale")
TERMS = ("submission_fee", "currency", "max_artworks_per_submission", "min_pixels", "mediums", "blind")
CHANGEABLE = frozenset({*TEXTS, *DAYS, *CALL, *TERMS})

BEFORE_JURYING = (S.DRAFT, S.OPEN)
OVER = (S.CLOSED, S.CANCELLED)

IS_OVER = _("This exhibition is over.")
HAS_BEGUN = _("The exhibition has begun.")
IS_JUDGED = _("Entry is over: this stays as it was called for.")
IS_ENTERED = _("There are submissions already, which were made on these terms.")


def locked(exhibition: Exhibition) -> dict[str, Any]:
    """The fields that cannot be changed any more, each with the reason. One query while it is open.

    Texts and the cover can until it is over, the days of the show until it has begun, the call until jurying begins, and the
    terms of entry until somebody submitted, be it that they withdrew.
    """
    status = exhibition.status
    if status in OVER:
        return dict.fromkeys(CHANGEABLE, IS_OVER)
    reasons: dict[str, Any] = {}
    if status == S.RUNNING:
        reasons |= dict.fromkeys(DAYS, HAS_BEGUN)
    if status not in BEFORE_JURYING:
        reasons |= dict.fromkeys((*CALL, *TERMS), IS_JUDGED)
    elif status == S.OPEN and Submission.objects.filter(exhibition=exhibition.pk).exists():
        reasons |= dict.fromkeys(TERMS, IS_ENTERED)
    return reasons


def require_unlocked(exhibition: Exhibition, names: set[str]) -> None:
    """Raises Conflict (`locked`) on the first of these fields that cannot be changed."""
    reasons = locked(exhibition)
    for name in sorted(names & reasons.keys()):
        raise Conflict(reasons[name], code="locked", attr=name)
