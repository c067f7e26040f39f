"""Cross-site request forgery."""

from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIRequest
from rest_framework.request import Request

from accounts.api.authentication import SessionAuthentication
from accounts.tests.answers import only_code

SIGN_IN = {"username": "ada", "password": "correct horse battery"}


def token_of(client) -> str:
    return client.get("/api/auth/csrf").json()["csrf_token"]


def test_the_token_comes_with_its_cookie(guarded):
    response = guarded.get("/api/auth/csrf")
    assert response.status_code == 200
    assert response.json()["csrf_token"]
    assert response.cookies["csrftoken"].value


@pytest.mark.parametrize("route", ["login", "register"])
def test_nobody_is_signed_in_without_the_token(guarded, ada, route):
    response = guarded.post(f"/api/auth/{route}", SIGN_IN)
    assert response.status_code == 403
    assert only_code(response) == "csrf_failed"


def test_with_the_token_in_its_header_one_comes_in_and_acts(guarded, ada):
    response = guarded.post("/api/auth/login", SIGN_IN, HTTP_X_CSRFTOKEN=token_of(guarded))
    assert response.status_code == 200
    renewed = response.json()["csrf_token"]
    assert guarded.post("/api/auth/logout", HTTP_X_CSRFTOKEN=renewed).status_code == 200


def test_a_session_alone_changes_nothing(guarded, ada):
    guarded.force_login(ada)
    assert guarded.get("/api/auth/user").status_code == 200
    response = guarded.post("/api/auth/logout")
    assert (response.status_code, only_code(response)) == (403, "csrf_failed")


@pytest.mark.parametrize("token", ["", "wrong", "x" * 32, "x" * 64, "ü"])
def test_a_wrong_token_changes_nothing(guarded, ada, token):
    guarded.force_login(ada)
    token_of(guarded)
    assert guarded.post("/api/auth/logout", HTTP_X_CSRFTOKEN=token.encode().decode("latin-1")).status_code == 403


def test_a_token_in_the_body_does_not_count(guarded, ada):
    guarded.force_login(ada)
    body = {"csrfmiddlewaretoken": token_of(guarded)}
    assert guarded.post("/api/auth/logout", body, format="multipart").status_code == 403


def test_another_sites_origin_is_refused_even_with_the_token(guarded, ada):
    guarded.force_login(ada)
    headers = {"HTTP_X_CSRFTOKEN": token_of(guarded), "HTTP_ORIGIN": "https://evil.example"}
    assert only_code(guarded.post("/api/auth/logout", **headers)) == "csrf_failed"


def test_a_trusted_origin_is_let_in(guarded, ada, settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://app.example"]
    guarded.force_login(ada)
    headers = {"HTTP_X_CSRFTOKEN": token_of(guarded), "HTTP_ORIGIN": "https://app.example"}
    assert guarded.post("/api/auth/logout", **headers).status_code == 200


def test_who_is_not_signed_in_is_told_so_first(guarded):
    assert guarded.post("/api/auth/logout").status_code == 401


def test_a_bearer_token_needs_no_csrf_token(bearer, ada):
    client = bearer(ada)
    client.handler.enforce_csrf_checks = True
    assert client.post("/api/auth/logout").status_code == 200


def test_the_body_is_not_read_before_the_token_is_judged(ada):
    class Upload(BytesIO):
        def read(self, *_args):
            raise AssertionError("the body was read")

    environ = {"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "9", "wsgi.input": Upload(), "SERVER_NAME": "testserver"}
    environ |= {"CONTENT_TYPE": "application/x-www-form-urlencoded", "SERVER_PORT": "80", "wsgi.url_scheme": "http"}
    request = WSGIRequest(environ)
    request.user = ada
    with pytest.raises(Exception, match="CSRF"):
        SessionAuthentication().authenticate(Request(request))
