"""Amounts of money, as the reader's language writes them."""

from decimal import Decimal

from babel.numbers import format_currency
from django.utils.translation import get_language, to_locale


def money(amount: Decimal | str | None, currency: str) -> str:
    """`€1,250.00`, in German `1.250,00 €`; empty for none."""
    if amount is None:
        return ""
    return format_currency(Decimal(amount), currency, locale=to_locale(get_language() or "en"))
