"""Choosing the language of the pages."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.languages import nearest, remember


@csrf_exempt
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """`/language`: remembers `language` in a cookie, and leads back to `next` or to where the form was.

    Without a CSRF token, so that the foot of a page is the same for everyone and may be cached: no row changes, and the
    worst that another site can do with it is to have these pages read in the other language.
    """
    code = nearest(request.POST.get("language", ""))
    if code is None:
        raise BadRequest
    remember(request, code)
    return redirect(way_back(request))


def way_back(request: HttpRequest) -> str:
    """`next`, else the page that the form was on, else the home page; never another site."""
    places = (request.POST.get("next"), request.headers.get("Referer"))
    hosts = {request.get_host()}
    return (
        next((url for url in places if url_has_allowed_host_and_scheme(url, hosts, request.is_secure())), None) or "/"
    )
