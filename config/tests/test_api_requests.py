"""What the API makes of requests that fit no route, method or type."""

import pytest

from accounts.actions import create_token

EXISTS = "/api/images"


def error(answer):
    """(status, code) of an answer with one error."""
    (only,) = answer.json()["errors"]
    return answer.status_code, only["code"]


@pytest.mark.parametrize("path", ["/api/nothing", "/api/images/", "/api/images/x/y", "/api/%00", "/api/..%2f"])
def test_a_route_that_does_not_exist_is_a_404_in_json(visitor, path):
    answer = visitor.get(path)
    assert error(answer) == (404, "not_found")
    assert answer["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("delete", "/api/images", "GET"), ("post", "/api/images", "GET"), ("get", "/api/upload", "POST"),
     ("put", "/api/folders", "GET, POST")],
)  # fmt: skip
def test_a_method_that_is_not_offered_is_a_405_that_says_which_are(adas_client, method, path, allowed):
    answer = getattr(adas_client, method)(path)
    assert error(answer) == (405, "method_not_allowed")
    assert set(allowed.split(", ")) <= set(answer["Allow"].split(", "))


@pytest.fixture
def adas_client(ada, client_of):
    return client_of(ada)


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "nonsense"])
def test_a_body_of_a_type_that_is_not_read_is_a_415(adas_client, kind):
    assert error(adas_client.post("/api/folders", "name=a", content_type=kind)) == (415, "unsupported_media_type")


@pytest.mark.parametrize("body", ["{", '{"name": }', "\xff", '{"name": NaN}'])
def test_json_that_cannot_be_read_is_a_400(adas_client, body):
    answer = adas_client.post("/api/folders", body.encode("latin-1"), content_type="application/json")
    assert error(answer) == (400, "parse_error")


def test_json_that_is_nested_without_end_is_a_400(adas_client):
    answer = adas_client.post("/api/folders", "[" * 100_000, content_type="application/json")
    assert answer.status_code == 400


def test_a_body_that_is_too_large_is_a_413(adas_client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = adas_client.post("/api/folders", {"name": "x" * 200})
    assert error(answer) == (413, "too_large")


@pytest.mark.parametrize("accept", ["application/json", "*/*", "text/html,*/*;q=0.8", ""])
def test_whatever_a_client_reads_it_gets_json(visitor, accept):
    assert visitor.get(EXISTS, headers={"Accept": accept})["Content-Type"] == "application/json"


@pytest.mark.parametrize("path", [EXISTS, "/api/files", "/api/auth/user", "/api/images/x"])
def test_a_token_that_is_not_valid_is_a_401_on_every_route(visitor, path):
    answer = visitor.get(path, headers={"Authorization": "Bearer nonsense"})
    assert answer.status_code == (404 if path.endswith("/x") else 401)


def test_a_token_opens_what_its_person_may_see(visitor, ada):
    _, secret = create_token(by=ada, name="a program")
    assert visitor.get("/api/files", headers={"Authorization": f"Bearer {secret}"}).status_code == 200


def test_who_is_not_signed_in_is_told_how_to(visitor):
    answer = visitor.get("/api/files")
    assert error(answer) == (401, "not_authenticated")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_host_that_is_not_ours_is_refused_in_the_one_shape(visitor):
    answer = visitor.get(EXISTS, headers={"Host": "evil.example"})
    assert error(answer) == (400, "bad_request")


def test_the_head_of_a_list_is_its_headers(visitor):
    answer = visitor.head(EXISTS)
    assert (answer.status_code, answer.content) == (200, b"")


def test_options_tell_what_a_route_offers(visitor):
    answer = visitor.options(EXISTS)
    assert (answer.status_code, "GET" in answer["Allow"]) == (200, True)


@pytest.mark.parametrize(
    "body",
    [
        '{"name": "\\ud800"}',
        '{"\\udfff": 1}',
        '{"name": ["\\ud83d"]}',
        '{"name": "a", "parent_id": "\\ud800"}',
        '{"name": "a", "parent_id": 1%s}' % ("0" * 40),
    ],
)
def test_what_could_not_be_written_as_it_was_read_is_a_400(adas_client, body):
    answer = adas_client.post("/api/folders", data=body, content_type="application/json")
    assert (answer.status_code, answer.json()["type"]) == (400, "validation_error")
