"""The form of the page of artists: its fields are named as the API's, whose filters say what is wrong with them."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portfolio.finding.artist_list import ORDERS
from portfolio.finding.search_form import field


class ArtistForm(forms.Form):
    """What was typed, kept, each field with what is wrong with it."""

    search = field(_("Name or words"), widget=forms.widgets.SearchInput, enterkeyhint="search")
    location = field(_("Place"))
    specialty = field(_("Specialty"))
    ordering = field(_("Order"), widget=forms.Select)

    def __init__(self, given: Mapping[str, str], *, errors: Mapping[str, Any]) -> None:
        super().__init__(given, label_suffix="")
        self.fields["ordering"].widget = forms.Select(
            {"autocomplete": "off"}, [(name, label) for name, (label, _column) in ORDERS.items()]
        )
        for name, messages in errors.items():
            self.add_error(name, list(messages))
        if given.get("ordering", "") not in {*ORDERS, "-popularity"}:
            self.add_error("ordering", _("There is no such order."))
