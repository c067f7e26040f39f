"""Headers of every answer: ids of requests, protection, compression, and what other origins may do."""

import gzip
import json
import logging
import re

import pytest
from django.core.handlers.base import BaseHandler

from config.logs import JsonFormatter, without_tokens
from gallery.tests.library import new_image

APP = "https://app.example"
PREFLIGHT = {"Origin": APP, "Access-Control-Request-Method": "POST"}


@pytest.fixture
def an_app(settings):
    settings.CORS_ALLOWED_ORIGINS = [APP]


def test_each_answer_has_an_id_of_its_own(visitor):
    ids = {visitor.get("/api/images")["X-Request-ID"] for _ in range(3)}
    assert len(ids) == 3
    assert all(re.fullmatch(r"[0-9a-f]{32}", identifier) for identifier in ids)


@pytest.mark.parametrize("given", ["abcdefgh", "0195f6c8-1f3a-7000-8000-0123456789ab", "A.b_c-" * 10])
def test_an_id_that_a_proxy_gave_is_kept(visitor, given):
    assert visitor.get("/api/images", headers={"X-Request-ID": given})["X-Request-ID"] == given


@pytest.mark.parametrize("given", ["short", "a" * 65, "with space in it", 'quote"quote', "é" * 10, "a\tb\tc\td\te"])
def test_an_id_that_is_odd_is_replaced(visitor, given):
    assert visitor.get("/api/images", headers={"X-Request-ID": given})["X-Request-ID"] != given


def test_an_error_has_one_too_and_the_log_line_names_it(visitor, caplog):
    with caplog.at_level(logging.INFO, logger="atelier.request"):
        answer = visitor.get("/api/nowhere?token=secret")
    (record,) = [record for record in caplog.records if record.name == "atelier.request"]
    assert (record.getMessage(), record.status) == ("GET /api/nowhere", 404)
    assert "secret" not in str(vars(record))
    assert answer["X-Request-ID"]


@pytest.mark.parametrize("path", ["/api/images", "/api/nowhere", "/api/schema", "/healthz"])
def test_browsers_are_told_to_be_careful(visitor, path):
    answer = visitor.get(path)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_text_is_compressed_for_who_reads_it(visitor, ada):
    for _ in range(3):
        new_image(ada)
    plain = visitor.get("/api/images")
    packed = visitor.get("/api/images", headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(packed.content)) == plain.json()
    assert len(packed.content) < len(plain.content) / 2
    assert "Accept-Encoding" in packed["Vary"]


def test_what_is_short_is_left_alone(visitor):
    assert "Content-Encoding" not in visitor.get("/api/images", headers={"Accept-Encoding": "gzip"})


@pytest.mark.parametrize("path", ["/", "/api/schema", "/api/images/none"])
def test_an_answer_to_head_has_the_length_that_get_has_and_no_body(rf, visitor, path):
    """Asked as a server asks, for the test client drops bodies by itself."""
    handler = BaseHandler()
    handler.load_middleware()
    answer = handler.get_response(rf.head(path))
    assert answer.content == b""
    assert answer.headers["Content-Length"] == visitor.get(path).headers["Content-Length"] != "0"


def test_as_installed_no_other_origin_may_read(visitor):
    assert "Access-Control-Allow-Origin" not in visitor.get("/api/images", headers={"Origin": APP})


def test_an_origin_that_is_named_may_with_credentials(visitor, an_app):
    answer = visitor.get("/api/images", headers={"Origin": APP})
    assert answer["Access-Control-Allow-Origin"] == APP
    assert answer["Access-Control-Allow-Credentials"] == "true"
    assert "origin" in answer["Vary"].lower()


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "https://app.example.evil.example", "http://app.example", "null"]
)
def test_another_origin_may_not(visitor, an_app, origin):
    assert "Access-Control-Allow-Origin" not in visitor.get("/api/images", headers={"Origin": origin})


@pytest.mark.parametrize("name", ["Location", "ETag", "Retry-After", "Content-Range", "Upload-Offset", "X-Request-ID"])
def test_an_app_may_read_the_headers_it_needs(visitor, an_app, name):
    exposed = visitor.get("/api/images", headers={"Origin": APP})["Access-Control-Expose-Headers"]
    assert name.lower() in exposed.lower().replace(" ", "").split(",")


@pytest.mark.parametrize(
    "name",
    ["Idempotency-Key", "If-Match", "Range", "Tus-Resumable", "Upload-Length", "Upload-Metadata", "Upload-Offset",
     "Upload-Checksum", "X-CSRFToken", "Authorization", "Content-Type"],
)  # fmt: skip
def test_an_app_may_send_the_headers_it_needs(visitor, an_app, name):
    answer = visitor.options("/api/upload", headers={**PREFLIGHT, "Access-Control-Request-Headers": name})
    assert answer.status_code == 200
    assert name.lower() in answer["Access-Control-Allow-Headers"].lower().replace(" ", "").split(",")
    assert {"PUT", "PATCH", "DELETE"} <= set(answer["Access-Control-Allow-Methods"].replace(" ", "").split(","))


def test_an_error_can_be_read_by_the_app_too(visitor, an_app):
    for path, status in (("/api/files", 401), ("/api/nowhere", 404)):
        answer = visitor.get(path, headers={"Origin": APP})
        assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (status, APP)


def test_pages_are_for_no_other_origin(visitor, an_app):
    assert "Access-Control-Allow-Origin" not in visitor.get("/login", headers={"Origin": APP})


TOKENS = ["/reset/abc/SECRET", "/reset/abc/SECRET/", "/verify/abc/SECRET", "/s/SECRET", "/api/shares/SECRET"]


@pytest.mark.parametrize("path", TOKENS)
def test_no_log_keeps_the_token_of_a_link(visitor, caplog, path):
    caplog.set_level("INFO")
    visitor.get(path)
    assert "SECRET" not in caplog.text


@pytest.mark.parametrize("path", TOKENS)
def test_nor_does_the_line_of_another_logger_that_names_the_path(path):
    told = {
        "name": "django.security.csrf",
        "levelname": "WARNING",
        "msg": "Forbidden (%s): %s",
        "args": ("no token", path),
    }
    line = JsonFormatter().format(logging.makeLogRecord(told))
    assert "Forbidden (no token): /" in line
    assert "SECRET" not in line


@pytest.mark.parametrize("text", ["GET /images/s/1", "/api/shares", "/s/", "/albums/verify-all", "read /media/s/x"])
def test_what_holds_no_token_is_logged_as_it_is(text):
    assert without_tokens(text) == text
