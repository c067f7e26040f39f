"""What may be said of an exhibition, judged."""

from collections.abc import Collection, Iterator
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gallery.money import currencies, decimals
from portfolio.models import Exhibition

HIGHEST_FEE = Decimal("99999999.99")
MOST_PIXELS = 100_000
MOST_MEDIUMS, LONGEST_MEDIUM = 50, 100
BOUNDS = {"max_artworks_per_submission": (1, 100), "min_pixels": (0, MOST_PIXELS), "score_scale": (3, 100)}
"""The least and the most that these may be."""
DATED = {"exhibition_start", "exhibition_end", "submission_deadline", "time_zone"}

Wrong = Iterator[tuple[str, ValidationError]]
"""What cannot stand: the field, and why."""


def judge(exhibition: Exhibition, changed: Collection[str], *, now: datetime) -> None:
    """Raises ValidationError naming every field that cannot stand as it is. What was said earlier and has come since, a deadline
    that is past, is judged only where it is among what `changed`."""
    wrong = [*wrong_title(exhibition), *wrong_deadline(exhibition, changed, now), *wrong_days(exhibition, changed)]
    wrong += [*wrong_fee(exhibition, changed), *wrong_numbers(exhibition, changed), *wrong_mediums(exhibition)]
    if wrong:
        raise ValidationError(dict(wrong))


def wrong_title(exhibition: Exhibition) -> Wrong:
    if not exhibition.title.strip():
        yield "title", ValidationError(_("An exhibition has a title."), code="blank")


def wrong_deadline(exhibition: Exhibition, changed: Collection[str], now: datetime) -> Wrong:
    if "submission_deadline" in changed and exhibition.submission_deadline <= now:
        yield "submission_deadline", ValidationError(_("This time is past."), code="past")


def wrong_days(exhibition: Exhibition, changed: Collection[str]) -> Wrong:
    """By the days of its time zone, where any of what they depend on is another. A last day alone is held against the deadline,
    too."""
    if not DATED & set(changed):
        return
    first, last = exhibition.exhibition_start, exhibition.exhibition_end
    deadline, today = exhibition.local_deadline.date(), exhibition.today
    for name, day in (("exhibition_start", first), ("exhibition_end", last)):
        if day and name in changed and day < today:
            yield name, ValidationError(_("This day is past."), code="past")
        elif day and day < deadline:
            detail = _("Entry is open until %(day)s: show it from then on.") % {"day": deadline.isoformat()}
            yield name, ValidationError(detail, code="before_deadline")
    if first and last and last < first:
        yield "exhibition_end", ValidationError(_("It ends before it begins."), code="before_start")


def wrong_fee(exhibition: Exhibition, changed: Collection[str]) -> Wrong:
    """A currency alone may stand; a fee needs one, and has no more decimals than that has."""
    fee, currency = exhibition.submission_fee, exhibition.currency
    if currency and "currency" in changed and currency not in currencies():
        yield "currency", ValidationError(_("There is no such currency (ISO 4217)."), code="unknown_currency")
    if not 0 <= fee <= HIGHEST_FEE:
        detail = _("A fee is between 0 and %s.") % HIGHEST_FEE
        yield "submission_fee", ValidationError(detail, code="min_value" if fee < 0 else "max_value")
    elif fee and not currency:
        yield "currency", ValidationError(_("A fee needs its currency."), code="required")
    elif fee != round(fee, decimals(currency)):
        detail = _("Amounts in %(currency)s have at most %(decimals)d decimals.")
        words = detail % {"currency": currency, "decimals": decimals(currency)}
        yield (
            "submission_fee" if "submission_fee" in changed else "currency",
            ValidationError(words, code="max_decimal_places"),
        )


def wrong_numbers(exhibition: Exhibition, changed: Collection[str]) -> Wrong:
    for name, (least, most) in BOUNDS.items():
        if name in changed and not least <= getattr(exhibition, name) <= most:
            detail = _("Name a number from %(least)d to %(most)d.") % {"least": least, "most": most}
            yield name, ValidationError(detail, code="invalid")


def wrong_mediums(exhibition: Exhibition) -> Wrong:
    if len(exhibition.mediums) > MOST_MEDIUMS or any(len(each) > LONGEST_MEDIUM for each in exhibition.mediums):
        yield "mediums", ValidationError(_("At most 50 mediums, of 100 characters each."), code="too_long")
