"""Where artists say which commissions they take."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from portfolio.actions.profiles import change_artist
from portfolio.commissioning.offer import OfferForm, as_it_stands
from portfolio.views.customise import portfolio_of


@method_decorator(login_required, name="dispatch")
class OfferPage(ActionFormView):
    """`/studio/commissions`: open or not, how many at a time, the price list and the terms of one's own."""

    template_name = "portfolio/commissions/offer.html"
    form_class = OfferForm

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return dict(as_it_stands(portfolio_of(self.request)))

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With its name among one's own pages."""
        return super().get_context_data(**context) | {"place": "offer"}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save it, and stay. Raises ValidationError."""
        change_artist(by=person(self.request), portfolio={"commissions": taken})
        messages.success(self.request, _("Saved."))
        return redirect("studio-commissions")
