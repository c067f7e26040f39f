"""The page that a mail's link opens, and what a mail program does by itself (RFC 8058)."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from accounts.models import User
from accounts.views.links import LinkView
from social.notifying.unsubscribing import DIGEST, end, named, subscription_of


@method_decorator(csrf_exempt, name="dispatch")
class UnsubscribePage(LinkView):
    """`/unsubscribe/<token>`. Without a check for CSRF, since the token says who asks, and a mail program has no session: it
    posts `List-Unsubscribe=One-Click`, the page's button nothing."""

    template_name = "social/unsubscribe.html"
    form_class = forms.Form

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """As Django's; raises Http404 for a token that is not ours."""
        super().setup(request, *args, **kwargs)
        try:
            self.subscription = subscription_of(kwargs["token"])
        except User.DoesNotExist as error:
            raise Http404 from error

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """With what is turned off, in words; empty for the daily mail."""
        what = self.subscription.what
        return super().get_context_data(**told, what="" if what == DIGEST else named(what))

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Never again by mail."""
        end(self.subscription)
        return self.done(_("You get no more of these mails"), _("You can turn them on again in your settings."))
