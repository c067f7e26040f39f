"""The form in which artists say which commissions they take."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portfolio.api.price_requests import MOST_PRICES, PriceSerializer
from portfolio.commissioning.forms import WORDS, amount_field, currency_field, words_field
from portfolio.fields import number_field, text_field, tick_field
from portfolio.models import Portfolio
from portfolio.rows import Rows

MOST_SLOTS = 1000


class PriceForm(forms.Form):
    """A line of the price list. One in which nothing is written is none."""

    title = text_field(_("What"), longest=100)
    price = amount_field(_("Price"))
    currency = currency_field()
    description = text_field(_("More about it"), longest=500, required=False)

    def has_changed(self) -> bool:
        """Whether anything is written: a currency alone is not."""
        return any(self[name].data for name in ("title", "price", "description"))

    def clean(self) -> dict[str, Any]:
        """As the API keeps it, whose words are told where it cannot be."""
        if self.errors:
            return self.cleaned_data
        line = PriceSerializer(data={name: str(value) for name, value in self.cleaned_data.items()})
        if line.is_valid():
            return dict(line.validated_data)
        for name, faults in line.errors.items():
            self.add_error(name, [str(fault) for fault in faults])
        return self.cleaned_data


class PriceRows(Rows):
    """The lines of the price list."""

    def prices(self) -> list[dict[str, Any]]:
        """What is written, in its order, as the list is kept."""
        return [form.cleaned_data for form in self.forms if form.has_changed()]


PriceFormSet = forms.formset_factory(
    PriceForm, formset=PriceRows, max_num=MOST_PRICES, absolute_max=MOST_PRICES, validate_max=True
)


class OfferForm(forms.Form):
    """Whether commissions are taken, how many at a time, on what terms; `prices` is its price list, a form set."""

    locals()["open"] = tick_field(_("I take commissions"))
    slots = number_field(
        _("How many at a time"),
        least=1,
        most=MOST_SLOTS,
        required=False,
        help_text=_("While so many are agreed and unfinished, nobody can ask for more. Empty: as many as come."),
    )
    terms = words_field(_("Terms"), longest=WORDS, rows=6, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        initial = (options.get("initial") or {}).get("prices")
        sent = self.data if self.is_bound else None
        self.prices: Any = PriceFormSet(sent, initial=initial, prefix="prices")

    def clean(self) -> dict[str, Any]:
        """With the prices, once each of them can stand."""
        if not self.prices.is_valid():
            faults = self.prices.non_form_errors() or [_("Look through the price list: something in it is not right.")]
            self.add_error(None, list(faults))
            return self.cleaned_data
        return self.cleaned_data | {"prices": self.prices.prices()}


def as_it_stands(portfolio: Portfolio) -> Mapping[str, Any]:
    """The fields of the form as this portfolio has them."""
    return {
        "open": portfolio.commissions_open,
        "slots": portfolio.commission_slots,
        "terms": portfolio.commission_terms,
        "prices": portfolio.commission_prices,
    }
