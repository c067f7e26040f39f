"""Choosing what one is told of, and how."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from accounts.actions import change_preferences
from accounts.models import Mail, User
from accounts.requests import person
from accounts.views.action_form import ActionFormView
from social.notifying.kinds import kinds

LABELS = {
    "like": _("Somebody likes a work of yours"),
    "comment": _("Somebody comments on a work of yours"),
    "reply": _("Somebody answers a comment of yours"),
    "mention": _("Somebody mentions you"),
    "follow": _("Somebody follows you"),
    "new_artwork": _("An artist whom you follow shows a new work"),
    "album_shared": _("Somebody shares an album with you"),
    "commission": _("Something moves in a commission"),
    "exhibition": _("Something moves in an exhibition"),
}


def offered() -> list[str]:
    """The keys of what the rooms tell of and people may turn off."""
    preferences = {kind.preference for kind in kinds().values()}
    return [name for name in LABELS if name in preferences]


class WishesForm(forms.Form):
    """For each kind whether it is told on the site, and how by mail."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in offered():
            tick = forms.CheckboxInput(attrs={"autocomplete": "off"})
            self.fields[f"site_{name}"] = forms.BooleanField(label=_("On the site"), required=False, widget=tick)
            select = forms.Select(attrs={"autocomplete": "off"})
            self.fields[f"mail_{name}"] = forms.ChoiceField(label=_("By mail"), choices=Mail.choices, widget=select)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each kind for a template: `name`, `label`, and the fields `site` and `mail`."""
        for name in offered():
            yield {"name": name, "label": LABELS[name], "site": self[f"site_{name}"], "mail": self[f"mail_{name}"]}


def as_it_stands(user: User) -> dict[str, Any]:
    """The fields of the form as this person has them."""
    on_site = {f"site_{name}": user.notifications.get(name, True) for name in offered()}
    return on_site | {f"mail_{name}": user.notification_mails.get(name, Mail.NEVER) for name in offered()}


@method_decorator(login_required, name="dispatch")
class NotificationSettingsPage(ActionFormView):
    """`/notifications/settings`."""

    template_name = "portfolio/personal/notification_settings.html"
    form_class = WishesForm

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return as_it_stands(person(self.request))

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the name of the page among those that are one's own."""
        return super().get_context_data(**context) | {"place": "settings"}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save it, and stay."""
        changes = {
            "notifications": {name: taken[f"site_{name}"] for name in offered()},
            "notification_mails": {name: taken[f"mail_{name}"] for name in offered()},
        }
        change_preferences(user=person(self.request), changes=changes)
        messages.success(self.request, _("Saved."))
        return redirect("notification-settings")
