"""What the pages of one commission share."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator

from accounts.exceptions import Refused, TooManyRequests
from accounts.views.action_form import ActionFormView
from portfolio.commissioning.lists import PARTIES
from portfolio.commissioning.room import room_of
from portfolio.models import Commission
from portfolio.permissions import commission_roles
from portfolio.views.deeds import SeeOther


@method_decorator(login_required, name="dispatch")
class CommissionPage(ActionFormView):
    """A page of one commission, for its two parties. For everyone else it is not there (404); a visitor signs in first."""

    throttle_scope = "commission"

    @cached_property
    def commission(self) -> Commission:
        """The commission, with its parties. One query; raises Http404."""
        own = Commission.objects.visible_to(self.request.user)
        return get_object_or_404(own.select_related(*PARTIES), pk=self.kwargs["commission_id"])

    @property
    def role(self) -> str:
        """What its reader is in it."""
        (role,) = commission_roles(self.request.user, self.commission)
        return role

    def place(self, part: str = "") -> str:
        """The room, or a part of it."""
        return f"{reverse('commission', args=[self.commission.pk])}{part and '#'}{part}"

    def told_there(self, refusal: Refused) -> HttpResponse:
        """Back to the room, which says why not. Raises TooManyRequests, which has a page of its own."""
        if isinstance(refusal, TooManyRequests):
            raise refusal
        messages.error(self.request, str(refusal.detail))
        return SeeOther(self.place("told"))


class InRoomPage(CommissionPage):
    """One form of the room: what is refused is told beside it there, with what was typed. Opened by GET it leads to the room."""

    template_name = "portfolio/commissions/room.html"
    slot = ""
    """What the form is called in the room."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """On to the room. Raises Http404."""
        return redirect(self.place())

    def get_form_kwargs(self) -> dict[str, Any]:
        """With ids of its own, since the room has other forms with the same names."""
        return super().get_form_kwargs() | {"auto_id": f"{self.slot}-%s"}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The room around the form."""
        context = super().get_context_data(**context)
        return context | room_of(self.commission, viewer=self.request.user, filled={self.slot: context["form"]})
