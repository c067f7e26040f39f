"""What every route of tus has in common: its version, what is offered, who may."""

import pytest
from rest_framework.test import APIClient

from accounts.tests.answers import errors_of, only_code
from gallery.tests.resumable import ROUTE, TUS, announce, begun, head, metadata, offset, patch
from gallery.tests.uploading import leaving_nothing, some_text

UNKNOWN = f"{ROUTE}/0195f6c8-1f3a-7000-8000-0123456789ab"
REQUESTS = [("post", ROUTE), ("head", UNKNOWN), ("patch", UNKNOWN), ("delete", UNKNOWN)]


@pytest.mark.parametrize("address", [ROUTE, UNKNOWN])
def test_anybody_may_ask_what_is_offered(visitor, address, settings):
    settings.MAX_UPLOAD_SIZE = 12345
    response = visitor.options(address)
    assert (response.status_code, response.content) == (204, b"")
    assert (response["Tus-Resumable"], response["Tus-Version"]) == ("1.0.0", "1.0.0")
    assert response["Tus-Max-Size"] == "12345"
    assert {"creation", "expiration", "checksum", "termination"} <= set(response["Tus-Extension"].split(","))
    assert {"sha1", "sha256"} <= set(response["Tus-Checksum-Algorithm"].split(","))


def test_a_preflight_is_answered_as_a_preflight(visitor, settings):
    settings.CORS_ALLOWED_ORIGINS = ["https://app.example"]
    asked = {"Origin": "https://app.example", "Access-Control-Request-Method": "PATCH"}
    response = visitor.options(UNKNOWN, headers=asked)
    assert "PATCH" in response["Access-Control-Allow-Methods"]
    assert "upload-offset" in response["Access-Control-Allow-Headers"]
    assert "Tus-Version" not in response


@pytest.mark.parametrize(("method", "address"), REQUESTS)
def test_a_visitor_is_a_401(visitor, method, address):
    response = getattr(visitor, method)(address, headers=TUS)
    assert (response.status_code, response["Tus-Resumable"]) == (401, "1.0.0")


@pytest.mark.parametrize("version", [None, "", "0.2.2", "1.0", "1.0.1", "1.0.0, 0.2.2"])
@pytest.mark.parametrize(("method", "address"), REQUESTS)
def test_another_version_is_a_412_that_tells_ours(adas, method, address, version):
    given = {} if version is None else {"Tus-Resumable": version}
    with leaving_nothing():
        response = getattr(adas, method)(address, headers={"Upload-Length": "5", **given})
    assert (response.status_code, response["Tus-Version"], response["Tus-Resumable"]) == (412, "1.0.0", "1.0.0")


def test_another_version_changes_nothing(adas):
    address = begun(adas, 5)
    assert patch(adas, address, b"hello", Tus_Resumable="0.2.2").status_code == 412
    assert offset(adas, address) == 0


@pytest.mark.parametrize(("method", "address"), REQUESTS[1:])
def test_an_unknown_id_is_a_404(adas, method, address):
    response = patch(adas, address, b"") if method == "patch" else getattr(adas, method)(address, headers=TUS)
    assert (response.status_code, response["Tus-Resumable"]) == (404, "1.0.0")


def test_anothers_upload_is_a_404(adas, bens):
    address = begun(adas, 5)
    answers = [head(bens, address), patch(bens, address, b"hello"), bens.delete(address, headers=TUS)]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert offset(adas, address) == 0


@pytest.mark.parametrize(("method", "address"), [("get", ROUTE), ("get", UNKNOWN), ("put", UNKNOWN), ("post", UNKNOWN)])
def test_other_methods_are_a_405_that_names_the_version(adas, method, address):
    response = getattr(adas, method)(address, headers=TUS)
    assert (response.status_code, response["Tus-Resumable"]) == (405, "1.0.0")


def test_a_client_that_can_only_post_says_what_it_means(adas):
    address = begun(adas, 5)
    given = {**TUS, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    response = adas.post(address, b"hel", content_type="application/offset+octet-stream", headers=given)
    assert (response.status_code, response["Upload-Offset"]) == (204, "3")
    assert adas.post(address, headers={**TUS, "X-HTTP-Method-Override": "DELETE"}).status_code == 204
    assert head(adas, address).status_code == 404


@pytest.mark.parametrize("meant", ["", "PATCH", "DELETE"])
def test_a_session_without_its_csrf_token_is_refused(ada, adas, meant):
    browser = APIClient(enforce_csrf_checks=True)
    browser.force_login(ada)
    address = begun(adas, 5) if meant else ROUTE
    response = browser.post(address, headers={**TUS, "Upload-Length": "5", "X-HTTP-Method-Override": meant})
    assert (response.status_code, only_code(response)) == (403, "csrf_failed")


def test_announcements_are_counted_among_uploads_and_pieces_are_not(adas, settings):
    settings.RATE_LIMITS = {"upload": (1, 3600)}
    address = begun(adas, 100)
    assert [patch(adas, address, b"a", place).status_code for place in range(3)] == [204] * 3
    response = announce(adas, 100)
    assert (response.status_code, int(response["Retry-After"]) > 0) == (429, True)


def test_any_accept_is_answered_and_errors_are_json(adas):
    given = {**TUS, "Accept": "text/html", "Upload-Length": "many", "Upload-Metadata": metadata(filename="a.txt")}
    response = adas.post(ROUTE, some_text(), content_type="text/plain", headers=given)
    assert (response.status_code, errors_of(response)) == (400, {"Upload-Length": "invalid"})
