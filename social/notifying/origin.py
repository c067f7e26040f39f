"""Under which address the site was reached when a deed was done: where the links in its mails lead."""

from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from accounts.requests import site_of

REQUEST: ContextVar[HttpRequest | None] = ContextVar("request_of_deed", default=None)


class OriginMiddleware:
    """Remembers the request while it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = REQUEST.set(request)
        try:
            return self.get_response(request)
        finally:
            REQUEST.reset(token)


def origin() -> str:
    """`https://host`: settings.SITE_URL, else as the request at hand reached the site, else nothing.

    Nothing where any host is allowed, too: who likes a work would choose where the links in its artist's mail lead.
    """
    request = REQUEST.get()
    if settings.SITE_URL or request is None or "*" in settings.ALLOWED_HOSTS:
        return settings.SITE_URL
    return site_of(request)
