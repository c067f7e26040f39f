"""What the moderator's desks for tags and categories have alike."""

import re
from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.exceptions import Conflict

MOST = 100
"""Of more than anyone chooses by hand, these are merged."""


def list_url(model: type[Model]) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def merge_url(model: type[Model], things: Any) -> str:
    """Where to choose which of these is kept."""
    return f"{list_url(model)}merge/?{urlencode({'chosen': [thing.pk for thing in things]}, doseq=True)}"


def ids_in(request: HttpRequest) -> list[int]:
    """The things that an address names, as far as those can be ids: numbers of 64 bits."""
    return [int(each) for each in request.GET.getlist("chosen") if re.fullmatch("[0-9]{1,18}", each)][:MOST]


def telling_refusals(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of the admin that tells above the list why an action refused. Then nothing has changed."""

    @wraps(view)
    def told(desk: admin.ModelAdmin, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(desk, request, *args, **kwargs)
        except Conflict as conflict:
            words = str(conflict.detail)
        except ValidationError as error:
            words = " ".join(error.messages)
        desk.message_user(request, words, messages.ERROR)
        return redirect(list_url(desk.model))

    return told


class MergingAdmin(admin.ModelAdmin):
    """A list of things that have a `public_count`, from which several are merged into one of them."""

    actions = ["merge"]
    question: Any = ""

    def merge_all(self, things: Collection[Any], *, into: Any, by: Any) -> None:
        """The library's own action."""
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        return [path("merge/", self.admin_site.admin_view(self.merge_view), name=name), *super().get_urls()]

    @admin.action(description=gettext_lazy("Merge into one …"), permissions=["change"])
    def merge(self, request: HttpRequest, things: QuerySet) -> HttpResponse:
        return redirect(merge_url(self.model, things))

    @telling_refusals
    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Asks which of the things is kept, and merges the others into it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        things = list(self.get_queryset(request).filter(pk__in=ids_in(request)).order_by("-public_count", "name"))
        kept = next((thing for thing in things if str(thing.pk) == request.POST.get("kept")), None)
        if len(things) < 2:
            self.message_user(request, _("Choose two or more."), messages.WARNING)
            return redirect(list_url(self.model))
        if request.method == "POST" and kept:
            self.merge_all(things, into=kept, by=request.user)
            self.message_user(request, _("Merged into “%s”.") % kept, messages.SUCCESS)
            return redirect(list_url(self.model))
        told = {"title": _("Merge"), "things": things, "question": self.question, "opts": self.opts}
        return TemplateResponse(request, "admin/gallery/merge.html", {**self.admin_site.each_context(request), **told})
