"""Changing a call, as far as its status lets one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.requests import person
from portfolio.actions.exhibitions import change_exhibition
from portfolio.exhibitions.locks import locked
from portfolio.organising.covers import covers_to_choose
from portfolio.organising.form import ExhibitionForm, as_it_stands, changed
from portfolio.views.exhibitions.organiser import OrganiserPage


class EditExhibitionPage(OrganiserPage):
    """`/exhibitions/<id>/edit`, for its organiser; what can no longer be changed stands there locked, with the reason."""

    template_name = "portfolio/organising/exhibition.html"
    form_class = ExhibitionForm
    place = "edit"

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return as_it_stands(self.exhibition)

    def get_form_kwargs(self) -> dict[str, Any]:
        """With what is locked."""
        return super().get_form_kwargs() | {"locked": locked(self.exhibition)}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the pictures that may be its cover."""
        context = super().get_context_data(**context)
        viewer, chosen = person(self.request), context["form"]["cover_image_id"].value()
        return context | {"covers": covers_to_choose(viewer, chosen=chosen, present=self.exhibition.cover_id)}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save what was changed, and stay. Raises ValidationError by field, Conflict."""
        change_exhibition(exhibition=self.read(), by=person(self.request), **changed(self.exhibition, taken))
        messages.success(self.request, _("Saved."))
        return redirect("exhibition-edit", self.exhibition.pk)
