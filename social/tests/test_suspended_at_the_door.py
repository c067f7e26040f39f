"""What who is shut out is told when they sign in: the page says so for the right password, and nothing else tells."""

import pytest

from accounts.tests.answers import only_code
from conftest import PASSWORD
from social.tests.moderation import decided, moderator, report

NOT_TOGETHER = "Name and password do not belong together."


@pytest.fixture
def suspended(ada, ben):
    return decided(report(ada.artist, ben, "artist"), moderator(), "suspend")


def sign_in(client, password=PASSWORD):
    return client.post("/login", {"username": "ada", "password": password}, format="multipart")


def test_the_right_password_is_told_of_the_suspension_and_led_to_the_decision(visitor, suspended):
    answer = sign_in(visitor)
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "This account is suspended" in html
    assert f"/decisions/{suspended.pk}?key=" in html
    assert "no-store" in answer.headers["Cache-Control"]
    assert "sessionid" not in visitor.cookies


def test_the_way_opens_the_decision(visitor, suspended):
    html = sign_in(visitor).content.decode()
    start = html.index(f"/decisions/{suspended.pk}")
    assert "It is not yours." in visitor.get(html[start : html.index('"', start)]).content.decode()


def test_a_wrong_password_is_told_what_it_is_always_told(visitor, suspended):
    html = sign_in(visitor, "wrong").content.decode()
    assert NOT_TOGETHER in html
    assert "suspended" not in html


def test_who_was_shut_out_without_a_decision_is_told_so(visitor, ada):
    ada.is_active = False
    ada.save()
    html = sign_in(visitor).content.decode()
    assert "This account is suspended" in html
    assert "/decisions/" not in html


def test_the_api_answers_as_for_an_unknown_account(visitor, suspended):
    answer = visitor.post("/api/auth/login", {"username": "ada", "password": PASSWORD})
    assert (answer.status_code, only_code(answer)) == (401, "invalid_credentials")
    assert answer.json() == visitor.post("/api/auth/login", {"username": "nobody", "password": PASSWORD}).json()


def test_the_admin_answers_as_for_a_wrong_password(visitor, suspended):
    answer = visitor.post("/admin/login/", {"username": "ada", "password": PASSWORD}, format="multipart")
    assert answer.status_code == 200
    assert NOT_TOGETHER in answer.content.decode()


def test_guesses_are_counted_as_ever(visitor, suspended):
    for _ in range(5):
        sign_in(visitor)
    assert sign_in(visitor).status_code == 429
