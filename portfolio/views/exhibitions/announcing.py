"""Announcing what was decided."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.requests import person
from portfolio.actions.exhibitions import announce
from portfolio.fields import tick_field
from portfolio.models import ExhibitionStatus
from portfolio.organising.announcement import announcement_of, moment_of
from portfolio.views.exhibitions.organiser import OrganiserPage


class AnnouncementForm(forms.Form):
    """Whether what is undecided is declined before."""

    reject_rest = tick_field(gettext_lazy("Decline what is not decided"))


class AnnouncePage(OrganiserPage):
    """`/exhibitions/<id>/announce`: who would be told what, and by POST it is announced; behind that, who was."""

    template_name = "portfolio/organising/announce.html"
    form_class = AnnouncementForm
    place = "announce"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what is told. Two queries."""
        told = {
            "announcement": announcement_of(self.exhibition),
            "can_announce": self.exhibition.status == ExhibitionStatus.JURYING,
            "announced_at": moment_of(self.exhibition),
        }
        return super().get_context_data(**context) | told

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Announce it, and stay. Raises Conflict."""
        announce(exhibition=self.read(), by=person(self.request), reject_rest=taken["reject_rest"])
        messages.success(self.request, _("The decisions are announced."))
        return redirect("exhibition-announce", self.exhibition.pk)
