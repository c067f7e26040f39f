"""Currencies of ISO 4217, by the Unicode CLDR that Babel brings."""

from functools import cache

from babel.core import get_global
from babel.numbers import get_currency_precision


@cache
def currencies() -> frozenset[str]:
    """The codes of the currencies that some country uses today."""
    return frozenset(
        code
        for used in get_global("territory_currencies").values()
        for code, _start, end, is_tender in used
        if is_tender and not end
    )


def decimals(currency: str) -> int:
    """How many decimals prices in it have: 2 of EUR, 0 of JPY, 3 of KWD; 2 where there is no such currency."""
    return int(get_currency_precision(currency)) if currency in currencies() else 2
