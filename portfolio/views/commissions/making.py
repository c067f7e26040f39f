"""Making a work of a finished commission."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.exceptions import Refused
from accounts.requests import person
from portfolio.actions.commission_works import make_artwork
from portfolio.commissioning.making import MakingForm, choices_of
from portfolio.commissioning.room import can_become_work
from portfolio.views.commissions.pages import CommissionPage
from portfolio.views.deeds import SeeOther


class MakingPage(CommissionPage):
    """`/commissions/<id>/artwork`: for the artist, once it is completed and while no work is made of it: else it leads to the
    room. The work is a draft, which only they see."""

    template_name = "portfolio/commissions/making.html"
    form_class = MakingForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The pictures to choose from, or the way back."""
        is_open = can_become_work(self.commission, self.role)
        return super().get(request, *args, **kwargs) if is_open else redirect(self.place())

    def get_initial(self) -> dict[str, Any]:
        """Called as the commission is."""
        return {"title": self.commission.title}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With one's pictures. Three queries, and two where copies are fetched elsewhere."""
        context = super().get_context_data(**context)
        chosen = list(context["form"]["image_ids"].value() or [])
        sent, library, sheet = choices_of(self.request, self.commission, chosen=chosen)
        told = {"commission": self.commission, "back": self.place()}
        return context | told | {"sent": sent, "library": library, "sheet": sheet}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Make it, and go there. Raises ValidationError by field."""
        try:
            work = make_artwork(commission=self.commission, by=person(self.request), **taken)
        except Refused as refusal:
            return self.told_there(refusal)
        return SeeOther(f"/artworks/{work.pk}")
