"""Sending a large file piece by piece: in order, each byte once, in any pieces."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.tests.answers import errors_of, only_code
from gallery.models import File
from gallery.storage import originals
from gallery.tests.pictures import jpeg
from gallery.tests.resumable import BYTES, begun, checksum, offset, patch
from gallery.tests.test_upload_limits import Unreadable
from gallery.tests.uploading import kept, some_text

PICTURE = jpeg(120, 90)
HEADERS = {"content_type": BYTES, "HTTP_TUS_RESUMABLE": "1.0.0"}


def content() -> bytes:
    """Of the only file there is."""
    with originals().open(File.objects.get().stored_name) as file:
        return file.read()


def test_pieces_become_the_file(adas):
    address = begun(adas, len(PICTURE), "a.jpg")
    for start in range(0, len(PICTURE), 1000):
        piece = PICTURE[start : start + 1000]
        response = patch(adas, address, piece, start)
        assert (response.status_code, int(response["Upload-Offset"])) == (204, start + len(piece))
        assert response["Upload-Expires"]
    assert content() == PICTURE


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    places=st.lists(st.integers(0, 3000), max_size=8).map(sorted), algorithm=st.sampled_from([None, "sha1", "sha256"])
)
def test_any_split_gives_the_same_bytes(adas, places, algorithm):
    File.objects.all().delete()
    data = uuid.uuid4().hex.encode() + some_text(2968)
    address = begun(adas, len(data))
    for start, end in zip([0, *places], [*places, len(data)], strict=True):
        said = checksum(data[start:end], algorithm) if algorithm else None
        assert patch(adas, address, data[start:end], start, Upload_Checksum=said).status_code == 204
    assert content() == data


@pytest.mark.parametrize("claimed", [0, 2, 4, 5, 99])
def test_bytes_for_another_place_are_a_409_and_not_even_read(adas, claimed):
    address = begun(adas, 10)
    patch(adas, address, b"abc")
    unread = {"CONTENT_LENGTH": "3", "wsgi.input": Unreadable()}
    response = adas.generic("PATCH", address, **HEADERS, HTTP_UPLOAD_OFFSET=str(claimed), **unread)
    assert (response.status_code, errors_of(response)) == (409, {"Upload-Offset": "offset_mismatch"})
    assert offset(adas, address) == 3


@pytest.mark.parametrize("claimed", ["", "-1", "0.5", "start", "0x0", "٠"])
def test_a_place_that_cannot_be_read_is_a_400(adas, claimed):
    response = patch(adas, begun(adas, 10), b"abc", claimed)
    assert (response.status_code, errors_of(response)) == (400, {"Upload-Offset": "invalid"})


@pytest.mark.parametrize("kind", ["application/octet-stream", "text/plain", "application/json", "multipart/form-data"])
def test_another_content_type_is_a_415(adas, kind):
    address = begun(adas, 10)
    assert patch(adas, address, b"abc", content_type=kind).status_code == 415
    assert offset(adas, address) == 0


def test_more_than_was_announced_is_refused_and_nothing_of_it_kept(adas):
    address = begun(adas, 10)
    patch(adas, address, b"abc")
    response = patch(adas, address, b"defghijkl", 3)
    assert (response.status_code, only_code(response)) == (413, "too_large")
    assert offset(adas, address) == 3
    assert patch(adas, address, b"defghij", 3).status_code == 204
    assert content() == b"abcdefghij"


def test_a_piece_of_untold_length_is_a_411(adas):
    address = begun(adas, 10)
    untold = {"CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked"}
    response = adas.generic("PATCH", address, **HEADERS, HTTP_UPLOAD_OFFSET="0", **untold)
    assert (response.status_code, only_code(response)) == (411, "length_required")


def test_a_piece_of_nothing_changes_nothing(adas):
    address = begun(adas, 10)
    assert patch(adas, address)["Upload-Offset"] == "0"
    assert patch(adas, address, b"abc")["Upload-Offset"] == "3"
    assert patch(adas, address, b"", 3)["Upload-Offset"] == "3"


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "sha512", "md5"])
def test_a_piece_that_hashes_to_what_it_says_is_kept(adas, algorithm):
    address = begun(adas, 10)
    response = patch(adas, address, b"abc", Upload_Checksum=checksum(b"abc", algorithm))
    assert (response.status_code, response["Upload-Offset"]) == (204, "3")


def test_a_piece_that_hashes_to_something_else_is_a_460_and_nothing_of_it_is_kept(adas):
    address = begun(adas, 10)
    patch(adas, address, b"abc")
    response = patch(adas, address, b"dXf", 3, Upload_Checksum=checksum(b"def"))
    assert (response.status_code, only_code(response)) == (460, "checksum_mismatch")
    assert offset(adas, address) == 3
    assert patch(adas, address, b"defghij", 3, Upload_Checksum=checksum(b"defghij")).status_code == 204
    assert content() == b"abcdefghij"


@pytest.mark.parametrize(
    "said", ["crc32 AAAAAA==", "sha1", "sha1 !!!", "sha1 YWJj", "SHA1 " + checksum(b"abc")[5:], checksum(b"abc") + " x"]
)
def test_a_checksum_that_cannot_be_read_is_a_400(adas, said):
    address = begun(adas, 10)
    response = patch(adas, address, b"abc", Upload_Checksum=said)
    assert (response.status_code, errors_of(response)) == (400, {"Upload-Checksum": "invalid"})
    assert offset(adas, address) == 0


def test_nothing_but_the_bytes_that_came_lies_on_the_disk(adas):
    address = begun(adas, 10)
    patch(adas, address, b"abc")
    (path,) = kept()
    assert path == f"partial/{uuid.UUID(address.rsplit('/')[-1]).hex}"
