"""What can be done to several things of a list can be done on the page of each."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

BACK = "_back"
"""The field of a form that says that it stands on the page of a thing, to which it leads back."""


class Buttons(admin.ModelAdmin):
    """With buttons on the page of a thing for some of the list's actions: each posts there what the list posts."""

    def buttons_of(self, request: HttpRequest, thing: Any) -> list[str]:
        """The names of the actions that have a button on the page of this thing."""
        return []

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """With what the template `admin/change_form_object_tools.html` needs of the buttons that this person may press."""
        told: dict[str, Any] = {**(extra_context or {}), "back_field": BACK}
        thing = self.get_object(request, object_id) if object_id and request.method == "GET" else None
        if thing is not None:
            possible: dict[str, Any] = self.get_actions(request)
            names = [name for name in self.buttons_of(request, thing) if name in possible]
            told["buttons"] = [(name, possible[name][2]) for name in names]
        return super().changeform_view(request, object_id, form_url, told)

    # The types are those of Django 6, which gives one argument more.
    def response_action(  # type: ignore[override]
        self, request: HttpRequest, queryset: QuerySet[Model]
    ) -> HttpResponse | None:
        """Back to the page of the thing where the button stood there, unless the action leads elsewhere."""
        response = super().response_action(request, queryset)
        chosen = request.POST.getlist("_selected_action")
        is_plain = getattr(response, "url", None) == request.get_full_path()
        if BACK in request.POST and is_plain and len(chosen) == 1:
            return redirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=chosen))
        return response
