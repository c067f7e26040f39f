"""What a form says of what is wrong, and keeps of what was typed."""

import re

import pytest
from django.test import Client

from accounts.waiting import come_back

pytestmark = pytest.mark.same_on_any_database

PASSWORD = "correct horse battery"


@pytest.fixture
def guest(db) -> Client:
    return Client()


def field(html: str, name: str) -> str:
    return re.search(rf'<input [^>]*name="{name}"[^>]*>', html)[0]


def send(guest, route, **typed) -> str:
    return guest.post(route, typed).content.decode()


def test_what_was_typed_is_kept_but_for_the_password(guest):
    html = send(guest, "/register", username="a b", email="ada@example.org", password=PASSWORD, artist_name="Ada & Co")
    assert 'value="a b"' in field(html, "username")
    assert 'value="ada@example.org"' in field(html, "email")
    assert 'value="Ada &amp; Co"' in field(html, "artist_name")
    assert "value" not in field(html, "password")
    assert PASSWORD not in html


def test_a_field_at_fault_points_at_what_is_said_of_it(guest):
    html = send(guest, "/register", username="a b", email="ada@example.org", password=PASSWORD)
    wrong = field(html, "username")
    assert 'aria-invalid="true"' in wrong
    described = re.search('aria-describedby="([^"]+)"', wrong)[1].split()
    assert described == ["id_username_helptext", "id_username_error"]
    assert all(f'id="{name}"' in html for name in described)
    assert "aria-invalid" not in field(html, "email")


@pytest.mark.parametrize(
    ("typed", "focused"),
    [
        ({"username": "a b", "email": "dora@example.org", "password": "short"}, "username"),
        ({"username": "dora", "email": "x", "password": PASSWORD}, "email"),
        ({"username": "dora", "email": "dora@example.org", "password": "short"}, "password"),
    ],
)
def test_the_browser_begins_at_the_first_field_at_fault(guest, typed, focused):
    html = send(guest, "/register", **typed)
    assert html.count("autofocus") == 1
    assert "autofocus" in field(html, focused)


def test_a_mistaken_address_is_told_as_politely_as_the_rest(guest):
    html = guest.post("/reset", {"email": "x"}, headers={"accept-language": "de"}).content.decode()
    assert re.search('id="id_email_error">\\s*<li>Das ist keine E-Mail-Adresse.</li>', html)


def test_one_page_does_not_take_over_the_focus_of_another(guest):
    send(guest, "/register", username="a b", email="x", password="short")
    assert "autofocus" not in guest.get("/register").content.decode()


def test_several_faults_are_listed_above_with_ways_to_their_fields(guest):
    html = send(guest, "/register", username="a b", email="dora@example.org", password="short")
    summary = re.search(r'<div class="faults" role="alert".*?</div>', html, re.DOTALL)[0]
    assert re.findall('href="([^"]+)"', summary) == ["#id_username", "#id_password"]


def test_a_fault_of_no_field_has_the_focus_itself(guest, ada):
    html = send(guest, "/login", username="ada", password="wrong")
    assert re.search(r'<div class="faults" role="alert" tabindex="-1" autofocus>', html)
    assert 'value="ada"' in field(html, "username")


@pytest.mark.parametrize(
    ("route", "name", "attributes"),
    [
        ("/login", "username", {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        ("/login", "password", {"autocomplete": "current-password", "type": "password"}),
        ("/register", "username", {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        ("/register", "email", {"autocomplete": "email", "type": "email", "autocapitalize": "none"}),
        ("/register", "password", {"autocomplete": "new-password"}),
        ("/register", "artist_name", {"autocomplete": "name"}),
        ("/reset/x/y", "new_password", {"autocomplete": "new-password"}),
    ],
)
def test_fields_tell_the_browser_what_goes_in(guest, route, name, attributes):
    element = field(guest.get(route).content.decode(), name)
    assert all(f'{key}="{value}"' in element for key, value in attributes.items())


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [
        (1, "Try again in 1 second."),
        (99, "Try again in 99 seconds."),
        (100, "Try again in 2 minutes."),
        (900, "Try again in 15 minutes."),
        (5_940, "Try again in 99 minutes."),
        (6_000, "Try again in 2 hours."),
        (86_400, "Try again in 24 hours."),
    ],
)
def test_how_long_to_wait_is_said_in_words(seconds, sentence):
    assert come_back(seconds) == sentence
