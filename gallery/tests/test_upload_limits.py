"""Who may upload, how much at a time and how often; and bodies that are no forms."""

from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.files.uploadhandler import SkipFile
from django.test import RequestFactory
from rest_framework.test import APIClient

from accounts.tests.answers import errors_of, only_code
from gallery.intake.reception import receiving
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import (
    BOUNDARY,
    leaving_nothing,
    multipart,
    part,
    refusals,
    results,
    send,
    send_raw,
    some_text,
)

FORM = f"multipart/form-data; boundary={BOUNDARY}"


class Unreadable:
    """A body that nobody may read."""

    def read(self, *_: object) -> bytes:
        raise AssertionError("The body was read.")

    readline = read


def post_unread(client: APIClient, **headers: str):
    """`POST upload` of a megabyte that must not be read."""
    wanted = {"CONTENT_TYPE": FORM, "CONTENT_LENGTH": "1000000", "wsgi.input": Unreadable()}
    return client.generic("POST", "/api/upload", **wanted | headers)


def test_a_visitors_upload_is_a_401_before_its_body_is_read(visitor):
    with leaving_nothing():
        response = post_unread(visitor)
    assert (response.status_code, only_code(response)) == (401, "not_authenticated")


def test_a_wrong_token_is_a_401_before_the_body_is_read(visitor):
    with leaving_nothing():
        assert post_unread(visitor, HTTP_AUTHORIZATION="Bearer wrong").status_code == 401


def test_a_session_without_its_csrf_token_is_refused_before_the_body_is_read(ada):
    browser = APIClient(enforce_csrf_checks=True)
    browser.force_login(ada)
    with leaving_nothing():
        response = post_unread(browser)
    assert (response.status_code, only_code(response)) == (403, "csrf_failed")


def test_a_session_with_its_csrf_token_uploads(ada):
    browser = APIClient(enforce_csrf_checks=True)
    browser.force_login(ada)
    token = browser.get("/api/auth/csrf").json()["csrf_token"]
    assert send_raw(browser, multipart(("a.txt", some_text())), **{"X-CSRFToken": token}).status_code == 201


def test_a_file_of_exactly_the_limit_is_taken(adas, settings):
    settings.MAX_UPLOAD_SIZE = 3000
    assert send(adas, ("a.txt", some_text(3000))).status_code == 201


@pytest.mark.parametrize("size", [3001, 300_000, 3_000_000])
def test_a_larger_file_is_a_413_and_leaves_nothing(adas, settings, size):
    settings.MAX_UPLOAD_SIZE = 3000
    with leaving_nothing():
        response = send(adas, ("a.txt", some_text(size)))
    assert (response.status_code, refusals(response)) == (413, [("files.0", "too_large")])


def test_a_file_that_is_too_large_hinders_none_beside_it(adas, settings):
    settings.MAX_UPLOAD_SIZE = 3000
    response = send(adas, ("a.txt", some_text(9000)), ("b.txt", some_text(3000)))
    assert (response.status_code, results(response)) == (207, [("rejected", "too_large"), ("created", None)])


def test_too_large_goes_before_no_room(adas, settings):
    settings.MAX_UPLOAD_SIZE, settings.STORAGE_QUOTA = 300_000, 10
    assert send(adas, ("a.txt", some_text(900_000))).status_code == 413


def test_nothing_past_the_limit_is_written_to_the_disk(settings, house):
    settings.MAX_UPLOAD_SIZE = 3000
    request = RequestFactory().post("/api/upload")
    with receiving(request, fields={"files"}, allowance=10_000) as reception:
        (handler,) = request.upload_handlers
        handler.new_file("files", "a.txt", "text/plain", None)
        handler.receive_data_chunk(b"a" * 3000, 0)
        with pytest.raises(SkipFile):
            handler.receive_data_chunk(b"a", 3000)
        assert not list((house / "staging").iterdir())
    assert reception.arrivals[0].refusal.code == "too_large"


def test_one_upload_too_many_is_a_429_before_its_body_is_read(adas, settings):
    settings.RATE_LIMITS = {"upload": (2, 3600)}
    for _ in range(2):
        assert send(adas, ("a.txt", some_text())).status_code == 201
    with leaving_nothing():
        response = post_unread(adas)
    assert (response.status_code, only_code(response)) == (429, "throttled")
    assert 0 < int(response["Retry-After"]) <= 3600


def test_rates_are_counted_for_each_person(adas, bens, settings):
    settings.RATE_LIMITS = {"upload": (1, 3600)}
    assert [send(client, ("a.txt", some_text())).status_code for client in (adas, adas, bens)] == [201, 429, 201]


WHOLE = multipart(("a.txt", some_text(500)), ("b.jpg", jpeg(40, 30)))
BROKEN = {
    "cut in the first file": WHOLE[:300],
    "cut in the last file": WHOLE[:-200],
    "cut in the head of the second file": WHOLE[: WHOLE.index(b"b.jpg")],
    "cut in the last boundary": WHOLE[:-10],
    "without its last boundary": part("a.txt", some_text()),
    "cut behind the first file's boundary": part("a.txt", some_text()) + f"--{BOUNDARY}\r\n".encode(),
    "another boundary": multipart(("a.txt", some_text()), boundary="another"),
    "no form at all": b"hello",
    "broken base64": part("a.txt", b"!!!").replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
    + f"--{BOUNDARY}--\r\n".encode(),
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_a_broken_form_is_a_400_and_leaves_nothing(adas, body):
    with leaving_nothing():
        assert send_raw(adas, body).status_code == 400


@pytest.mark.parametrize("content_type", ["multipart/form-data", "multipart/form-data; boundary=", FORM + "\xe9"])
def test_a_form_without_a_boundary_is_a_400(adas, content_type):
    with leaving_nothing():
        assert adas.post("/api/upload", WHOLE, content_type=content_type).status_code == 400


@pytest.mark.parametrize("length", ["", "0", "-5", "many"])
def test_a_body_of_no_length_is_a_400(adas, length):
    with leaving_nothing():
        response = adas.post("/api/upload", WHOLE, content_type=FORM, CONTENT_LENGTH=length)
    assert response.status_code == 400


def test_a_body_that_comes_in_chunks_of_no_told_length_is_a_411_before_it_is_read(adas):
    with leaving_nothing():
        response = post_unread(adas, CONTENT_LENGTH="", HTTP_TRANSFER_ENCODING="chunked")
    assert (response.status_code, only_code(response)) == (411, "length_required")


def test_more_files_than_a_request_may_have_are_refused_together(adas, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 3
    with leaving_nothing():
        assert send(adas, *((f"{number}.txt", some_text()) for number in range(4))).status_code == 400


def test_fields_of_megabytes_are_a_413(adas, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 20_000
    with leaving_nothing():
        response = send(adas, ("a.txt", some_text()), description="d" * 30_000)
    assert response.status_code == 413
    assert list(errors_of(response).values()) == ["too_large"]


def test_files_of_other_fields_are_not_even_staged(adas):
    body = part("a.txt", some_text(), field="avatar") + multipart(("b.txt", some_text()))
    assert [each["filename"] for each in send_raw(adas, body).json()["results"]] == ["b.txt"]
    assert not list((Path(site.MEDIA_ROOT) / "staging").iterdir())
