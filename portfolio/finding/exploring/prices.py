"""The facet of prices: bands that are ready to be chosen in one currency, and a form for any."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel.core import Locale
from babel.numbers import format_currency
from django.utils.formats import number_format
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from gallery.money import decimals
from portfolio.finding.exploring.choice import FACETS, Choice
from portfolio.finding.exploring.counting import Census
from portfolio.finding.exploring.options import Facet, Option, facet, option

BANDS: tuple[tuple[int, int | None], ...] = ((0, 500), (500, 2_000), (2_000, 10_000), (10_000, None))
"""In units of a currency, of one that has no hundredths in hundreds; both ends are told with it."""


@dataclass(frozen=True)
class PriceForm:
    """What stands in the fields of the form, what there is to choose, and which parameters it keeps."""

    typed: dict[str, str]
    currencies: Sequence[str]
    kept: dict[str, str]


def price_facet(choice: Choice, census: Census) -> Facet:
    """Bands of prices in the chosen currency or, where none is, in the one that most works are priced in."""
    currency = currency_of(choice, census)
    scale = 1 if decimals(currency) else 100
    bands = [(least * scale, most and most * scale) for least, most in BANDS] if currency else []
    options = [band(choice, census, currency, least, most) for least, most in bands]
    told = [each for each in options if each.count.number or each.is_chosen]
    return facet(choice, "price", _("Price"), told)


def currency_of(choice: Choice, census: Census) -> str:
    asked: str = choice.values.get("currency", "")
    return asked.upper() or min(census.currencies, key=lambda code: (-census.currencies[code], code), default="")


def band(choice: Choice, census: Census, currency: str, least: int, most: int | None) -> Option:
    wish = {"currency": currency, "min_price": str(least or ""), "max_price": str(most or "")}
    asked = tuple(choice.values.get(name) for name in ("min_price", "max_price"))
    return option(
        choice,
        "price",
        name=words_of(currency, least or None, most),
        wish=wish,
        count=census.count(census.priced(currency, least=least, most=most)),
        is_chosen=currency == choice.values.get("currency", "").upper() and asked == (least or None, most),
    )


def price_form(choice: Choice, census: Census) -> PriceForm:
    """The form as it was filled in, the currencies of what there is and the one that was asked for."""
    names = FACETS["price"]
    typed = {name: choice.typed.get(name, "") for name in names}
    typed["currency"] = typed["currency"].upper()
    currencies = sorted({*census.currencies, *filter(None, [choice.values.get("currency", "").upper()])})
    return PriceForm(typed, currencies, choice.parameters(but=names))


def chosen_price(choice: Choice) -> str:
    """The chosen prices in words."""
    least, most = (choice.values.get(name) for name in ("min_price", "max_price"))
    return words_of(choice.values.get("currency", "").upper(), least, most)


def words_of(currency: str, least: Decimal | int | None, most: Decimal | int | None) -> str:
    """A range of prices in words, in any currency where that is empty."""
    words = {"currency": currency, "least": amount(least or 0, currency), "most": amount(most or 0, currency)}
    if least is not None and most is not None:
        return _("%(least)s to %(most)s") % words
    if most is not None:
        return _("Up to %(most)s") % words
    if least is not None:
        return _("%(least)s and more") % words
    return _("Priced in %(currency)s") % words


def amount(value: Decimal | int, currency: str) -> str:
    """As the reader's language writes it, without decimals where there is nothing to say in them."""
    if not currency:
        return number_format(value, use_l10n=True, force_grouping=True)
    locale = Locale.parse(to_locale(get_language() or "en"))
    if value != int(value):
        return format_currency(value, currency, locale=locale)
    whole = locale.currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(value, currency, format=whole, currency_digits=False, locale=locale)
