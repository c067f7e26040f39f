"""Ranges of originals (RFC 9110, section 14)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.serving.ranges import Unsatisfiable, read_range
from gallery.tests.library import codes, upload

pytestmark = pytest.mark.same_on_any_database

TEXT = bytes(range(48, 58)) * 10  # a hundred digits


@pytest.fixture
def url(adas):
    """The download of a file of a hundred bytes."""
    return upload(adas, TEXT, name="digits.txt")["file"]["urls"]["download"]


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-9", 0, 10),
        ("bytes=10-19", 10, 20),
        ("bytes=99-99", 99, 100),
        ("bytes=90-", 90, 100),
        ("bytes=0-", 0, 100),
        ("bytes=-5", 95, 100),
        ("bytes=-100", 0, 100),
        ("bytes=-500", 0, 100),
        ("bytes=50-500", 50, 100),
        ("Bytes = 1 - 2", 1, 3),
    ],
)
def test_a_range_gives_its_part(adas, url, asked, start, end):
    answer = adas.get(url, headers={"Range": asked})
    assert (answer.status_code, answer.getvalue()) == (206, TEXT[start:end])
    assert answer["Content-Range"] == f"bytes {start}-{end - 1}/100"
    assert answer["Content-Length"] == str(end - start)
    assert answer["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    "asked", ["bytes=5-2", "bytes=-", "bytes=", "bytes=a-b", "bytes", "items=0-1", "bytes=0-1,5-6", "bytes=1-2-3", "é"]
)
def test_what_cannot_be_read_is_ignored_and_so_are_several(adas, url, asked):
    answer = adas.get(url, headers={"Range": asked})
    assert (answer.status_code, answer.getvalue()) == (200, TEXT)
    assert "Content-Range" not in answer


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=100-200", "bytes=999999999999-", "bytes=-0"])
def test_past_the_end_is_an_error_that_tells_the_length(adas, url, asked):
    answer = adas.get(url, headers={"Range": asked})
    assert (answer.status_code, answer["Content-Range"]) == (416, "bytes */100")
    assert codes(answer) == {None: "range_not_satisfiable"}
    assert answer.json()["type"] == "client_error"
    assert answer["Cache-Control"] == "no-store"
    assert "Content-Disposition" not in answer


def if_range(client, url, condition):
    return client.get(url, headers={"Range": "bytes=0-4", "If-Range": condition}).status_code


def test_a_range_holds_only_for_the_version_it_was_meant_for(adas, url):
    answer = adas.get(url)
    assert if_range(adas, url, answer["ETag"]) == 206
    assert if_range(adas, url, answer["Last-Modified"]) == 206
    assert if_range(adas, url, '"another"') == 200
    assert if_range(adas, url, f"W/{answer['ETag']}") == 200
    assert if_range(adas, url, "Sat, 01 Jan 2000 00:00:00 GMT") == 200
    assert if_range(adas, url, "nonsense") == 200


def test_the_head_of_a_file_tells_its_length_and_sends_nothing(adas, url):
    answer = adas.head(url)
    assert (answer.status_code, answer.getvalue()) == (200, b"")
    assert (answer["Content-Length"], answer["Accept-Ranges"]) == ("100", "bytes")
    assert answer["ETag"] == adas.get(url)["ETag"]


def test_the_head_of_a_range_tells_the_range(adas, url):
    answer = adas.head(url, headers={"Range": "bytes=-10"})
    assert (answer.status_code, answer["Content-Range"]) == (206, "bytes 90-99/100")
    assert (answer.getvalue(), answer["Content-Length"]) == (b"", "10")


def test_a_thumbnail_has_no_ranges(adas):
    told = upload(adas)["image"]
    answer = adas.get(told["thumbnails"]["small"]["url"], headers={"Range": "bytes=0-4"})
    assert answer.status_code == 200
    assert "Accept-Ranges" not in answer


def test_pieces_put_together_are_the_file(adas, url):
    pieces = [adas.get(url, headers={"Range": f"bytes={start}-{start + 6}"}).getvalue() for start in range(0, 100, 7)]
    assert b"".join(pieces) == TEXT


@given(header=st.text(max_size=30) | st.from_regex(r"bytes=\d{0,20}-\d{0,20}(,\d*-\d*)?"), size=st.integers(1, 10**12))
def test_any_header_gives_a_part_of_the_file_or_none(header, size):
    try:
        span = read_range(header, size)
    except Unsatisfiable:
        return
    assert span is None or 0 <= span[0] < span[1] <= size
