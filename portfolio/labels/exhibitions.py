"""What stands beside the name of an exhibition, in words: how far it is, when, where, and what may be submitted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date, format_interval
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext_lazy, ngettext, to_locale
from django.utils.translation import gettext as _

from portfolio.labels.clocks import clock_of
from portfolio.labels.facts import Fact
from portfolio.labels.moments import left_until
from portfolio.labels.money import money
from portfolio.models import Exhibition, ExhibitionStatus, Submission, SubmissionStatus

STATES = {
    ExhibitionStatus.DRAFT: gettext_lazy("A draft"),
    ExhibitionStatus.OPEN: gettext_lazy("Open for entry"),
    ExhibitionStatus.JURYING: gettext_lazy("The jury is at work"),
    ExhibitionStatus.ANNOUNCED: gettext_lazy("Opening soon"),
    ExhibitionStatus.RUNNING: gettext_lazy("On view now"),
    ExhibitionStatus.CLOSED: gettext_lazy("Over"),
    ExhibitionStatus.CANCELLED: gettext_lazy("Cancelled"),
}
OUTCOMES = {
    SubmissionStatus.SUBMITTED: gettext_lazy("You have submitted. You are told when the decisions are announced."),
    SubmissionStatus.SHORTLISTED: gettext_lazy("You have submitted. You are told when the decisions are announced."),
    SubmissionStatus.ACCEPTED: gettext_lazy("Your submission is accepted."),
    SubmissionStatus.WAITLISTED: gettext_lazy("Your submission is on the waitlist."),
    SubmissionStatus.REJECTED: gettext_lazy("Your submission is not accepted."),
    SubmissionStatus.WITHDRAWN: gettext_lazy("You have withdrawn your submission."),
}


@dataclass(frozen=True)
class Deadline:
    """`at` is the instant, `told` the same by the clocks of the exhibition, `left` how long it is until then, empty once over."""

    at: datetime
    told: str
    left: str


def state_of(exhibition: Exhibition) -> str:
    """How far it is."""
    if exhibition.status == ExhibitionStatus.OPEN and not exhibition.is_open_for_entry:
        return _("Entry is over")
    return str(STATES[ExhibitionStatus(exhibition.status)])


def outcome_of(submission: Submission) -> str:
    """What its artist is told of a submission."""
    status = SubmissionStatus(submission.status_for_artist)
    over = (ExhibitionStatus.CANCELLED, ExhibitionStatus.CLOSED)
    if status == SubmissionStatus.SUBMITTED and submission.exhibition.status in over:
        return _("You had submitted; it ended without a decision being announced.")
    return str(OUTCOMES[status])


def deadline_of(exhibition: Exhibition) -> Deadline:
    """Until when works can be submitted."""
    there, now = exhibition.local_deadline, timezone.now()
    left = left_until(there, now=now) if now < there else ""
    return Deadline(exhibition.submission_deadline, clock_of(there), left)


def days_of(exhibition: Exhibition) -> str:
    """On which days it is shown, as far as they are known."""
    first, last = exhibition.exhibition_start, exhibition.exhibition_end
    if first and last:
        return between(first, last)
    if first:
        return _("From %(day)s") % {"day": day_of(first)}
    return _("Until %(day)s") % {"day": day_of(last)} if last else ""


def between(first: date, last: date) -> str:
    """`10 Jan - 20 Feb 2027`: what both days share is said once, as the reader's language does it (CLDR)."""
    return str(format_interval(first, last, "yMMMd", locale=locale()))


def day_of(day: date) -> str:
    return str(format_date(day, "medium", locale=locale()))


def place_of(exhibition: Exhibition) -> str:
    """Where it is shown."""
    if not exhibition.is_virtual:
        return exhibition.location
    return _("%(place)s, and online") % {"place": exhibition.location} if exhibition.location else _("Online")


def terms_of(exhibition: Exhibition) -> list[Fact]:
    """What has to fit, and what it costs."""
    return list(each_term(exhibition))


def each_term(exhibition: Exhibition) -> Iterator[Fact]:
    most = exhibition.max_artworks_per_submission
    yield Fact(_("Works"), ngettext("%d work", "Up to %d works", most) % most)
    if exhibition.mediums:
        yield Fact(_("Mediums"), ", ".join(exhibition.mediums))
    if exhibition.min_pixels:
        pixels = number_format(exhibition.min_pixels, use_l10n=True, force_grouping=True)
        yield Fact(_("Pictures"), _("At least %(pixels)s pixels on the shorter side") % {"pixels": pixels})
    yield Fact(_("Fee"), fee_of(exhibition))
    if exhibition.blind:
        yield Fact(_("Jury"), _("Blind: it is not told whose the works are"))


def fee_of(exhibition: Exhibition) -> str:
    """As the reader's language writes it."""
    return money(exhibition.submission_fee, exhibition.currency) if exhibition.submission_fee else _("Entry is free")


def locale() -> str:
    """That of the reader's language, in English with days before months, as everywhere on the site (config.formats)."""
    language = get_language() or "en"
    return "en_GB" if language == "en" else to_locale(language)
