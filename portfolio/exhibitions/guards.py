"""What bars the way of an exhibition, or of what is submitted to one."""

from collections import Counter
from collections.abc import Collection
from uuid import UUID

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.exceptions import Conflict
from gallery.querysets.withheld import stands
from portfolio.models import Exhibition, ExhibitionStatus, Submission, SubmissionStatus

UNDECIDED = (SubmissionStatus.SUBMITTED, SubmissionStatus.SHORTLISTED)
DECIDING = (ExhibitionStatus.OPEN, ExhibitionStatus.JURYING)
ANNOUNCED = (ExhibitionStatus.ANNOUNCED, ExhibitionStatus.RUNNING)


def can_open(exhibition: Exhibition) -> None:
    """A call opens before its deadline. Raises Conflict."""
    if exhibition.submission_deadline <= timezone.now():
        raise Conflict(_("Its deadline has passed: set another first."), code="deadline_passed", attr="status")


def undecided_in(exhibition_ids: Collection[UUID]) -> Counter[UUID]:
    """How many submissions to each are not decided yet, but for those of who is shut out: these the organiser does not see, and
    decides when they are back. One query, none without any."""
    if not exhibition_ids:
        return Counter()
    left = Submission.objects.filter(stands("artist"), exhibition__in=exhibition_ids, status__in=UNDECIDED).order_by()
    return Counter(dict(left.values_list("exhibition").annotate(Count("pk"))))


def all_are_decided(exhibition: Exhibition) -> None:
    """Nobody is left without an answer. One query; raises Conflict."""
    left = undecided_in([exhibition.pk])[exhibition.pk]
    if left:
        said = ngettext("%d submission is not decided yet.", "%d submissions are not decided yet.", left) % left
        raise Conflict(said, code="undecided", attr="status")


def first_day_has_come(exhibition: Exhibition) -> None:
    """By the clocks of its time zone. Raises Conflict."""
    if exhibition.exhibition_start is None or exhibition.today < exhibition.exhibition_start:
        raise Conflict(_("Its first day has not come yet."), attr="status")


def last_day_is_over(exhibition: Exhibition) -> None:
    """Likewise."""
    if exhibition.exhibition_end is None or exhibition.today <= exhibition.exhibition_end:
        raise Conflict(_("Its last day is not over yet."), attr="status")


def takes_entries(submission: Submission) -> None:
    """The exhibition is open, and its deadline ahead. Raises Conflict."""
    require_open_for_entry(submission.exhibition)


def require_open_for_entry(exhibition: Exhibition) -> None:
    """Raises Conflict where it is not open, or its deadline has passed."""
    if exhibition.status != ExhibitionStatus.OPEN:
        raise Conflict(_("This exhibition is not open for entry."), code="not_open")
    if exhibition.submission_deadline <= timezone.now():
        raise Conflict(_("The deadline has passed."), code="deadline_passed")


def can_decide(submission: Submission) -> None:
    """Until the exhibition is over: behind the announcement from the waitlist, where somebody withdraws, and of who was shut out
    when it announced. Raises Conflict."""
    if submission.exhibition.status not in (*DECIDING, *ANNOUNCED):
        raise Conflict(_("This is not the time for decisions."), code="not_deciding", attr="status")


def is_unannounced(submission: Submission) -> None:
    """Raises Conflict where the artist knows of the decision, or the exhibition is over."""
    if submission.exhibition.status not in DECIDING:
        raise Conflict(_("The decisions are announced already."), code="announced", attr="status")


def can_withdraw(submission: Submission) -> None:
    """As long as the exhibition is not over. Raises Conflict."""
    if submission.exhibition.status in (ExhibitionStatus.CLOSED, ExhibitionStatus.CANCELLED):
        raise Conflict(_("This exhibition is over."), code="over", attr="status")
