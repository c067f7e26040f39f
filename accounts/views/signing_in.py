"""Registering, signing in and out."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import RedirectURLMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from accounts import actions
from accounts.forms import RegistrationForm, SignInForm
from accounts.models import User
from accounts.requests import site_of
from accounts.views.action_form import ActionFormView


class EntranceView(RedirectURLMixin, ActionFormView):
    """Leads on to `next`, which never leaves the site; who is signed in already goes there at once."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form, or the way on."""
        if request.user.is_authenticated:
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_default_redirect_url(self) -> str:
        """Where there is no `next`."""
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With `next`, to be carried on by the form."""
        return super().get_context_data(next=self.get_redirect_url(), **context)


class RegisterPage(EntranceView):
    """`/register`."""

    template_name = "accounts/register.html"
    form_class = RegistrationForm
    throttle_scope = "register"

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Open the account, come in, go on."""
        user = actions.register_account(**taken, language=get_language() or "en", site=site_of(self.request))
        actions.open_session(request=self.request, user=user)
        return redirect(self.get_success_url())


class LoginPage(EntranceView):
    """`/login`."""

    template_name = "accounts/login.html"
    form_class = SignInForm
    throttle_scope = "login"

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Come in, go on."""
        try:
            actions.sign_in(request=self.request, identifier=taken["username"], password=taken["password"])
        except actions.Suspended as refusal:
            return self.shut_out(refusal.user)
        return redirect(self.get_success_url())

    def shut_out(self, user: User) -> HttpResponse:
        """The page that says so to who knows the password, with the way to what was decided, where it leads anywhere."""
        explain: Callable[[User], str] = import_string(settings.SUSPENSION_EXPLAINER)
        return render(self.request, "accounts/suspended.html", {"decision": explain(user)}, status=403)


@require_POST
def logout_page(request: HttpRequest) -> HttpResponse:
    """`/logout`: only by POST, so that no picture on another site signs anyone out."""
    if request.user.is_authenticated:
        actions.sign_out(request=request)
    return redirect(settings.LOGOUT_REDIRECT_URL)
