"""Errors outside the API's views: one JSON shape under /api/, a page elsewhere."""

import sys
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.exceptions import Refused
from accounts.waiting import come_back
from config.logs import request_id
from config.trouble import trouble_of


def error_body(kind: str, code: str, detail: str, attr: str | None = None) -> dict[str, Any]:
    """The one shape of an error: `{"type", "errors": [{"code", "detail", "attr"}]}`."""
    return {"type": kind, "errors": [{"code": code, "detail": detail, "attr": attr}]}


def answer(
    request: HttpRequest, *, status: int, code: str, detail: str, advice: str = "", wait: int | None = None
) -> HttpResponse:
    """An error for whoever asked: JSON to a client of the API; to a person a page with `advice` on what to do.

    `wait` is in seconds. A failure of ours tells its number, by which the logs know it.
    """
    if request.path.startswith("/api/"):
        kind = "client_error" if status < 500 else "server_error"
        response: HttpResponse = JsonResponse(error_body(kind, code, detail), status=status)
    else:
        number = request_id.get() if status == 500 else ""
        told = {"status": status, "detail": detail, "advice": advice, "number": number}
        response = render(request, "error.html", told, status=status)
    if wait:
        response.headers["Retry-After"] = str(wait)
    response.headers["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    advice = _("Something in the address or in the form is not as it should be. Go back and try once more.")
    return answer(request, status=400, code="bad_request", detail=_("The request could not be read."), advice=advice)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    advice = _("This room is for others. Perhaps you are signed in with another account than you meant to.")
    return answer(request, status=403, code="permission_denied", detail=_("You may not do this."), advice=advice)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    advice = _("The address may be misspelled; or what hung here was taken down, or is not shown to everyone.")
    return answer(request, status=404, code="not_found", detail=_("There is nothing here."), advice=advice)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django calls this while the exception is being handled, wherever in the stack it was raised."""
    trouble = trouble_of(sys.exc_info()[1])
    if trouble:
        advice = _("It passes by itself. Nothing that you saved before is lost.")
        return answer(
            request, status=trouble.status, code=trouble.code, detail=trouble.detail, advice=advice, wait=trouble.wait
        )
    detail = _("Something went wrong here. It has been noted.")
    advice = _("It is no fault of yours. Try again in a while, or go on elsewhere.")
    return answer(request, status=500, code="error", detail=detail, advice=advice)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """What an action refuses to a page that has no form to say it on."""
    if refusal.status != 429:
        return answer(request, status=refusal.status, code=refusal.code, detail=str(refusal.detail), wait=refusal.wait)
    advice = come_back(refusal.wait) if refusal.wait else ""
    detail = _("Too many requests.")
    return answer(request, status=429, code=refusal.code, detail=detail, advice=advice, wait=refusal.wait)


def method_not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """`allowed` is what `Allow` says."""
    detail = _("This address cannot be opened by itself.")
    advice = _("What it does is done by a button on another page.")
    response = answer(request, status=405, code="method_not_allowed", detail=detail, advice=advice)
    response.headers["Allow"] = allowed
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    detail = _("This form has expired. Go back, reload the page and send it again.")
    advice = _("It stays open for as long as your cookies are kept.")
    return answer(request, status=403, code="csrf_failed", detail=detail, advice=advice)


class RefusalMiddleware:
    """Tells a Refused that a page let through as a page, or it would be taken for a failure; and a method that an address
    does not take, of which Django says nothing: whoever types `/logout` would see an empty window."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return method_not_allowed(request, response.headers["Allow"])
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return refused(request, exception) if isinstance(exception, Refused) else None
