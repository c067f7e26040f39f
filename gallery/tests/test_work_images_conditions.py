"""What a browser has of a work's picture is not sent again; who may keep it, for how long; and what collectors are told."""

import pytest

from gallery.actions.presentation import change_public_size
from gallery.models import Image
from gallery.serving import Audience
from gallery.tests.showing import ask, mark, show

pytestmark = pytest.mark.same_on_any_database

PEOPLE = "Authorization, Cookie"
QUERIES = [
    ("thumbnail", {}),
    ("image", {}),
    ("image", {"size": "original", "format": None}),
    ("image", {"size": "original"}),
]


@pytest.fixture
def work(adas, ada):
    change_public_size(by=ada, size="original")
    return show(adas, ada)


@pytest.mark.parametrize(("route", "query"), QUERIES)
@pytest.mark.parametrize("method", ["get", "head"])
def test_what_the_client_has_is_not_sent(work, visitor, route, query, method):
    first = ask(visitor, work, route, **query)
    address = first.wsgi_request.get_full_path()
    again = getattr(visitor, method)(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.getvalue(), again["ETag"]) == (304, b"", first["ETag"])
    dated = getattr(visitor, method)(address, headers={"If-Modified-Since": first["Last-Modified"]})
    assert (dated.status_code, dated["Cache-Control"]) == (304, first["Cache-Control"])


@pytest.mark.parametrize(("route", "query"), QUERIES)
def test_head_says_what_get_would(work, visitor, route, query):
    answer = ask(visitor, work, route, **query)
    head = visitor.head(answer.wsgi_request.get_full_path())
    assert (head.status_code, head.getvalue()) == (200, b"")
    for name in ("ETag", "Last-Modified", "Content-Length", "Content-Type", "Cache-Control", "X-Content-Type-Options"):
        assert head[name] == answer[name]


@pytest.mark.parametrize(("route", "query"), QUERIES)
def test_a_public_work_is_kept_a_minute_and_what_its_artist_gets_by_nobody_else(work, adas, visitor, route, query):
    answers = {client: ask(client, work, route, **query) for client in (adas, visitor)}
    assert answers[visitor]["Cache-Control"] == Audience.EVERYONE_BRIEFLY.value == "public, max-age=60"
    assert answers[visitor]["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answers[adas]["Cache-Control"].startswith("private, ")
    assert PEOPLE in answers[adas]["Vary"]


def test_a_hidden_work_is_kept_by_no_shared_cache(ada, adas):
    answer = ask(adas, show(adas, ada, status="draft"))
    assert answer["Cache-Control"].startswith("private, ")


@pytest.mark.parametrize(
    ("query", "is_marked", "expected"),
    [
        ({"size": "small"}, False, set()),
        ({"size": "small", "format": None}, False, {"Accept"}),
        ({"size": "small"}, True, {"Authorization"}),
        ({"size": "small", "format": None}, True, {"Accept", "Authorization"}),
        ({"size": "original", "format": None}, False, {"Authorization"}),
        ({"size": "original"}, True, {"Authorization"}),
    ],
)
def test_an_answer_varies_by_what_it_depends_on(work, adas, visitor, query, is_marked, expected):
    if is_marked:
        mark(adas)
    told = {name.strip() for name in ask(visitor, work, "image", **query).get("Vary", "").split(",")}
    assert told - {"", "origin", "Cookie"} == expected  # by the cookie anyway: there is a session


def test_without_a_size_it_varies_where_the_artist_gets_a_larger_one(work, ada, visitor):
    assert "Authorization" not in ask(visitor, work).get("Vary", "")
    change_public_size(by=ada, size="small")
    assert "Authorization" in ask(visitor, work)["Vary"]


def test_a_refusal_is_kept_by_nobody(work, ada, visitor):
    change_public_size(by=ada, size="small")
    assert "public" not in ask(visitor, work, "image", size="large").get("Cache-Control", "")


def test_a_part_of_an_original_is_sent(work, visitor):
    whole = ask(visitor, work, "image", size="original", format=None).getvalue()
    part = visitor.get(f"/api/artworks/{work.pk}/image?size=original", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.getvalue()) == (206, whole[10:20])
    beyond = visitor.get(f"/api/artworks/{work.pk}/image?size=original", headers={"Range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416


@pytest.mark.parametrize(("route", "query"), QUERIES)
@pytest.mark.parametrize("answer", ["allowed", "disallowed", ""])
def test_what_is_answered_to_training_stands_beside_the_bytes(work, visitor, route, query, answer):
    Image.objects.update(ai_training=answer)
    sent = ask(visitor, work, route, **query)
    assert sent.get("TDM-Reservation") == {"allowed": "0", "disallowed": "1", "": None}[answer]
    assert ("noai" in sent.get("X-Robots-Tag", "")) == (answer == "disallowed")
    assert sent["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [("image/avif,image/webp,*/*", "webp"), ("image/webp", "webp"), ("image/*", "jpeg"), ("image/webp;q=0", "jpeg")],
)
def test_without_a_format_it_is_the_best_that_the_browser_reads(work, adas, visitor, accept, kind):
    mark(adas)
    for size in ("small", "original"):
        sent = visitor.get(f"/api/artworks/{work.pk}/image", {"size": size}, headers={"Accept": accept})
        assert (sent.status_code, sent["Content-Type"]) == (200, f"image/{kind}")
