"""Where artists say which commissions they take."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.requests import person
from portfolio.actions.profiles import change_artist
from portfolio.commissioning.offer import OfferForm, as_it_stands
from portfolio.views.studio.look import portfolio_of
from portfolio.views.studio.settings import SettingsPage


class OfferPage(SettingsPage):
    """`/studio/commissions`: open or not, how many at a time, the price list and the terms of one's own."""

    template_name = "portfolio/commissions/offer.html"
    form_class = OfferForm
    part = "studio-commissions"

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return dict(as_it_stands(portfolio_of(self.request)))

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save it, and stay. Raises ValidationError."""
        change_artist(by=person(self.request), portfolio={"commissions": taken})
        messages.success(self.request, _("Saved."))
        return redirect("studio-commissions")
