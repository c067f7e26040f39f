"""What the desks of moderation have alike: a queue, and for each of its rows a page on which a moderator decides."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from social.moderating.rights import can_moderate


class ReadAdmin(admin.ModelAdmin):
    """For moderators alone, and to read: what is changed is changed by decisions."""

    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_moderate(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return can_moderate(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The people make what comes here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was said stays as it was said."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """And where it was said."""
        return False


class DeskAdmin(ReadAdmin):
    """With a page of its own for each row, and on it a form while there is something to decide."""

    page = ""
    done: Any = ""

    def form_of(self, thing: Any, data: Any = None) -> forms.Form | None:
        """The form of the page; None where nothing is left to decide."""
        raise NotImplementedError

    def obstacle(self, thing: Any, by: Any) -> str:
        """Why this moderator may not decide about it, in words; else nothing."""
        raise NotImplementedError

    def act(self, thing: Any, by: Any, taken: dict[str, Any]) -> None:
        """Does what the form says."""
        raise NotImplementedError

    def told(self, thing: Any) -> dict[str, Any]:
        """What the page shows."""
        raise NotImplementedError

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The page; posted to, it decides and goes back to the queue, or tells above the form why not (403, 409)."""
        if not can_moderate(request.user):
            raise PermissionDenied
        thing = self.get_object(request, unquote(object_id))
        if thing is None:
            raise Http404
        form, status = self.form_of(thing), 200
        if request.method == "POST":
            form, status = self.decided(request, thing)
            if form is None:
                self.message_user(request, str(self.done), messages.SUCCESS)
                return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        obstacle = self.obstacle(thing, request.user)
        context = {"title": capfirst(str(thing)), "opts": self.opts, "thing": thing, "form": form, "obstacle": obstacle}
        told = self.admin_site.each_context(request) | context | self.told(thing)
        return TemplateResponse(request, self.page, told, status=status)

    def decided(self, request: HttpRequest, thing: Any) -> tuple[forms.Form | None, int]:
        """None where it is done, else the form with what is wrong, and the status."""
        form = self.form_of(thing, request.POST)
        if form is None:
            form = forms.Form(request.POST)
            form.add_error(None, _("This has been decided already."))
            return form, 409
        if not form.is_valid():
            return form, 200
        try:
            self.act(thing, request.user, form.cleaned_data)
        except PermissionDenied as refusal:
            form.add_error(None, str(refusal) or _("You may not do this."))
            return form, 403
        except Conflict as conflict:
            form.add_error(None, str(conflict.detail))
            return form, 409
        except ValidationError as error:
            form.add_error(None, error.messages)
            return form, 200
        return None, 302


def refusal_of(require: Any, *asked: Any) -> str:
    """In words why a rule refuses this; nothing where it does not."""
    try:
        require(*asked)
    except PermissionDenied as refusal:
        return str(refusal)
    return ""
