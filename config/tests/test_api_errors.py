"""One shape of errors everywhere under /api/, whatever went wrong and wherever."""

import errno

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation, ValidationError
from django.db import OperationalError
from django.http import Http404, UnreadablePostError
from django.test import Client
from django.urls import path
from rest_framework.views import APIView

from accounts.exceptions import Conflict, Refused, TooManyRequests
from accounts.models import User
from config import errors

handler400, handler403 = errors.bad_request, errors.permission_denied
handler404, handler500 = errors.page_not_found, errors.server_error
MANY = ValidationError({"name": ValidationError("No.", code="odd"), "size": ["Too small.", "Too odd."]})

RAISED = [
    (Refused("No.", code="odd"), 400, [("odd", "No.", "non_field_errors")]),
    (Refused("No.", code="odd", attr="name"), 400, [("odd", "No.", "name")]),
    (Refused("Large.", status=413, code="too_large"), 413, [("too_large", "Large.", None)]),
    (Conflict("Taken.", code="name_taken", attr="name"), 409, [("name_taken", "Taken.", "name")]),
    (TooManyRequests("Wait.", wait=7), 429, [("throttled", "Wait.", None)]),
    (ValidationError("No.", code="odd"), 400, [("odd", "No.", "non_field_errors")]),
    (ValidationError(["No.", "Never."]), 400, [("invalid", text, "non_field_errors") for text in ("No.", "Never.")]),
    (MANY, 400, [("odd", "No.", "name"), ("invalid", "Too small.", "size"), ("invalid", "Too odd.", "size")]),
    (User.DoesNotExist(), 404, [("not_found", "Not found.", None)]),
    (Http404("a secret"), 404, [("not_found", "Not found.", None)]),
    (PermissionDenied(), 403, [("permission_denied", "You do not have permission to perform this action.", None)]),
    (RequestDataTooBig(), 413, [("too_large", "The request is too large.", None)]),
    (SuspiciousOperation("a secret"), 400, [("bad_request", "The request could not be read.", None)]),
    (UnreadablePostError(), 400, [("bad_request", "The request could not be read.", None)]),
    (OperationalError("database is locked"), 503, [("unavailable", None, None)]),
    (OSError(errno.ENOSPC, "full"), 507, [("insufficient_storage", None, None)]),
    (OSError(errno.EDQUOT, "full"), 507, [("insufficient_storage", None, None)]),
    (OSError(errno.EIO, "a secret"), 500, [("error", None, None)]),
    (ZeroDivisionError("a secret"), 500, [("error", None, None)]),
]


class Raises(APIView):
    """Raises what stands at this place of the table."""

    authentication_classes: list = []
    permission_classes: list = []

    def get(self, request, index):
        raise RAISED[index][0]


def outside(request):
    """A plain view of Django's, no part of the API's machinery."""
    raise ZeroDivisionError("a secret")


def locked(request):
    raise OperationalError("a secret")


def forbidden(request):
    raise PermissionDenied("a secret")


def suspicious(request):
    raise SuspiciousOperation("a secret")


urlpatterns = [
    path("api/raise/<int:index>", Raises.as_view()),
    path("api/outside", outside),
    path("api/locked", locked),
    path("api/forbidden", forbidden),
    path("api/suspicious", suspicious),
    path("outside", outside),
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def told(answer):
    """(code, detail, attr) of each error; that the shape is the one shape."""
    body = answer.json()
    assert set(body) == {"type", "errors"}
    assert all(set(error) == {"code", "detail", "attr"} for error in body["errors"])
    return body["type"], [(error["code"], error["detail"], error["attr"]) for error in body["errors"]]


@pytest.mark.parametrize(
    ("index", "status", "errors"), [(index, status, errors) for index, (_, status, errors) in enumerate(RAISED)],
    ids=[f"{type(error).__name__} {status}" for error, status, _ in RAISED],
)  # fmt: skip
def test_what_a_view_raises_is_told_in_the_one_shape(client, index, status, errors):
    answer = client.get(f"/api/raise/{index}")
    kind, found = told(answer)
    assert answer.status_code == status
    of_a_field = status == 400 and errors[0][2]
    assert kind == ("server_error" if status >= 500 else "validation_error" if of_a_field else "client_error")
    for (code, detail, attr), (wanted_code, wanted_detail, wanted_attr) in zip(found, errors, strict=True):
        assert (code, attr) == (wanted_code, wanted_attr)
        assert wanted_detail in {None, detail}
    assert b"a secret" not in answer.content


@pytest.mark.parametrize("error", [TooManyRequests("Wait.", wait=7), OperationalError(""), OSError(errno.ENOSPC, "")])
def test_what_passes_by_itself_says_when_to_come_back(client, error):
    index = next(i for i, (raised, *_) in enumerate(RAISED) if type(raised) is type(error))
    assert int(client.get(f"/api/raise/{index}")["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/outside", 500, "error"),
        ("/api/locked", 503, "unavailable"),
        ("/api/forbidden", 403, "permission_denied"),
        ("/api/suspicious", 400, "bad_request"),
        ("/api/nowhere", 404, "not_found"),
        ("/api/", 404, "not_found"),
    ],
)
def test_what_happens_outside_of_the_api_views_is_told_alike(client, path, status, code):
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    assert [error[0] for error in told(answer)[1]] == [code]
    assert answer["Cache-Control"] == "no-store"
    assert b"a secret" not in answer.content


def test_a_locked_database_says_when_to_come_back_outside_too(client):
    assert client.get("/api/locked")["Retry-After"] == "5"
