"""Announcing a large file: what is said of it, and whether there is room."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from accounts.models import Reservation, Statistics
from accounts.tests.answers import errors_of, only_code
from gallery.actions import announcing
from gallery.models import File, Folder, ResumableUpload
from gallery.tests.resumable import BYTES, ROUTE, TUS, announce, begun, checksum, encoded, head, metadata, offset, patch
from gallery.tests.uploading import kept, leaving_nothing, refusals, some_text


def post(client, data=None, content_type=None, **headers):
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    body = {} if data is None else {"data": data, "content_type": content_type or BYTES}
    return client.post(ROUTE, **body, headers={**TUS, **given})


def test_it_is_told_where_to_send_and_until_when(adas):
    response = announce(adas, 500)
    assert (response.status_code, response.content, response["Upload-Offset"]) == (201, b"", "0")
    assert response["Location"].startswith("http://testserver/api/uploads/")
    left = parsedate_to_datetime(response["Upload-Expires"]) - datetime.now(UTC)
    assert timedelta(hours=23, minutes=59) < left <= timedelta(hours=24)


def test_its_state_is_told_and_not_cached(adas):
    response = head(adas, begun(adas, 500, "a.txt", title="Sea"))
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert (response["Upload-Offset"], response["Upload-Length"]) == ("0", "500")
    assert response["Upload-Metadata"] == metadata(filename="a.txt", title="Sea")
    assert "Upload-Result-Id" not in response


BAD = {
    "no length": ({}, "Upload-Length"),
    "a negative length": ({"Upload-Length": "-1"}, "Upload-Length"),
    "a length in words": ({"Upload-Length": "many"}, "Upload-Length"),
    "a fraction": ({"Upload-Length": "1.5"}, "Upload-Length"),
    "a sign": ({"Upload-Length": "+5"}, "Upload-Length"),
    "other digits": ({"Upload-Length": "²"}, "Upload-Length"),
    "a length of thirty digits": ({"Upload-Length": "1" * 30}, "Upload-Length"),
    "a length to come": ({"Upload-Defer-Length": "1"}, "Upload-Defer-Length"),
    "both": ({"Upload-Length": "5", "Upload-Defer-Length": "1"}, "Upload-Defer-Length"),
    "no base64": ({"Upload-Length": "5", "Upload-Metadata": "filename !!!"}, "Upload-Metadata"),
    "base64 without its end": ({"Upload-Length": "5", "Upload-Metadata": "filename YQ"}, "Upload-Metadata"),
    "no key": ({"Upload-Length": "5", "Upload-Metadata": "filename YQ==,, title YQ=="}, "Upload-Metadata"),
    "a key twice": ({"Upload-Length": "5", "Upload-Metadata": "title YQ==,title YQ=="}, "Upload-Metadata"),
    "no UTF-8": ({"Upload-Length": "5", "Upload-Metadata": f"filename {encoded(bytes([255]))}"}, "Upload-Metadata"),
    "a long title": ({"Upload-Length": "5", "Upload-Metadata": metadata(title="t" * 201)}, "title"),
    "a NUL in the title": ({"Upload-Length": "5", "Upload-Metadata": metadata(title="a\0b")}, "title"),
    "no such visibility": ({"Upload-Length": "5", "Upload-Metadata": metadata(visibility="secret")}, "visibility"),
    "no folder's id": ({"Upload-Length": "5", "Upload-Metadata": metadata(folder_id="root")}, "folder_id"),
    "no album's id": ({"Upload-Length": "5", "Upload-Metadata": metadata(album_id="best")}, "album_id"),
    "an unknown album": ({"Upload-Length": "5", "Upload-Metadata": metadata(album_id=ROUTE)}, "album_id"),
}


@pytest.mark.parametrize(("headers", "attr"), BAD.values(), ids=BAD)
def test_what_is_malformed_is_a_400_that_names_it_and_leaves_nothing(adas, headers, attr):
    with leaving_nothing():
        response = post(adas, **headers)
    assert (response.status_code, list(errors_of(response))) == (400, [attr])


def test_anothers_folder_is_a_400_on_it(adas, ben):
    folder = Folder.objects.create(owner=ben, name="bens")
    with leaving_nothing():
        response = announce(adas, 5, folder_id=str(folder.pk))
    assert errors_of(response) == {"folder_id": "does_not_exist"}


def test_keys_that_mean_nothing_here_are_kept_and_ignored(adas):
    sent = f"filename {encoded('a.txt')},is_confidential,x {encoded(bytes(range(256)))}"
    response = post(adas, Upload_Length="5", Upload_Metadata=sent)
    assert head(adas, response["Location"])["Upload-Metadata"] == sent


def test_one_byte_over_the_limit_is_a_413(adas, settings):
    settings.MAX_UPLOAD_SIZE = 1000
    with leaving_nothing():
        response = announce(adas, 1001)
    assert (response.status_code, errors_of(response)) == (413, {"Upload-Length": "too_large"})
    assert announce(adas, 1000).status_code == 201


def test_room_is_held_for_the_whole_from_the_start(ada, adas):
    Statistics.objects.filter(pk=ada.pk).update(storage_limit=1000)
    begun(adas, 700)
    with leaving_nothing():
        response = announce(adas, 301)
    assert (response.status_code, only_code(response)) == (400, "quota_exceeded")
    assert announce(adas, 300).status_code == 201
    assert Statistics.objects.get(pk=ada.pk).storage_reserved == 1000


def test_an_empty_file_is_refused_as_upload_does(adas):
    with leaving_nothing():
        response = announce(adas, 0)
    assert (response.status_code, refusals(response)) == (400, [("files.0", "empty")])


def test_unfinished_uploads_have_a_limit_that_finished_ones_do_not_count_to(adas, monkeypatch):
    monkeypatch.setattr(announcing, "AT_ONCE", 2)
    first, _second = begun(adas, 10), begun(adas, 10)
    with leaving_nothing():
        response = announce(adas, 10)
    assert (response.status_code, only_code(response)) == (409, "too_many_uploads")
    assert patch(adas, first, some_text(10)).status_code == 204
    assert announce(adas, 10).status_code == 201


def test_the_same_key_gives_the_same_upload(adas):
    first, again = (announce(adas, 10, headers={"Idempotency-Key": "one"}) for _ in range(2))
    assert (again.status_code, again["Location"]) == (201, first["Location"])
    assert (ResumableUpload.objects.count(), Reservation.objects.count(), len(kept())) == (1, 1, 1)


def test_the_same_key_for_another_file_is_a_409(adas):
    announce(adas, 10, headers={"Idempotency-Key": "one"})
    response = announce(adas, 11, headers={"Idempotency-Key": "one"})
    assert (response.status_code, errors_of(response)) == (409, {"Idempotency-Key": "idempotency_key_reused"})


def test_the_bytes_may_come_with_the_announcement(adas):
    data = some_text(300)
    part = post(adas, data[:200], Upload_Length="300", Upload_Metadata=metadata(filename="a.txt"))
    assert (part.status_code, part["Upload-Offset"]) == (201, "200")
    assert patch(adas, part["Location"], data[200:], 200)["Upload-Offset"] == "300"


def test_all_of_a_file_may_come_with_the_announcement(adas):
    response = post(adas, some_text(300), Upload_Length="300", Upload_Metadata=metadata(filename="a.txt"))
    assert (response.status_code, response["Upload-Offset"]) == (201, "300")
    assert response["Upload-Result-Id"] == str(File.objects.get().pk)


def test_more_than_was_announced_is_refused_and_leaves_nothing(adas):
    with leaving_nothing():
        response = post(adas, some_text(301), Upload_Length="300", Upload_Metadata=metadata(filename="a.txt"))
    assert (response.status_code, only_code(response)) == (413, "too_large")


def test_a_body_of_another_type_is_a_415_and_leaves_nothing(adas):
    with leaving_nothing():
        response = post(adas, some_text(300), "text/plain", Upload_Length="300")
    assert response.status_code == 415


def test_bytes_garbled_on_the_way_are_not_kept_but_the_upload_is(adas):
    response = post(adas, b"hallo", Upload_Length="9", Upload_Checksum=checksum(b"hello"))
    assert (response.status_code, response["Upload-Offset"]) == (201, "0")
    assert offset(adas, response["Location"]) == 0
