"""The sections in which exhibitions are listed, by how far they are."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portfolio.models import ExhibitionStatus

AHEAD = (ExhibitionStatus.JURYING, ExhibitionStatus.ANNOUNCED)


class Section(NamedTuple):
    """Exhibitions that stand together: `name` in the address, which of those to be seen they are in which order, and what is
    said where there are none. In one that `is_mixed` they are not all equally far."""

    name: str
    heading: Promise
    choose: Callable[[Any], QuerySet[Any]]
    without: Promise
    is_mixed: bool = False


def open_for_entry(seen: Any) -> QuerySet[Any]:
    """What ends soonest first."""
    return seen.open_for_entry().order_by("submission_deadline", "pk")


def running(seen: Any) -> QuerySet[Any]:
    """Likewise; what runs without an end last."""
    return seen.filter(status=ExhibitionStatus.RUNNING).order_by(F("exhibition_end").asc(nulls_last=True), "pk")


def upcoming(seen: Any) -> QuerySet[Any]:
    """What no longer takes entries and has not begun, the next one first."""
    is_late = Q(status=ExhibitionStatus.OPEN, submission_deadline__lte=timezone.now())
    ahead = seen.filter(is_late | Q(status__in=AHEAD))
    return ahead.order_by(F("exhibition_start").asc(nulls_last=True), "pk")


def past(seen: Any) -> QuerySet[Any]:
    """The last one first. What was cancelled is none of them: its page says so to whoever has its address."""
    over = seen.filter(status=ExhibitionStatus.CLOSED)
    return over.order_by(F("exhibition_end").desc(nulls_last=True), "-pk")


SECTIONS = (
    Section("open", _("Open for entry"), open_for_entry, _("No exhibition takes works just now.")),
    Section("running", _("On view now"), running, _("No exhibition is on view just now.")),
    Section("upcoming", _("Coming up"), upcoming, _("No exhibition is about to open."), is_mixed=True),
    Section("past", _("Past exhibitions"), past, _("No exhibition is over yet.")),
)
