"""Opening an account."""

import pytest
from django.contrib.auth import get_user_model

from accounts.models import User
from accounts.tests.answers import errors_of, only_code

GOOD = {"username": "dora", "email": "dora@example.org", "password": "correct horse battery"}


def register(client, **changes):
    return client.post("/api/auth/register", GOOD | changes)


def test_a_newcomer_is_born_whole_and_signed_in(visitor):
    response = register(visitor, artist_name="Dora M.", bio="Paints.", location="Paris")
    assert response.status_code == 201
    user = response.json()["user"]
    assert (user["username"], user["email"], user["is_verified"]) == ("dora", "dora@example.org", False)
    artist = user["artist"]
    assert (artist["artist_name"], artist["bio"], artist["location"]) == ("Dora M.", "Paints.", "Paris")
    assert user["portfolio"] == {"status": "empty", "artwork_count": 0, "gallery_count": 0, "url": "/@dora"}
    assert visitor.get("/api/auth/user").json() == user


def test_the_artist_is_called_as_the_user_where_no_name_is_given(visitor):
    assert register(visitor, artist_name="").json()["user"]["artist"]["artist_name"] == "dora"


def test_the_answer_never_holds_the_password(visitor):
    assert "correct horse" not in register(visitor).content.decode()


@pytest.mark.parametrize("username", ["ada", "ADA", "aDa"])
def test_a_username_is_taken_whatever_its_case(visitor, ada, username):
    response = register(visitor, username=username)
    assert response.status_code == 400
    assert errors_of(response) == {"username": "unique"}


@pytest.mark.parametrize("email", ["ada@example.org", "ADA@EXAMPLE.ORG", " Ada@Example.org "])
def test_an_address_is_taken_whatever_its_case(visitor, ada, email):
    assert errors_of(register(visitor, email=email)) == {"email": "unique"}


def test_an_address_in_another_alphabet_is_taken_whatever_its_case(visitor):
    register(visitor, email="dora@bücher.example")
    visitor.post("/api/auth/logout")
    assert errors_of(register(visitor, username="dina", email="dora@BÜCHER.example")) == {"email": "unique"}


def test_every_field_at_fault_is_named_at_once(visitor, ada):
    response = register(visitor, username="ada", email="nowhere", password="123")
    assert set(errors_of(response)) == {"username", "email", "password"}


def test_missing_fields_are_named(visitor):
    response = visitor.post("/api/auth/register", {})
    assert errors_of(response) == dict.fromkeys(["username", "email", "password"], "required")


@pytest.mark.parametrize("password", ["short", "password", "84756102938", "dora@example.org", "x" * 1001])
def test_a_weak_or_endless_password_is_refused(visitor, password):
    assert list(errors_of(register(visitor, password=password))) == ["password"]


def test_spaces_around_a_password_belong_to_it(visitor):
    register(visitor, password="  correct horse  ")
    assert User.objects.get(username="dora").check_password("  correct horse  ")


@pytest.mark.parametrize("value", ["a\x00b", "\ud800abc", ["a"], {"a": 1}, True, None])
def test_odd_values_are_refused_and_never_a_fault(visitor, value):
    import json

    body = json.dumps(GOOD | {"username": value})
    response = visitor.post("/api/auth/register", body, content_type="application/json")
    assert response.status_code == 400
    assert "username" in errors_of(response)


def test_who_is_signed_in_registers_nobody(client_of, ada):
    response = register(client_of(ada))
    assert response.status_code == 403
    assert only_code(response) == "signed_in"


def test_registering_is_limited(visitor, settings):
    settings.RATE_LIMITS = {"register": (1, 3600)}
    register(visitor, username="no!")
    response = register(visitor)
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0


def test_a_failed_registration_leaves_nothing(visitor, ada):
    register(visitor, username="dora", email="ada@example.org")
    assert not get_user_model().objects.filter(username="dora").exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_want_one_name_at_once_one_gets_it(at_once, client_of):
    from rest_framework.test import APIClient

    def deed(index: int):
        return register(APIClient(), username=["dora", "DORA"][index % 2], email=f"dora{index}@example.org")

    answers = at_once(6, deed)
    assert sorted(answer.status_code for answer in answers) == [201] + [400] * 5
    assert all(errors_of(answer) == {"username": "unique"} for answer in answers if answer.status_code == 400)
    assert User.objects.count() == 1
