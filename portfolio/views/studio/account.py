"""One's account: address, password, language, tokens, room, and its end."""

from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from accounts.models import AccessToken, Statistics
from accounts.requests import person
from portfolio.studio.account import FORMS
from portfolio.views.studio.account_deeds import DEEDS
from portfolio.views.studio.settings import SettingsPage


@method_decorator(sensitive_post_parameters(), name="dispatch")
class AccountPage(SettingsPage):
    """`/studio/account`: several forms, of which `form` names the one that was sent."""

    template_name = "studio/settings/account.html"
    part = "studio-account"
    secret = ""

    @property
    def slot(self) -> str:
        """The form that was sent. Raises BadRequest for none that there is."""
        slot = self.request.POST.get("form", "")
        if slot not in FORMS:
            raise BadRequest
        return slot

    def get_form(self, form_class: type[forms.BaseForm] | None = None) -> Any:
        """The one that was sent, or the first."""
        return self.form_of(self.slot if self.request.method == "POST" else "email", data=self.request.POST or None)

    def form_of(self, slot: str, data: Any = None) -> forms.Form:
        """One of them, as it stands or as it was sent."""
        user = person(self.request)
        stands = {"language": user.language, "appearance": user.appearance} if slot == "display" else {}
        return FORMS[slot](data, initial=stands, auto_id=f"{slot}-%s")

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With every form, the one that was sent as it was, the tokens, and what there is. Two queries."""
        by, sent = person(self.request), context.get("form")
        told = {
            "forms": {slot: self.form_of(slot) for slot in FORMS} | ({self.slot: sent} if sent else {}),
            "tokens": list(AccessToken.objects.filter(user=by).order_by("-created_at", "-id")),
            "has": Statistics.objects.get(pk=by.pk),
            "secret": self.secret,
        }
        return super().get_context_data(**context) | told

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page as it stands."""
        return self.render_to_response(self.get_context_data(form=None))

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Do what was sent. Raises ValidationError by field, TooManyRequests."""
        return DEEDS[self.slot](self, taken)
