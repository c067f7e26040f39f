"""What a page becomes when it cannot be, and where that leads on to."""

import errno
from types import ModuleType

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import Http404
from django.urls import path

from accounts.exceptions import Conflict, TooManyRequests

pytestmark = pytest.mark.same_on_any_database

RAISED: dict[str, Exception] = {
    "bad": BadRequest("secret"),
    "forbidden": PermissionDenied("secret"),
    "missing": Http404("secret"),
    "conflict": Conflict("It is announced already."),
    "often": TooManyRequests("Too many guesses.", wait=130),
    "failure": RuntimeError("secret"),
    "unavailable": OperationalError("secret"),
    "full": OSError(errno.ENOSPC, "secret"),
}


def stumble(request, name):
    raise RAISED[name]


@pytest.fixture
def answer(settings, visitor):
    """`answer("missing")`: what a visitor gets from a page that ends so."""
    import config.urls as urls

    rooms = ModuleType("rooms")
    vars(rooms).update(vars(urls))
    rooms.urlpatterns = [path(f"{base}stumble/<str:name>", stumble) for base in ("", "api/")] + urls.urlpatterns
    settings.ROOT_URLCONF = rooms
    visitor.raise_request_exception = False
    return lambda name, base="/stumble", **headers: visitor.get(f"{base}/{name}", headers=headers)


@pytest.mark.parametrize(
    ("name", "status", "words", "wait"),
    [
        ("bad", 400, "The request could not be read.", None),
        ("forbidden", 403, "You may not do this.", None),
        ("missing", 404, "There is nothing here.", None),
        ("conflict", 409, "It is announced already.", None),
        ("often", 429, "Try again in 3 minutes.", "130"),
        ("failure", 500, "It is no fault of yours.", None),
        ("unavailable", 503, "It passes by itself.", "5"),
        ("full", 507, "It passes by itself.", "60"),
    ],
)
def test_it_says_what_happened_and_leads_on(answer, name, status, words, wait):
    response = answer(name)
    html = response.content.decode()
    assert (response.status_code, response.headers.get("Retry-After")) == (status, wait)
    assert words in html
    assert "secret" not in html
    assert '<meta name="robots" content="noindex">' in html
    assert response.headers["Cache-Control"] == "no-store"
    assert all(f'href="{place}"' in html for place in ("/", "/explore", "/artists"))
    assert '<form class="form seek" action="/search" role="search">' in html


def test_a_failure_tells_the_number_by_which_the_logs_know_it(answer):
    response = answer("failure", **{"x-request-id": "abcdefgh-1"})
    assert response.headers["X-Request-ID"] == "abcdefgh-1"
    assert "<code>abcdefgh-1</code>" in response.content.decode()
    assert "<code>" not in answer("missing").content.decode()


def test_it_is_told_in_the_language_of_who_asks(answer):
    response = answer("missing", **{"accept-language": "de"})
    assert "Hier ist nichts." in response.content.decode()
    assert response.headers["Content-Language"] == "de"


@pytest.mark.parametrize("address", ["/logout", "/language"])
def test_an_address_that_takes_forms_alone_says_so_to_who_types_it(visitor, address):
    response = visitor.get(address)
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert "<h1>This address cannot be opened by itself.</h1>" in response.content.decode()


@pytest.mark.parametrize("name", sorted(RAISED))
def test_it_asks_no_database(answer, name, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer(name)


@pytest.mark.parametrize(("name", "code"), [("missing", "not_found"), ("often", "throttled"), ("conflict", "conflict")])
def test_below_the_api_it_is_json(answer, name, code):
    assert answer(name, base="/api/stumble").json()["errors"][0]["code"] == code
