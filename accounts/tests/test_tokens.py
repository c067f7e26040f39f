"""Access tokens for programs."""

import hashlib
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from rest_framework.test import APIClient

from accounts import actions
from accounts.models import AccessToken
from accounts.tests.answers import errors_of, only_code


def secret_of(client, **body) -> str:
    return client.post("/api/auth/tokens", {"name": "sync"} | body).json()["token"]


def with_header(header: str) -> APIClient:
    return APIClient(HTTP_AUTHORIZATION=header)


def test_a_new_token_tells_its_secret_once(client_of, ada):
    client = client_of(ada)
    response = client.post("/api/auth/tokens", {"name": "sync"})
    assert response.status_code == 201
    made = response.json()
    assert made["token"].startswith("atl_")
    assert made["prefix"] == made["token"][:8]
    (listed,) = client.get("/api/auth/tokens").json()["results"]
    assert listed == {key: value for key, value in made.items() if key != "token"}
    assert set(listed) == {"id", "name", "prefix", "created_at", "last_used_at", "expires_at"}


def test_only_the_digest_is_stored(client_of, ada):
    secret = secret_of(client_of(ada))
    row = AccessToken.objects.values().get()
    assert row["digest"] == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in map(str, row.values())


def test_a_token_opens_what_its_owner_may_see(client_of, ada):
    program = with_header(f"bearer  {secret_of(client_of(ada))}")
    assert program.get("/api/auth/user").json()["username"] == "ada"


INVALID = [
    "Bearer",
    "Bearer ",
    "Bearer x",
    "Bearer a b",
    "Bearer atl_" + "x" * 43,
    "Bearer \xff\xfe",
    "Bearer\tx",
    "Bearerx",
]


@pytest.mark.parametrize("header", INVALID)
@pytest.mark.parametrize("route", ["csrf", "user"])
def test_an_invalid_token_is_401_on_every_route(db, header, route):
    response = with_header(header).get(f"/api/auth/{route}")
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert only_code(response) == "invalid_token"


def test_an_invalid_token_is_not_saved_by_a_session(client_of, ada):
    client = client_of(ada)
    assert client.get("/api/auth/user", HTTP_AUTHORIZATION="Bearer x").status_code == 401


@pytest.mark.parametrize("header", ["Basic YWRhOng=", "", "atl_x"])
def test_other_ways_of_signing_in_are_nobody(db, header):
    assert with_header(header).get("/api/auth/csrf").status_code == 200
    assert with_header(header).get("/api/auth/user").status_code == 401


def test_a_deleted_token_opens_nothing(client_of, ada):
    client = client_of(ada)
    made = client.post("/api/auth/tokens", {"name": "sync"}).json()
    response = client.delete(f"/api/auth/tokens/{made['id']}")
    assert (response.status_code, response.json()) == (200, {"id": made["id"], "deleted": True})
    assert with_header(f"Bearer {made['token']}").get("/api/auth/user").status_code == 401


def test_an_expired_token_opens_nothing(client_of, ada):
    program = with_header(f"Bearer {secret_of(client_of(ada), expires_at=timezone.now() + timedelta(hours=1))}")
    assert program.get("/api/auth/user").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=1, seconds=1)):
        assert program.get("/api/auth/user").status_code == 401


def test_a_suspended_persons_token_opens_nothing(bearer, ada):
    program = bearer(ada)
    ada.is_active = False
    ada.save()
    assert program.get("/api/auth/user").status_code == 401


@pytest.mark.parametrize("body", [{"expires_at": "2020-01-01T00:00:00Z"}, {"expires_at": "soon"}, {"name": ""}])
def test_a_time_in_the_past_and_a_missing_name_are_refused(client_of, ada, body):
    response = client_of(ada).post("/api/auth/tokens", {"name": "sync"} | body)
    assert response.status_code == 400
    assert list(errors_of(response)) == list(body)


def test_tokens_of_others_are_not_there(client_of, ada, cyn):
    token, _secret = actions.create_token(by=ada, name="sync")
    stranger = client_of(cyn)
    assert stranger.get("/api/auth/tokens").json()["count"] == 0
    assert stranger.delete(f"/api/auth/tokens/{token.pk}").status_code == 404
    assert AccessToken.objects.exists()


def test_tokens_are_nobodys_business(visitor):
    assert visitor.get("/api/auth/tokens").status_code == 401
    assert visitor.post("/api/auth/tokens", {"name": "x"}).status_code == 401


def test_the_last_use_is_noted_once_a_minute(bearer, ada, django_assert_num_queries):
    program, start = bearer(ada), timezone.now()
    for seconds, queries in ((0, 2), (30, 1), (61, 2)):
        with time_machine.travel(start + timedelta(seconds=seconds), tick=False), django_assert_num_queries(queries):
            program.get("/api/auth/csrf")
    assert AccessToken.objects.get().last_used_at == start + timedelta(seconds=61)
