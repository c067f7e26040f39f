"""Signing in and out."""

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from accounts.models import Session
from accounts.tests.answers import errors_of, only_code

PASSWORD = "correct horse battery"


def sign_in(client, **body):
    return client.post("/api/auth/login", {"password": PASSWORD} | body)


@pytest.mark.parametrize(
    "name",
    [
        {"username": "ada"},
        {"username": "ADA"},
        {"email": "ada@example.org"},
        {"email": "ADA@Example.ORG"},
        {"username": "ada@example.org"},
    ],
)
def test_username_and_email_are_taken_whatever_their_case(visitor, ada, name):
    response = sign_in(visitor, **name)
    assert response.status_code == 200
    assert response.json()["user"]["id"] == str(ada.pk)
    assert visitor.get("/api/auth/user").status_code == 200


@pytest.mark.parametrize(
    "body", [{"username": "ada", "password": "wrong"}, {"username": "nobody"}, {"email": "no@where.org"}]
)
def test_a_wrong_password_and_an_unknown_account_are_answered_alike(visitor, ada, body):
    response = sign_in(visitor, **body)
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert response.json() == {
        "type": "client_error",
        "errors": [
            {"code": "invalid_credentials", "detail": "Name and password do not belong together.", "attr": None},
        ],
    }


def test_a_suspended_account_is_answered_as_an_unknown_one(visitor, ada):
    ada.is_active = False
    ada.save()
    assert only_code(sign_in(visitor, username="ada")) == "invalid_credentials"


def test_an_unknown_account_costs_a_password_hash_too(visitor, ada, settings, monkeypatch):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    monkeypatch.setattr(PBKDF2PasswordHasher, "iterations", 1)
    hashed = []
    encode = PBKDF2PasswordHasher.encode
    monkeypatch.setattr(PBKDF2PasswordHasher, "encode", lambda *a, **k: hashed.append(1) or encode(*a, **k))
    sign_in(visitor, username="nobody")
    assert hashed == [1]


def test_known_and_unknown_accounts_cost_the_same_queries(visitor, ada, django_assert_num_queries):
    with django_assert_num_queries(6):
        sign_in(visitor, username="ada", password="wrong")
    with django_assert_num_queries(6):
        sign_in(visitor, username="nobody", password="wrong")


def test_without_a_name_the_field_is_named(visitor):
    assert errors_of(visitor.post("/api/auth/login", {"password": "x"})) == {"username": "required"}


def test_the_session_key_is_new_after_signing_in(visitor, ada):
    sign_in(visitor, username="ada")
    first = visitor.cookies["sessionid"].value
    sign_in(visitor, username="ada")
    second = visitor.cookies["sessionid"].value
    assert first != second
    assert [session.session_key for session in Session.objects.all()] == [second]


def test_a_planted_session_key_is_never_taken_over(visitor, ada):
    visitor.cookies["sessionid"] = "a" * 32
    sign_in(visitor, username="ada")
    assert visitor.cookies["sessionid"].value != "a" * 32


def test_signing_in_as_another_leaves_nothing_of_the_first(visitor, ada, ben):
    sign_in(visitor, username="ada")
    sign_in(visitor, username="ben")
    assert visitor.get("/api/auth/user").json()["username"] == "ben"
    assert list(Session.objects.values_list("user__username", flat=True)) == ["ben"]


def test_signing_out_ends_the_session_for_whoever_holds_its_key(client_of, visitor, ada):
    client = client_of(ada)
    visitor.cookies["sessionid"] = client.cookies["sessionid"].value
    assert visitor.get("/api/auth/user").status_code == 200
    assert client.post("/api/auth/logout").status_code == 200
    assert visitor.get("/api/auth/user").status_code == 401


def test_signing_out_needs_somebody_signed_in(visitor):
    assert visitor.post("/api/auth/logout").status_code == 401


def test_a_program_that_signs_out_leaves_the_browsers_session_alone(bearer, client_of, ada):
    client = client_of(ada)
    assert bearer(ada).post("/api/auth/logout").status_code == 200
    assert client.get("/api/auth/user").status_code == 200


def test_signing_in_is_limited_by_address(visitor, ada, settings):
    settings.RATE_LIMITS = {"login": (1, 60)}
    sign_in(visitor, username="ada")
    visitor.logout()
    assert sign_in(visitor, username="ada").status_code == 429
