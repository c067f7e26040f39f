"""The pages of signing in, as a browser without script uses them."""

import re

import pytest
from django.core import mail
from django.test import Client

from accounts import actions
from accounts.links import reset_tokens, uid_of, verification_tokens
from accounts.models import User

pytestmark = pytest.mark.same_on_any_database

PASSWORD, NEXT = "correct horse battery", "another horse battery"
SIGN_IN = {"username": "ada", "password": PASSWORD}
REGISTER = {"username": "dora", "email": "dora@example.org", "password": PASSWORD}


@pytest.fixture
def guest(db) -> Client:
    return Client()


def is_signed_in(client) -> bool:
    return client.get("/api/auth/user").status_code == 200


def test_registering_opens_an_account_and_leads_on(guest):
    response = guest.post("/register", REGISTER | {"next": "/studio"})
    assert (response.status_code, response.headers["Location"]) == (302, "/studio")
    assert is_signed_in(guest)
    assert mail.outbox[0].to == ["dora@example.org"]


def test_what_is_refused_is_told_beside_its_field(guest, ada):
    response = guest.post("/register", REGISTER | {"username": "ADA", "password": "short"})
    assert set(response.context["form"].errors) == {"username", "password"}
    assert "This username is taken." in response.content.decode()
    assert PASSWORD not in response.content.decode()


@pytest.mark.parametrize("name", ["ada", "ADA@example.org"])
def test_one_comes_in_by_username_or_email(guest, ada, name):
    assert guest.post("/login", SIGN_IN | {"username": name}).headers["Location"] == "/"
    assert is_signed_in(guest)


def test_a_wrong_password_is_told_above_the_form(guest, ada):
    response = guest.post("/login", SIGN_IN | {"password": "wrong"})
    assert "Name and password do not belong together." in response.content.decode()
    assert not is_signed_in(guest)


def test_a_locked_account_is_told_with_429(guest, ada):
    for _ in range(5):
        guest.post("/login", SIGN_IN | {"password": "wrong"})
    response = guest.post("/login", SIGN_IN)
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 800


def test_pages_and_api_share_one_rate_limit(guest, ada, settings):
    settings.RATE_LIMITS = {"login": (1, 3600)}
    guest.post("/api/auth/login", SIGN_IN | {"password": "wrong"}, content_type="application/json")
    assert guest.post("/login", SIGN_IN).status_code == 429


AWAY = [
    "https://evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "http:evil",
]


@pytest.mark.parametrize("address", AWAY)
@pytest.mark.parametrize("route", ["login", "register"])
def test_next_never_leaves_the_site(guest, ada, address, route):
    response = guest.post(
        f"/{route}", SIGN_IN | REGISTER | {"username": "ada" if route == "login" else "dora", "next": address}
    )
    assert response.headers["Location"] == "/"


@pytest.mark.parametrize("address", ["/studio", "/studio?a=b#c", "http://testserver/commissions"])
def test_next_leads_on_within_the_site(guest, ada, address):
    assert guest.post(f"/login?next={address.replace('#', '%23')}", SIGN_IN).headers["Location"] == address


def test_next_is_carried_by_the_form(guest):
    assert '<input type="hidden" name="next" value="/studio">' in guest.get("/login?next=/studio").content.decode()


@pytest.mark.parametrize("route", ["login", "register"])
def test_who_is_signed_in_is_led_on_at_once(guest, ada, route):
    guest.force_login(ada)
    assert guest.get(f"/{route}?next=/studio").headers["Location"] == "/studio"


def test_signing_out_takes_a_post(guest, ada):
    guest.force_login(ada)
    assert guest.get("/logout").status_code == 405
    assert guest.post("/logout").headers["Location"] == "/"
    assert not is_signed_in(guest)
    assert guest.post("/logout").status_code == 302


def test_opening_the_verification_page_changes_nothing_and_its_button_does(guest, ada):
    address = f"/verify/{uid_of(ada)}/{verification_tokens.make_token(ada)}"
    assert guest.get(address).status_code == 200
    assert not User.objects.get().is_verified
    assert "Your address is verified" in guest.post(address).content.decode()
    assert User.objects.get().is_verified
    assert "This link is not valid any more." in guest.post(address).content.decode()


def test_a_new_password_is_set_by_the_mailed_page(guest, ada):
    guest.post("/reset", {"email": "ada@example.org"})
    address = re.search(r"http://testserver(/reset/\S+)", mail.outbox[0].body)[1]
    assert guest.get(address).status_code == 200
    assert "too short" in guest.post(address, {"new_password": "short"}).content.decode()
    assert "Your password is set" in guest.post(address, {"new_password": NEXT}).content.decode()
    assert guest.post("/login", SIGN_IN | {"password": NEXT}).status_code == 302


def test_asking_for_a_link_says_the_same_for_an_unknown_address(guest, ada):
    pages = [guest.post("/reset", {"email": email}).content for email in ("ada@example.org", "nobody@example.org")]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("route", ["/reset/x/y", "/verify/x/y", "/reset/%00/%FF", "/verify/ü/a-b"])
def test_an_odd_link_is_told_to_be_invalid(guest, route):
    assert guest.get(route).status_code == 200
    response = guest.post(route, {"new_password": NEXT})
    assert "This link is not valid any more." in response.content.decode()


def test_a_page_with_a_token_tells_its_address_to_no_other_site(guest, ada):
    for route in (f"/reset/{uid_of(ada)}/{reset_tokens.make_token(ada)}", "/verify/x/y"):
        response = guest.get(route)
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("route", ["/login", "/register", "/reset", "/reset/x/y", "/verify/x/y"])
def test_every_page_has_one_heading_labels_and_a_guarded_form(guest, route):
    html = guest.get(route).content.decode()
    assert html.count("<h1") == 1
    assert "csrfmiddlewaretoken" in html
    inputs = re.findall(r'<input type="(?!hidden)[^>]*>', html)
    assert all("autocomplete=" in field for field in inputs)
    assert html.count("<label for=") == len(inputs)
    assert Client(enforce_csrf_checks=True).post(route, SIGN_IN).status_code == 403


def test_markup_in_what_was_typed_comes_back_as_text(guest):
    html = guest.post("/login", {"username": '"><script>alert(1)</script>', "password": "x"}).content.decode()
    assert "<script>alert" not in html


def test_the_pages_call_the_same_actions_as_the_api(guest, ada):
    actions.change_preferences(user=ada, changes={"language": "de"})
    assert guest.post("/login", SIGN_IN).status_code == 302
