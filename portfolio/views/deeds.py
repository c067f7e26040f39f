"""Buttons that do one thing and lead back to where they stood, for browsers without script."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, ObjectDoesNotExist, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accounts.exceptions import Refused, TooManyRequests
from accounts.rates import spend
from accounts.requests import address_of

View = Callable[..., HttpResponse]
Deed = Callable[..., str]
TRUTHS = {"true": True, "false": False, "": None}


class SeeOther(HttpResponseRedirect):
    """What was done is seen at another address, which a browser opens by GET."""

    status_code = 303


def deed(scope: str, *, on: str, for_anyone: bool = False) -> Callable[[Deed], View]:
    """Makes a view of `do(request, back, **kwargs)`, which does something and returns the address where it is seen.

    `back` is `next`, as long as that stays on the site, else the page named `on` for the same `kwargs`. By POST alone, within the
    rate limit `scope`, which is shared with the API; empty, there is none. A visitor signs in first and has done nothing yet,
    unless it is `for_anyone`. What is refused (by a block, say) is told at `back`; what is not there and a spent limit have pages
    of their own.
    """

    def view_of(do: Deed) -> View:
        @require_POST
        @wraps(do)
        def view(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            back = way_back(request, reverse(on, kwargs=kwargs))
            if not (request.user.is_authenticated or for_anyone):
                return redirect_to_login(back)
            if scope:
                spend(scope, str(request.user.pk or address_of(request)))
            return settled(partial(do, request, back, **kwargs), request, back)

        return view

    return view_of


def settled(do: Callable[[], str], request: HttpRequest, back: str) -> HttpResponse:
    """On to where it is seen, or back to where it says why not. Raises Http404, TooManyRequests."""
    try:
        return SeeOther(do())
    except ObjectDoesNotExist:
        raise Http404 from None
    except TooManyRequests:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal.detail))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return SeeOther(f"{back}#told")


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Where a form says that it stood, without a fragment; never another site."""
    asked = request.POST.get("next", "").partition("#")[0]
    is_here = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    return asked if is_here else otherwise


def truth(request: HttpRequest, name: str) -> bool | None:
    """What a button says, None where it says nothing. Raises BadRequest for anything but `true` and `false`."""
    said = request.POST.get(name, "")
    if said not in TRUTHS:
        raise BadRequest
    return TRUTHS[said]
