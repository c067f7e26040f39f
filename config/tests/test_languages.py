"""In which language a request is answered."""

import pytest
from django.conf import settings as configured
from django.utils.translation import get_language, gettext

from accounts import languages
from config import checks

pytestmark = pytest.mark.same_on_any_database

GERMAN = {"accept-language": "de-AT,de;q=0.9,en;q=0.5"}


def test_every_language_of_the_settings_is_offered():
    assert languages.offered() == ("en", "de")


@pytest.mark.parametrize(
    ("accepted", "cookie", "spoken"),
    [
        ("", "", "en"),
        ("de", "", "de"),
        ("de-CH", "", "de"),
        ("fr,de;q=0.5", "", "de"),
        ("en-GB,de;q=0.5", "", "en"),
        ("fr", "", "en"),
        ("*,de;q=0.1", "", "en"),
        ("x" * 600, "", "en"),
        (";;q=\x00,,", "", "en"),
        ("en", "de", "de"),
        ("de", "en", "en"),
        ("de", "fr", "de"),
        ("de", "../../etc", "de"),
    ],
)
def test_the_cookie_is_heard_first_then_the_browser(visitor, accepted, cookie, spoken):
    if cookie:
        visitor.cookies["language"] = cookie
    response = visitor.get("/login", headers={"accept-language": accepted})
    assert response.headers["Content-Language"] == spoken
    assert f'<html lang="{spoken}"' in response.content.decode()


def test_a_page_says_what_its_words_depend_on(visitor):
    assert {"Accept-Language", "Cookie"} <= set(visitor.get("/login").headers["Vary"].split(", "))


def test_errors_of_the_api_follow_the_language_and_their_codes_do_not(visitor):
    english, german = (visitor.get("/api/auth/user", headers=headers) for headers in ({}, GERMAN))
    assert "Accept-Language" in german.headers["Vary"]
    assert german.headers["Content-Language"] == "de"
    assert english.json()["errors"][0]["code"] == german.json()["errors"][0]["code"] == "not_authenticated"
    assert english.json()["errors"][0]["detail"] != german.json()["errors"][0]["detail"]


STEADY = ["/feed.atom", "/robots.txt", "/.well-known/tdmrep.json", "/api/schema", "/healthz", "/static/css/base.css"]


@pytest.mark.parametrize("path", STEADY)
def test_what_programs_read_is_the_same_in_every_language(visitor, path):
    english, german = visitor.get(path), visitor.get(path, headers=GERMAN)
    told = [
        response.getvalue() if hasattr(response, "getvalue") else response.content for response in (english, german)
    ]
    assert told[0] == told[1]
    assert "Language" not in german.headers.get("Vary", "")
    assert "Content-Language" not in german.headers


def test_the_language_of_one_request_is_not_that_of_the_next(visitor):
    visitor.get("/login", headers=GERMAN)
    assert get_language() == "en"
    assert gettext("Search") == "Search"


def test_a_language_that_is_not_compiled_is_not_offered_and_told_by_check(settings, tmp_path, visitor):
    settings.LOCALE_PATHS = [tmp_path]
    languages.offered.cache_clear()
    assert visitor.get("/login", headers=GERMAN).headers["Content-Language"] == "en"
    assert b'name="language"' not in visitor.get("/login").content
    assert [(found.id, bool(found.hint)) for found in checks.every_language_is_compiled()] == [("config.W002", True)]


@pytest.fixture(autouse=True)
def asked_anew():
    yield
    languages.offered.cache_clear()


def test_nothing_is_amiss_where_it_is():
    assert checks.every_language_is_compiled() == []
    assert [path.name for path in configured.LOCALE_PATHS] == ["locale"]
