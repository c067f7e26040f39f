"""The same bytes are kept once for each person, and whoever asks is told so beforehand."""

import hashlib
import os
import uuid
from pathlib import Path

import pytest

from accounts.models import Statistics
from accounts.tests.answers import errors_of
from gallery.actions.uploads import put_back
from gallery.intake.staging import Writer
from gallery.models import File
from gallery.storage import originals
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import kept, refusals, results, send, some_text

PICTURE = jpeg(80, 60)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def original_of(result) -> Path:
    return originals().path(File.objects.get(pk=result["id"]).stored_name)


def ask(client, *checksums):
    return client.post("/api/upload/check", {"checksums": list(checksums)})


def test_the_same_picture_under_another_name_is_a_duplicate(adas):
    (first,) = send(adas, ("a.jpg", PICTURE)).json()["results"]
    (second,) = send(adas, ("b.jpg", PICTURE)).json()["results"]
    assert (second["status"], second["id"], second["url"]) == ("duplicate", first["id"], first["url"])
    assert second["image"]["id"] == second["file"]["id"] == first["id"]
    assert (second["filename"], second["file"]["name"]) == ("b.jpg", "a.jpg")


def test_a_duplicate_takes_no_room_and_leaves_nothing(ada, adas):
    send(adas, ("a.jpg", PICTURE))
    before = kept()
    send(adas, ("b.jpg", PICTURE))
    statistics = Statistics.objects.get(pk=ada.pk)
    assert kept() == before
    assert (statistics.storage_used, statistics.file_count, statistics.image_count) == (len(PICTURE), 1, 1)
    assert statistics.storage_reserved == 0


def test_another_person_has_a_copy_of_their_own(adas, bens):
    (hers,) = send(adas, ("a.jpg", PICTURE)).json()["results"]
    (his,) = send(bens, ("a.jpg", PICTURE)).json()["results"]
    assert his["status"] == "created"
    assert his["id"] != hers["id"]
    assert File.objects.values("stored_name").distinct().count() == 2


def test_deleting_ones_own_copy_leaves_the_others(adas, bens):
    (hers,) = send(adas, ("a.txt", b"same\n")).json()["results"]
    (his,) = send(bens, ("a.txt", b"same\n")).json()["results"]
    adas.delete(f"/api/files/{hers['id']}")
    assert bens.get(f"/api/files/{his['id']}/download").getvalue() == b"same\n"


def test_what_was_deleted_may_come_again(adas):
    (first,) = send(adas, ("a.txt", b"same\n")).json()["results"]
    adas.delete(f"/api/files/{first['id']}")
    response = send(adas, ("a.txt", b"same\n"))
    assert (response.status_code, results(response)) == (201, [("created", None)])


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: os.truncate(path, 7)], ids=["missing", "short"])
def test_a_duplicate_gives_back_bytes_that_the_disk_lost(adas, damage):
    (first,) = send(adas, ("a.jpg", PICTURE)).json()["results"]
    before = kept()
    damage(original_of(first))
    assert results(send(adas, ("b.jpg", PICTURE))) == [("duplicate", None)]
    assert kept() == before
    assert original_of(first).read_bytes() == PICTURE


def test_without_room_to_bring_them_lost_bytes_are_no_duplicate(ada, adas):
    (first,) = send(adas, ("a.txt", b"same\n")).json()["results"]
    Statistics.objects.filter(pk=ada.pk).update(storage_limit=5)
    original_of(first).unlink()
    assert refusals(send(adas, ("a.txt", b"same\n"))) == [("files.0", "quota_exceeded")]


def test_a_file_deleted_meanwhile_is_given_no_bytes(adas):
    (first,) = send(adas, ("a.txt", b"same\n")).json()["results"]
    file = File.objects.get()
    original_of(first).unlink()
    adas.delete(f"/api/files/{first['id']}")
    with Writer() as writer:
        writer.write(b"same\n")
    staged = writer.finish()
    assert put_back(file, staged) is None
    assert kept() == [f"staging/{staged.stored_name}"]


def test_the_same_bytes_under_a_pictures_name_are_a_mismatch_still(adas):
    send(adas, ("a.txt", b"same\n"))
    assert send(adas, ("a.jpg", b"same\n")).status_code == 415


def test_a_check_tells_what_is_here(adas):
    (sent,) = send(adas, ("a.txt", b"here\n")).json()["results"]
    response = ask(adas, digest(b"here\n"), digest(b"not here\n"))
    assert response.status_code == 200
    assert response.json() == {
        "results": [
            {"checksum": digest(b"here\n"), "exists": True, "id": sent["id"]},
            {"checksum": digest(b"not here\n"), "exists": False, "id": None},
        ]
    }


def test_the_checksum_that_a_file_tells_is_the_one_to_ask_for(adas):
    (sent,) = send(adas, ("a.jpg", PICTURE)).json()["results"]
    assert sent["file"]["checksum"] == sent["image"]["file_hash"] == digest(PICTURE)


def test_a_check_tells_of_no_file_whose_bytes_are_lost(adas):
    (sent,) = send(adas, ("a.txt", b"here\n")).json()["results"]
    original_of(sent).unlink()
    (answer,) = ask(adas, digest(b"here\n")).json()["results"]
    assert (answer["exists"], answer["id"]) == (False, None)


def test_a_check_says_nothing_of_others_files(adas, bens):
    send(adas, ("a.txt", b"here\n"))
    assert ask(bens, digest(b"here\n")).json()["results"][0]["exists"] is False


def test_a_check_takes_capitals_and_repetitions(adas):
    send(adas, ("a.txt", b"here\n"))
    answers = ask(adas, digest(b"here\n").upper(), digest(b"here\n")).json()["results"]
    assert [each["exists"] for each in answers] == [True, True]


def test_a_check_takes_500_and_no_more(adas):
    many = [digest(uuid.uuid4().bytes) for _ in range(501)]
    assert len(ask(adas, *many[:500]).json()["results"]) == 500
    assert ask(adas, *many).status_code == 400


@pytest.mark.parametrize("body", [{}, {"checksums": "abc"}, {"checksums": ["abc"]}, {"checksums": [None]}, []])
def test_a_check_of_what_is_no_checksum_is_refused(adas, body):
    assert adas.post("/api/upload/check", body).status_code == 400


def test_a_check_names_the_checksum_that_is_none(adas):
    assert list(errors_of(ask(adas, digest(b"a"), "abc"))) == ["checksums.1"]


def test_an_empty_check_is_answered(adas):
    assert ask(adas).json() == {"results": []}


def test_a_visitor_may_not_check(visitor):
    assert ask(visitor, digest(some_text())).status_code == 401
