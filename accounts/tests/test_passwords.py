"""Changing a password."""

import pytest
from django.core import mail

from accounts.models import Session
from accounts.tests.answers import errors_of

PASSWORD, NEXT = "correct horse battery", "another horse battery"


def change(client, old=PASSWORD, new=NEXT):
    return client.post("/api/auth/password/change", {"old_password": old, "new_password": new})


def test_this_session_stays_under_a_new_key_and_the_others_end(client_of, ada):
    here, there = client_of(ada), client_of(ada)
    before = here.cookies["sessionid"].value
    response = change(here)
    assert (response.status_code, response.json()["sessions_ended"]) == (200, 1)
    assert here.get("/api/auth/user").status_code == 200
    assert there.get("/api/auth/user").status_code == 401
    assert here.cookies["sessionid"].value != before


def test_the_new_password_opens_and_the_old_one_does_not(client_of, visitor, ada):
    change(client_of(ada))
    assert visitor.post("/api/auth/login", {"username": "ada", "password": PASSWORD}).status_code == 401
    assert visitor.post("/api/auth/login", {"username": "ada", "password": NEXT}).status_code == 200


def test_sessions_of_others_stay(client_of, ada, ben):
    other = client_of(ben)
    change(client_of(ada))
    assert other.get("/api/auth/user").status_code == 200


def test_tokens_stay_and_are_told(client_of, bearer, ada):
    program = bearer(ada)
    assert change(client_of(ada)).json()["tokens_kept"] == 1
    assert program.get("/api/auth/user").status_code == 200


def test_a_program_ends_every_session_and_begins_none(client_of, bearer, ada):
    client_of(ada)
    response = change(bearer(ada))
    assert response.json()["sessions_ended"] == 1
    assert not Session.objects.exists()
    assert "sessionid" not in response.cookies


@pytest.mark.parametrize(
    ("old", "new", "errors"),
    [
        ("wrong", NEXT, {"old_password": "wrong_password"}),
        (PASSWORD, "short", {"new_password": "password_too_short"}),
        (PASSWORD, "ada@example.org", {"new_password": "password_too_similar"}),
        (PASSWORD, "", {"new_password": "blank"}),
    ],
)
def test_a_wrong_or_weak_password_changes_nothing(client_of, ada, old, new, errors):
    client = client_of(ada)
    response = change(client, old, new)
    assert (response.status_code, errors_of(response)) == (400, errors)
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


def test_a_visitor_changes_nothing(visitor):
    assert change(visitor).status_code == 401
    assert mail.outbox == []
