"""The tags of one's own things: what they stand on, another name for one, and none of it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.actions.own_tags import replace_tag
from gallery.actions.tags import fold_tag
from portfolio.finding.sheets import sheet_of
from portfolio.studio.tags import ORDERS, TagForm, own_tags, told
from portfolio.views.deeds import SeeOther

ON_A_SHEET = 100


@require_safe
@never_cache
@login_required
def tags(request: HttpRequest) -> HttpResponse:
    """`/studio/tags`: one's own tags. Two queries beside those for whoever is signed in."""
    search = fold_tag(request.GET.get("search", ""))
    order = request.GET.get("ordering", "")
    order = order if order in ORDERS else ""
    found = own_tags(person(request), order=order, search=search)
    context = {
        "place": "studio-library",
        "sheet": sheet_of(request, found, {"search": search, "ordering": order}, size=ON_A_SHEET),
        "number": len(found),
        "search": search,
        "order": order,
        "orders": [(name, label) for name, (label, _key) in ORDERS.items()],
    }
    return render(request, "studio/tags.html", context)


@method_decorator(login_required, name="dispatch")
class TagPage(ActionFormView):
    """`/studio/tags/change`: what a tag is called instead, on everything of one's own that has it; shown before it is done."""

    template_name = "studio/tag.html"
    form_class = TagForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form about the tag that the address names; without one, on to all of them."""
        return super().get(request, *args, **kwargs) if request.GET.get("name") else redirect("studio-tags")

    def get_initial(self) -> dict[str, Any]:
        """Its name is where one begins to write another."""
        name = fold_tag(self.request.GET.get("name", ""))
        return {"name": name, "into": name}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the tag's name."""
        context = super().get_context_data(**context)
        return context | {"place": "studio-library", "name": fold_tag(str(context["form"]["name"].value() or ""))}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Shows what it comes to, or does it where that was confirmed. Raises as `replace_tag`."""
        name, into = fold_tag(taken["name"]), self.wanted(taken)
        is_confirmed = "confirmed" in self.request.POST
        done = replace_tag(name=name, into=into, by=person(self.request), dry_run=not is_confirmed)
        lines = told(done, name=name, into=into)
        if not is_confirmed:
            return self.render_to_response(self.get_context_data(lines=lines, into=into))
        messages.success(self.request, _("Done: %s") % " ".join(lines))
        return SeeOther(reverse("studio-tags"))

    def wanted(self, taken: dict[str, Any]) -> str:
        """Empty where the tag is to go: nobody loses one because a field was left empty."""
        if "remove" in self.request.POST:
            return ""
        into = fold_tag(taken["into"])
        if not into:
            raise ValidationError({"into": _("Give the tag another name, or take it away.")})
        return into
