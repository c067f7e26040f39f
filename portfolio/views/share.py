"""The page that a share link leads to."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from accounts.exceptions import Refused, TooManyRequests
from accounts.forms import password_field
from accounts.requests import address_of
from accounts.views.action_form import ActionFormView
from gallery.actions.shares import open_link
from gallery.links import remember_link
from gallery.models import AlbumShare


class SharePasswordForm(forms.Form):
    """What a link may ask for."""

    password = password_field(_("Password"), autocomplete="off")


class SharePage(ActionFormView):
    """`/s/<token>`: the album, opened to this session, at once or for a password. An address that opens nothing is a 404.

    Opening by GET changes nothing but the session of who opens: the scanners of mail, which follow links, do no harm.
    """

    template_name = "portfolio/share.html"
    form_class = SharePasswordForm

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """As any form, telling no other site the address, which is all that it takes to come in.

        The form itself tells it to this site: after `no-referrer` a browser sends it with `Origin: null`, which the CSRF check
        refuses.
        """
        response = super().dispatch(*args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin" if response.status_code != 302 else "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The album, or the form that asks for its password. Raises TooManyRequests."""
        try:
            return self.open("")
        except TooManyRequests:
            raise
        except Refused:
            return super().get(request, *args, **kwargs)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Open it. Raises ValidationError on `password`, TooManyRequests."""
        try:
            return self.open(taken["password"])
        except TooManyRequests:
            raise
        except Refused as refusal:
            raise ValidationError({"password": ValidationError(refusal.detail, code=refusal.code)}) from refusal

    def form_invalid(self, form: forms.BaseForm) -> HttpResponse:
        """The form again, as a refusal."""
        response = super().form_invalid(form)
        response.status_code = 403
        return response

    def open(self, password: str) -> HttpResponse:
        """On to the album, which this session may see from now on. Raises Refused, Http404."""
        try:
            share = open_link(
                token=self.kwargs["token"],
                password=password,
                viewer=self.request.user,
                address=address_of(self.request),
            )
        except AlbumShare.DoesNotExist:
            raise Http404 from None
        remember_link(self.request, share.pk)
        return redirect("album", share.album_id)
