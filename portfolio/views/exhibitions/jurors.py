"""Inviting a jury."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.requests import person
from portfolio.actions.jurors import JUDGING, can_invite, invite_juror, remove_juror
from portfolio.models import Juror
from portfolio.organising.jury import members_of
from portfolio.organising.rooms import head_of, organised
from portfolio.views.deeds import deed
from portfolio.views.exhibitions.organiser import OrganiserPage


class InvitationForm(forms.Form):
    """Who is asked."""

    username = forms.CharField(
        label=gettext_lazy("Username"),
        max_length=31,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        help_text=gettext_lazy("Of somebody who has an account here. They are told, by mail too if they wish."),
    )

    def clean_username(self) -> str:
        """Without the sign that names are often written with."""
        return self.cleaned_data["username"].removeprefix("@")


class JurorsPage(OrganiserPage):
    """`/exhibitions/<id>/jurors`: the jury and how far each has come, for the organiser; by POST somebody is invited."""

    template_name = "portfolio/organising/jurors.html"
    form_class = InvitationForm
    place = "jurors"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the jury."""
        told = {
            "members": members_of(self.exhibition),
            "can_invite": can_invite(self.exhibition),
            "can_remove": self.exhibition.status in JUDGING,
        }
        return super().get_context_data(**context) | told

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Invite them, and stay. Raises ValidationError on `username`, Conflict."""
        juror = invite_juror(exhibition=self.read(), by=person(self.request), username=taken["username"])
        messages.success(self.request, _("@%(name)s is on the jury.") % {"name": juror.user.username})
        return redirect("exhibition-jurors", self.exhibition.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def remove_from_jury(request: HttpRequest, exhibition_id: UUID, user_id: UUID) -> HttpResponse:
    """`/exhibitions/<id>/jurors/<user_id>/remove`: asks, since what they scored goes with them; by POST it is done. Raises
    Http404."""
    exhibition = organised(request, exhibition_id)
    if request.method == "POST":
        return let_go(request, exhibition_id=exhibition_id, user_id=user_id)
    member = next((each for each in members_of(exhibition) if each.user_id == user_id), None)
    if member is None:
        raise Http404
    asked = {
        "question": _("Take %(name)s off the jury?") % {"name": member.name},
        "effects": [_("What they scored and noted goes with them.")] if member.scored else [],
        "button": _("Take them off the jury"),
        "back": reverse("exhibition-jurors", args=[exhibition_id]),
    }
    head = head_of(exhibition, viewer=request.user, place="jurors")
    return render(request, "portfolio/organising/asking.html", head | asked)


@deed("", on="exhibition-juror-remove")
def let_go(request: HttpRequest, back: str, exhibition_id: UUID, user_id: UUID) -> str:
    """Takes somebody off the jury. Raises Http404, Conflict."""
    exhibition = organised(request, exhibition_id)
    juror = Juror.objects.select_related("user").get(exhibition=exhibition, user=user_id)
    remove_juror(exhibition=exhibition, by=person(request), user_id=user_id)
    messages.success(request, _("@%(name)s is no longer on the jury.") % {"name": juror.user.username})
    return reverse("exhibition-jurors", args=[exhibition_id])
