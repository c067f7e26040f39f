"""Errors outside the API's views: one JSON shape under /api/, a page elsewhere."""

import sys
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from config.trouble import trouble_of


def error_body(kind: str, code: str, detail: str, attr: str | None = None) -> dict[str, Any]:
    """The one shape of an error: `{"type", "errors": [{"code", "detail", "attr"}]}`."""
    return {"type": kind, "errors": [{"code": code, "detail": detail, "attr": attr}]}


def answer(request: HttpRequest, *, status: int, code: str, detail: str) -> HttpResponse:
    """An error for whoever asked: JSON to a client of the API, a page to a person."""
    if request.path.startswith("/api/"):
        kind = "client_error" if status < 500 else "server_error"
        response: HttpResponse = JsonResponse(error_body(kind, code, detail), status=status)
    else:
        response = render(request, "error.html", {"status": status, "detail": detail}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, status=400, code="bad_request", detail=_("The request could not be read."))


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, status=403, code="permission_denied", detail=_("You may not do this."))


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, status=404, code="not_found", detail=_("There is nothing here."))


def server_error(request: HttpRequest) -> HttpResponse:
    """Django calls this while the exception is being handled, wherever in the stack it was raised."""
    trouble = trouble_of(sys.exc_info()[1])
    if trouble is None:
        return answer(request, status=500, code="error", detail=_("Something went wrong here. It has been noted."))
    response = answer(request, status=trouble.status, code=trouble.code, detail=trouble.detail)
    response.headers["Retry-After"] = str(trouble.wait)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    detail = _("This form has expired. Go back, reload the page and send it again.")
    return answer(request, status=403, code="csrf_failed", detail=detail)
