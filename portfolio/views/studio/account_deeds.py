"""What is done about one's account: each takes the page and what its form took, and answers."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts import actions
from accounts.languages import remember
from accounts.models import AccessToken
from accounts.rates import spend
from accounts.requests import address_of, person, site_of
from accounts.tasks.mails import send_verification

Deed = Callable[[Any, dict[str, Any]], HttpResponse]


def change_email(page: Any, taken: dict[str, Any]) -> HttpResponse:
    """Raises ValidationError on `email` or `password`, TooManyRequests."""
    by, request = person(page.request), page.request
    before = by.email
    actions.change_email(user=by, **taken, address=address_of(request), site=site_of(request))
    if by.email == before:
        return page.saved(_("This is your address already."))
    return page.saved(_("Your address is changed. Open the link that we mailed there."))


def send_link(page: Any, taken: dict[str, Any]) -> HttpResponse:
    """Once more, where the address is not verified. Raises TooManyRequests."""
    by = person(page.request)
    spend("email_verify", str(by.pk))
    if not by.is_verified:
        send_verification.enqueue(str(by.pk), site_of(page.request))
    return page.saved(_("The mail is on its way to %(address)s.") % {"address": by.email})


def change_password(page: Any, taken: dict[str, Any]) -> HttpResponse:
    """This session stays. Raises ValidationError on `old_password` or `new_password`, TooManyRequests."""
    by = person(page.request)
    spend("login", str(by.pk))
    ended = actions.change_password(request=page.request, user=by, **taken)
    if not ended:
        return page.saved(_("Your password is changed."))
    words = ngettext(
        "Your password is changed, and %(number)d other session has ended.",
        "Your password is changed, and %(number)d other sessions have ended.",
        ended,
    )
    return page.saved(words % {"number": ended})


def change_display(page: Any, taken: dict[str, Any]) -> HttpResponse:
    """From the next page on."""
    actions.change_preferences(user=person(page.request), changes=taken)
    remember(page.request, taken["language"])
    return page.saved()


def make_token(page: Any, taken: dict[str, Any]) -> HttpResponse:
    """The page with its secret, this once: it is kept nowhere, and so by no redirect. Raises ValidationError on `expires_at`."""
    _token, page.secret = actions.create_token(by=person(page.request), **taken)
    return page.render_to_response(page.get_context_data(form=None))


def revoke_token(page: Any, taken: dict[str, Any]) -> HttpResponse:
    """Raises Http404 for none of one's own."""
    by = person(page.request)
    token = AccessToken.objects.filter(pk=taken["token"], user=by).first()
    if token is None:
        raise Http404
    actions.revoke_token(token, by=by)
    return page.saved(_("“%(name)s” is revoked.") % {"name": token.name})


def delete_account(page: Any, taken: dict[str, Any]) -> HttpResponse:
    """For good. Raises ValidationError on `password`, TooManyRequests."""
    by, request = person(page.request), page.request
    actions.confirm_password(user=by, field="password", address=address_of(request), **taken)
    with transaction.atomic():
        actions.delete_account(user=by, by=by)
        request.session.flush()
    told = {"title": _("Your account is deleted"), "detail": _("All that was yours here is gone. Farewell.")}
    return render(request, "studio/settings/account_deleted.html", told)


DEEDS: dict[str, Deed] = {
    "email": change_email,
    "resend": send_link,
    "password": change_password,
    "display": change_display,
    "token": make_token,
    "revoke": revoke_token,
    "delete": delete_account,
}
