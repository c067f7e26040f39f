"""The page on which curators put in order what the home page shows first, add to it and take from it."""

import re
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portfolio.actions.features import feature, order_features, unfeature
from portfolio.desk.picks import HEADINGS, find, shelves
from portfolio.models import Feature, Target
from portfolio.permissions import can_curate

PAGE = "admin:portfolio_feature_home"
NUMBER = re.compile("[0-9]{1,18}")


class FindForm(forms.Form):
    """What to put forward."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=[(kind.value, name) for kind, name in HEADINGS.items()]
    )
    words = forms.CharField(label=gettext_lazy("Name"), max_length=100)


class HomePage(admin.ModelAdmin):
    """Beside the list of what is put forward. Whoever may curate sees both, for else nothing would lead them here."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Its line on the front page of the desk."""
        return can_curate(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The list, to read."""
        return can_curate(request.user)

    def get_urls(self) -> list[URLPattern]:
        """With the page, and what is posted there."""
        wrap = self.admin_site.admin_view
        return [
            path("home/", wrap(self.home_view), name="portfolio_feature_home"),
            path("home/order/", wrap(self.order_view), name="portfolio_feature_order"),
            path("home/add/", wrap(self.put_forward_view), name="portfolio_feature_forward"),
            path("home/<int:pk>/end/", wrap(self.end_view), name="portfolio_feature_end"),
            *super().get_urls(),
        ]

    def home_view(self, request: HttpRequest) -> HttpResponse:
        """All that stands, and what a search finds to add."""
        require_curator(request)
        form = FindForm(request.GET) if "words" in request.GET else FindForm()
        found = find(Target(form.cleaned_data["kind"]), form.cleaned_data["words"]) if form.is_valid() else None
        told = {"title": _("Home page"), "shelves": shelves(), "form": form, "found": found, "opts": self.opts}
        return TemplateResponse(
            request, "admin/portfolio/home_page.html", {**self.admin_site.each_context(request), **told}
        )

    def order_view(self, request: HttpRequest) -> HttpResponse:
        """By the numbers that were written beside the picks of a kind; of equal ones as they stood."""
        require_posted(request)
        ids = [int(each) for each in request.POST.getlist("feature_ids") if NUMBER.fullmatch(each)]
        placed = sorted(ids, key=lambda pk: number(request.POST.get(f"place-{pk}", "")))
        return self.done(request, lambda: order_features(feature_ids=placed, by=request.user), _("Put in order."))

    def put_forward_view(self, request: HttpRequest) -> HttpResponse:
        """What the search found, until it is taken back."""
        require_posted(request)
        kind, pk = request.POST.get("kind", ""), request.POST.get("target_id", "")
        form = TargetForm({"kind": kind, "target_id": pk})
        if not form.is_valid():
            raise Http404
        told = form.cleaned_data
        return self.done(
            request,
            lambda: feature(target_type=told["kind"], target_id=told["target_id"], by=request.user),
            _("Put forward."),
        )

    def end_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Taken back; what another one took back meanwhile is no error."""
        require_posted(request)
        pick = Feature.objects.filter(pk=pk).first()
        if pick is None:
            return redirect(PAGE)
        return self.done(request, lambda: unfeature(pick=pick, by=request.user), _("Put forward no longer."))

    def done(self, request: HttpRequest, act: Any, words: str) -> HttpResponse:
        """Back to the page, which says so, or why not."""
        try:
            act()
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            self.message_user(request, words, messages.SUCCESS)
        asked = {name: request.POST[name] for name in ("kind", "words") if request.POST.get("words")}
        return redirect(f"{reverse(PAGE)}{'?' + urlencode(asked) if asked else ''}")


class TargetForm(forms.Form):
    """What is put forward."""

    kind = forms.ChoiceField(choices=Target.choices)
    target_id = forms.UUIDField()


def number(text: str) -> float:
    """A place that somebody wrote; whatever is none comes last."""
    try:
        return float(text)
    except ValueError:
        return float("inf")


def require_curator(request: HttpRequest) -> None:
    """Raises PermissionDenied for all but staff."""
    if not can_curate(request.user):
        raise PermissionDenied


def require_posted(request: HttpRequest) -> None:
    """Raises PermissionDenied for all but staff, and Http404 where nothing is posted."""
    require_curator(request)
    if request.method != "POST":
        raise Http404
