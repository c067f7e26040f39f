"""Shutting people out and letting them in: a page tells what follows, and asks why."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.actions import set_active
from accounts.models import User
from accounts.requests import person

MOST = 100
"""Of more than anyone chooses by hand, these are asked about."""
LIST = "admin:accounts_user_changelist"


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("Staff read it in the log. The person is not told."),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class Standing(admin.ModelAdmin):
    """The two actions, each with its page."""

    def get_urls(self) -> list[URLPattern]:
        """With the two pages."""
        view = self.admin_site.admin_view(self.standing_view)
        return [
            path("suspend/", view, {"is_active": False}, name="accounts_user_suspend"),
            path("readmit/", view, {"is_active": True}, name="accounts_user_readmit"),
            *super().get_urls(),
        ]

    @admin.action(description=gettext_lazy("Suspend: may not sign in …"), permissions=["change"])
    def suspend(self, request: HttpRequest, users: QuerySet[User]) -> HttpResponse:
        """Asks first."""
        return asking("suspend", users)

    @admin.action(description=gettext_lazy("Readmit: may sign in again …"), permissions=["change"])
    def readmit(self, request: HttpRequest, users: QuerySet[User]) -> HttpResponse:
        """Likewise."""
        return asking("readmit", users)

    def standing_view(self, request: HttpRequest, *, is_active: bool) -> HttpResponse:
        """Who it is about, what follows, and why; posted to, it is done."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        people = User.objects.filter(pk__in=ids_in(request), is_active=not is_active).order_by("username")
        if not people:
            self.message_user(request, _("There is nobody among them of whom that could be."), messages.WARNING)
            return redirect(LIST)
        form = ReasonForm(request.POST or None)
        if form.is_valid():
            self.set_standing(request, people, is_active=is_active, reason=form.cleaned_data["reason"])
            return redirect(LIST)
        told = {"title": _("Readmit") if is_active else _("Suspend"), "people": people, "is_active": is_active}
        told |= {"form": form, "opts": self.opts, **self.admin_site.each_context(request)}
        return TemplateResponse(request, "admin/accounts/standing.html", told)

    def set_standing(self, request: HttpRequest, people: QuerySet[User], *, is_active: bool, reason: str) -> None:
        """One by one, and says of whom that may not be."""
        changed, refused = 0, []
        for user in people:
            try:
                changed += set_active(user=user, is_active=is_active, by=person(request), reason=reason)
            except PermissionDenied:
                refused.append(user.username)
        if refused:
            words = _("You may not do this to yourself, nor to superusers: %s.") % ", ".join(refused)
            self.message_user(request, words, messages.WARNING)
        if changed:
            self.message_user(request, _("Changed: %d.") % changed, messages.SUCCESS)


def asking(page: str, users: QuerySet[User]) -> HttpResponse:
    chosen = [str(pk) for pk in users.values_list("pk", flat=True)[:MOST]]
    return redirect(f"{reverse(f'admin:accounts_user_{page}')}?{urlencode({'chosen': chosen}, doseq=True)}")


def ids_in(request: HttpRequest) -> list[Any]:
    """The people whom an address names."""
    found = []
    for text in request.GET.getlist("chosen")[:MOST]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
