"""Where artists choose how their portfolio looks."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.requests import person
from gallery.models import Artwork
from portfolio.actions.profiles import change_artist
from portfolio.hanging.layouts import in_cells
from portfolio.hanging.works import tell_cards
from portfolio.models import Portfolio
from portfolio.studio.look import COVERS, LookForm, as_it_stands, look_in
from portfolio.views.studio.settings import SettingsPage

FIELDS = {"portfolio.accent": "accent", "portfolio.cover_artwork_id": "cover"}


class CustomisePage(SettingsPage):
    """`/studio/portfolio`: every choice of the look, for one's own portfolio."""

    template_name = "studio/look.html"
    form_class = LookForm
    part = "studio-portfolio"

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return as_it_stands(portfolio_of(self.request))

    def get_form_kwargs(self) -> dict[str, Any]:
        """With whose works may be the cover."""
        return super().get_form_kwargs() | {"owner": self.request.user}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the works that may be the cover. Six queries."""
        context = super().get_context_data(**context)
        form = context["form"]
        chosen = str(form["cover"].value() or "")
        works = tell_cards(covers_of(self.request, form.initial["cover"]), viewer=self.request.user)
        covers = [
            {"id": str(work["id"]), "picture": picture, "is_chosen": str(work["id"]) == chosen}
            for work, picture in zip(works, in_cells(works, is_top=False), strict=True)
        ]
        return context | {"covers": covers, "chosen_cover": chosen, "is_saved": "saved" in self.request.GET}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save it, and stay. Raises ValidationError by field."""
        try:
            change_artist(by=person(self.request), portfolio=look_in(taken))
        except ValidationError as error:
            raise ValidationError({FIELDS[name]: errors for name, errors in error.error_dict.items()}) from error
        return redirect(f"{reverse('studio-portfolio')}?saved")


def portfolio_of(request: HttpRequest) -> Portfolio:
    """One's own, as it stands or as the defaults say."""
    return Portfolio.objects.filter(artist=person(request)).first() or Portfolio()


def covers_of(request: HttpRequest, cover: UUID | None) -> list[UUID]:
    """One's newest works, and behind them the one that is the cover, where it is older."""
    own = Artwork.objects.filter(owner=person(request)).order_by("-sort_date", "-pk")
    newest = list(own.values_list("pk", flat=True)[:COVERS])
    return newest if cover is None or cover in newest else [*newest, cover]
