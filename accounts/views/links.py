"""The pages that mails lead to."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts import actions
from accounts.forms import NewPasswordForm, ResetRequestForm
from accounts.requests import site_of
from accounts.views.action_form import ActionFormView


class LinkView(ActionFormView):
    """A page whose address holds a token. Opening it changes nothing, since scanners of mail follow links.

    The address is told to no other site. Not `no-referrer`: a browser then sends `Origin: null` with the form, which
    the CSRF check refuses.
    """

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """As any form, with its own Referrer-Policy."""
        response = super().dispatch(*args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def done(self, title: str, detail: str) -> HttpResponse:
        """The page that says what has happened."""
        return render(self.request, "accounts/done.html", {"title": title, "detail": detail})


class VerifyPage(LinkView):
    """`/verify/<uid>/<token>`."""

    template_name = "accounts/verify.html"
    form_class = forms.Form
    throttle_scope = "email_verify"

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Take the address as verified."""
        actions.verify_email(uid=self.kwargs["uid"], token=self.kwargs["token"])
        return self.done(_("Your address is verified"), _("Thank you. You can close this page."))


class ResetRequestPage(LinkView):
    """`/reset`."""

    template_name = "accounts/reset.html"
    form_class = ResetRequestForm
    throttle_scope = "password_reset"

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Have the link mailed, saying the same for an unknown address."""
        actions.request_password_reset(email=taken["email"], site=site_of(self.request))
        return self.done(_("Look into your mail"), _("If an account has this address, a mail is on its way."))


class ResetPage(LinkView):
    """`/reset/<uid>/<token>`."""

    template_name = "accounts/reset_password.html"
    form_class = NewPasswordForm
    throttle_scope = "password_reset"

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Set the password; every session ends."""
        uid, token = self.kwargs["uid"], self.kwargs["token"]
        actions.reset_password(uid=uid, token=token, new_password=taken["new_password"])
        return self.done(_("Your password is set"), _("Sign in with your new password."))
