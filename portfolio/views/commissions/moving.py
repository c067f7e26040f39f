"""Moving a commission on."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.exceptions import Refused
from accounts.requests import person
from portfolio.actions.commissions import change_commission
from portfolio.commissioning.forms import CompletionForm, MoveForm
from portfolio.labels.commissions import state_of
from portfolio.models import CommissionStatus
from portfolio.permissions import commission_roles
from portfolio.views.commissions.pages import CommissionPage
from portfolio.views.deeds import SeeOther
from portfolio.workflow.machine import Transition
from portfolio.workflow.tables import COMMISSION


class MovePage(CommissionPage):
    """`/commissions/<id>/to/<status>`: asks first, with room for a word about it; a POST moves it there. Where that way is not
    open, or no longer, it leads back to the room, which says why. Raises Http404 for what is no status."""

    template_name = "portfolio/commissions/move.html"

    @cached_property
    def target(self) -> CommissionStatus:
        """Where it is to go. Raises Http404."""
        if self.kwargs["target"] not in CommissionStatus.values:
            raise Http404
        return CommissionStatus(self.kwargs["target"])

    @cached_property
    def transition(self) -> Transition | None:
        """The way there, None where it is not open now. Raises Http404."""
        allowed = COMMISSION.allowed(self.commission, commission_roles(self.request.user, self.commission))
        return next((each for each in allowed if each.target == self.target), None)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The question, or the way back."""
        return super().get(request, *args, **kwargs) if self.transition else redirect(self.place())

    def get_form_class(self) -> type[forms.Form]:
        """Of what is finished one says when."""
        return CompletionForm if self.target == CommissionStatus.COMPLETED else MoveForm

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what is asked."""
        told = {"commission": self.commission, "transition": self.transition, "back": self.place()}
        return super().get_context_data(**context) | told

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Move it, with the note and the day that were given, all or nothing. Raises ValidationError."""
        given = {name: value for name, value in taken.items() if value}
        try:
            change_commission(commission=self.commission, by=person(self.request), status=self.target, **given)
        except Refused as refusal:
            return self.told_there(refusal)
        messages.success(self.request, _("This commission is now: %(state)s.") % {"state": state_of(self.target)})
        return SeeOther(self.place())
