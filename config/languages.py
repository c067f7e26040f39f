"""Answering each request in the language of who asks."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import override

from accounts.languages import TO_REMEMBER, language_of

# What programs read: one version for all, so that caches keep one. Their words are English.
FOR_PROGRAMS = re.compile(
    r"/(?:media|static|sitemaps|\.well-known)/|/(?:robots\.txt|sitemap\.xml|oembed|healthz|readyz|metrics|api/schema)$"
    r"|.*/feed\.atom$"
)


class LanguageMiddleware:
    """Speaks the language of `language_of`, says so beside what is told in words, and sets the cookie of a choice.

    Django's own would say `Vary: Accept-Language` of pictures too, and shared caches would keep each for every browser.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if FOR_PROGRAMS.match(request.path):
            with override(settings.LANGUAGE_CODE):
                return self.get_response(request)
        code = language_of(request)
        with override(code):
            response = self.get_response(request)
        if is_told_in_words(request, response):
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
            response.headers.setdefault("Content-Language", code)
        if chosen := request.META.get(TO_REMEMBER):
            set_cookie(response, chosen)
        return response


def is_told_in_words(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether it is a page, or JSON of the API, whose errors have a `detail`."""
    kind = response.headers.get("Content-Type", "")
    return kind.startswith("text/html") or (kind.startswith("application/json") and request.path.startswith("/api/"))


def set_cookie(response: HttpResponseBase, code: str) -> None:
    """Remember the language for a year, in the browser alone."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
