"""What parties write and name, judged."""

from collections.abc import Iterator
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gallery.money import currencies, decimals

HIGHEST = Decimal("99999999.99")

Wrong = Iterator[tuple[str, ValidationError]]
"""What cannot stand: the field, and why."""


def wrong_text(text: str, *, field: str, limit: int) -> Wrong:
    """A text is as `plain` makes it; it is not empty, and not longer than this."""
    if not text:
        yield field, ValidationError(_("Please write something."), code="blank")
    elif len(text) > limit:
        yield field, ValidationError(_("Please write at most %d characters.") % limit, code="max_length")


def wrong_amount(amount: Decimal | None, currency: str, *, field: str) -> Wrong:
    """A currency alone may stand; an amount is positive, needs a currency, and has no more decimals than that has."""
    if currency and currency not in currencies():
        yield "currency", ValidationError(_("There is no such currency (ISO 4217)."), code="unknown_currency")
    if amount is None:
        return
    if not 0 < amount <= HIGHEST:
        detail = _("An amount is more than 0, and at most %s.") % HIGHEST
        yield field, ValidationError(detail, code="min_value" if amount <= 0 else "max_value")
    elif not currency:
        yield "currency", ValidationError(_("An amount needs its currency."), code="required")
    elif amount != round(amount, decimals(currency)):
        detail = _("Amounts in %(currency)s have at most %(decimals)d decimals.")
        words = detail % {"currency": currency, "decimals": decimals(currency)}
        yield field, ValidationError(words, code="max_decimal_places")


def code_of(currency: str | None) -> str:
    """A currency as it is kept: in capitals, empty for none."""
    return (currency or "").strip().upper()
