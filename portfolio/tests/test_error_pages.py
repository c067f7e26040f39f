"""What is shown where a page cannot be."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import get_resolver

from portfolio.tests.reading import Page

pytestmark = pytest.mark.same_on_any_database


def answer(request, status: int):
    """What the site answers when a request ends in this status."""
    explained = () if status == 500 else (None,)
    return get_resolver().resolve_error_handler(status)(request, *explained)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "The request could not be read."),
        (403, "You may not do this."),
        (404, "There is nothing here."),
        (500, "Something went wrong here."),
    ],
)
def test_it_needs_neither_database_nor_session(rf, status, words):
    page = Page(answer(rf.get("/x"), status).content.decode())
    assert str(status) in page.text
    assert page.one("h1").text.startswith(words)
    assert page.one("title").text.startswith(words)


def test_it_does_not_ask_who_is_there(rf):
    class Nobody(AnonymousUser):
        @property
        def is_authenticated(self) -> bool:
            raise AssertionError

    request = rf.get("/x")
    request.user = Nobody()
    assert answer(request, 500).status_code == 500


def test_a_host_that_is_not_ours_gets_a_page_all_the_same(visitor):
    response = visitor.get("/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert "elsewhere" not in response.content.decode()


def test_it_is_the_same_for_everyone(visitor, client_of, ada):
    assert visitor.get("/nothing").content == client_of(ada).get("/nothing").content


def test_it_is_not_for_search_engines(read, visitor):
    assert read(visitor, "/nothing", status=404).meta("robots") == "noindex"
