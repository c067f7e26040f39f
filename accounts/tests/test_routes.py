"""Every account route, asked by everyone: who gets in, who is sent away, and in which words."""

import uuid

import pytest
from rest_framework.test import APIClient

OPEN = [
    ("get", "auth/csrf", {}, 200),
    ("post", "auth/login", {"username": "nobody", "password": "wrong"}, 401),
    ("post", "auth/password/reset", {"email": "nobody@example.org"}, 200),
    ("post", "auth/password/reset/confirm", {"uid": "x", "token": "y", "new_password": "another horse"}, 400),
    ("post", "auth/email/verify", {"uid": "x", "token": "y"}, 400),
]
PERSONAL = [
    ("get", "auth/user", {}, 200),
    ("put", "auth/user", {}, 200),
    ("patch", "auth/user", {}, 200),
    ("delete", "auth/user", {"password": "wrong"}, 400),
    ("post", "auth/logout", {}, 200),
    ("post", "auth/password/change", {"old_password": "wrong", "new_password": "x"}, 400),
    ("get", "auth/tokens", {}, 200),
    ("post", "auth/tokens", {"name": "sync"}, 201),
    ("delete", f"auth/tokens/{uuid.UUID(int=7)}", {}, 404),
]
ROUTES = sorted({route for _method, route, _body, _status in OPEN + PERSONAL} | {"auth/register"})


def ask(client, method: str, route: str, body: dict | None = None):
    return getattr(client, method)(f"/api/{route}", body or {})


@pytest.mark.parametrize(("method", "route", "body", "status"), OPEN)
def test_open_routes_answer_visitors_and_people_alike(visitor, client_of, ada, method, route, body, status):
    assert ask(visitor, method, route, body).status_code == status
    assert ask(client_of(ada), method, route, body).status_code == status


@pytest.mark.parametrize(("method", "route", "body", "status"), PERSONAL)
def test_personal_routes_send_visitors_to_sign_in(visitor, method, route, body, status):
    response = ask(visitor, method, route, body)
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(("method", "route", "body", "status"), PERSONAL)
def test_personal_routes_open_to_session_and_token_alike(client_of, bearer, ada, method, route, body, status):
    assert ask(bearer(ada), method, route, body).status_code == status
    assert ask(client_of(ada), method, route, body).status_code == status


@pytest.mark.parametrize(("method", "route", "body", "status"), OPEN + PERSONAL)
def test_no_route_takes_a_token_that_is_not_valid(db, method, route, body, status):
    program = APIClient(HTTP_AUTHORIZATION="Bearer atl_nothing")
    assert ask(program, method, route, body).status_code == 401


@pytest.mark.parametrize(("method", "route", "body", "status"), [row for row in PERSONAL if row[0] != "get"])
def test_what_changes_something_needs_the_csrf_token(guarded, ada, method, route, body, status):
    guarded.force_login(ada)
    response = ask(guarded, method, route, body)
    assert response.status_code == 403
    assert response.json()["errors"][0]["code"] == "csrf_failed"


@pytest.mark.parametrize("route", ROUTES)
def test_what_a_route_does_not_know_is_405_in_the_one_shape(client_of, ada, route):
    response = ask(client_of(ada), "post" if route == "auth/csrf" or "tokens/" in route else "trace", route)
    if response.status_code != 405:
        response = ask(client_of(ada), "get", route)
    assert response.status_code == 405
    assert response.json()["errors"][0]["code"] == "method_not_allowed"


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("body", ["", "{", "[]", "null", '"x"', "7", '{"a":' * 50, "\xff"])
def test_an_odd_body_is_never_a_fault(client_of, visitor, ada, route, body):
    for client in (visitor, client_of(ada)):
        for method in ("post", "put", "delete"):
            response = getattr(client, method)(f"/api/{route}", body, content_type="application/json")
            assert response.status_code < 500
            assert response.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("route", ROUTES)
def test_no_answer_is_kept_by_a_cache(client_of, ada, route):
    response = ask(client_of(ada), "get", route)
    assert "no-store" in response.headers["Cache-Control"]
