"""Where an artist is asked for a work."""

from functools import cached_property
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.models import Artist
from accounts.requests import person, site_of
from accounts.views.action_form import ActionFormView
from portfolio.actions.commissions import request_commission
from portfolio.commissioning.drafts import draft_for, forget_draft, keep_draft
from portfolio.commissioning.forms import RequestForm
from portfolio.commissions.taking import taking
from portfolio.labels.money import money
from portfolio.looks.look import look_of
from portfolio.views.artist import artist_named, told_of
from portfolio.views.deeds import SeeOther
from social.permissions import Blocked, require_unblocked


class AskPage(ActionFormView):
    """`/@<username>/commissions`: whether and for what they take commissions, and the form in which they are asked. A visitor
    writes first and signs in then: what they wrote waits in their session. Raises Http404."""

    template_name = "portfolio/commissions/ask.html"
    form_class = RequestForm
    throttle_scope = "commission"

    @cached_property
    def artist(self) -> Artist:
        """Whose page it is. Raises Http404."""
        return artist_named(self.request, self.kwargs["username"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, under the name as it is written."""
        username = self.artist.user.username
        if username != self.kwargs["username"]:
            return redirect("artist-commissions", username, permanent=True)
        return super().get(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        """What was written before signing in."""
        return draft_for(self.request, self.artist.pk)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the artist and what they take. A form that was sent stays, even where there is none to begin with."""
        context = super().get_context_data(**context)
        told, offer, is_own = told_of(self.artist, viewer=self.request.user), taking(self.artist.pk), self.is_own()
        is_kept_away = not is_own and self.is_kept_away()
        prices = [price | {"amount": money(price["price"], price["currency"])} for price in offer.prices]
        return context | {
            "artist": told,
            "look": look_of(told["portfolio"], username=told["username"]),
            "is_own": is_own,
            "is_kept_away": is_kept_away,
            "has_form": context["form"].is_bound
            or (offer.takes and not (is_own or is_kept_away or told["is_blocked"])),
            "free": offer.slots and offer.slots - offer.taken,
            "is_draft": bool(context["form"].initial),
            "offer": offer,
            "prices": prices,
            "place": "commissions",
            "site": site_of(self.request),
        }

    def is_own(self) -> bool:
        """Whether its reader is the artist."""
        return bool(self.artist.pk == self.request.user.pk)

    def is_kept_away(self) -> bool:
        """Whether the artist blocks the reader."""
        if not self.request.user.is_authenticated:
            return False
        try:
            require_unblocked(self.request.user, self.artist.pk)
        except Blocked:
            return True
        return False

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Ask, and go to the room. Raises ValidationError by field, Refused."""
        if not self.request.user.is_authenticated:
            keep_draft(self.request, self.artist.pk, taken)
            return redirect_to_login(reverse("artist-commissions", args=[self.artist.user.username]))
        commission = request_commission(by=person(self.request), artist_id=self.artist.pk, **taken)
        forget_draft(self.request)
        return SeeOther(reverse("commission", args=[commission.pk]))
