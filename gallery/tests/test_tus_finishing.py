"""What becomes of a file that came in pieces: what Upload would have made of it."""

import json
from dataclasses import replace

import pytest

from accounts.models import Reservation, Statistics
from gallery import renditions
from gallery.imaging import darkroom
from gallery.models import File, Folder, Image, ResumableUpload
from gallery.tests.pictures import jpeg, truncated
from gallery.tests.resumable import announce, begun, head, offset, patch, send_whole
from gallery.tests.uploading import kept, leaving_nothing, refusals, send, some_text

PICTURE = jpeg(120, 90)
SCRIPT = b"<!doctype html><script>alert(1)</script>"


def test_the_last_piece_tells_the_id_of_the_file(ada, adas):
    response = send_whole(adas, PICTURE, "sea.jpg")
    image = Image.objects.get()
    assert (response.status_code, response["Upload-Offset"]) == (204, str(len(PICTURE)))
    assert response["Upload-Result-Id"] == str(image.pk)
    assert (image.owner, image.width, image.height) == (ada, 120, 90)
    assert b"".join(adas.get(f"/api/images/{image.pk}/download")) == PICTURE


def test_what_is_said_of_it_is_heeded(ada, adas):
    folder = Folder.objects.create(owner=ada, name="summer")
    said = {"title": "Sea", "description": "Blue", "tags": "Sea, salt  water,", "visibility": "public"}
    send_whole(adas, PICTURE, "Meer/sea é.jpg", folder_id=str(folder.pk), **said)
    image = Image.objects.get()
    assert (image.title, image.description, image.visibility) == ("Sea", "Blue", "public")
    assert (image.file.name, image.file.folder) == ("sea é.jpg", folder)
    assert sorted(image.tags.values_list("name", flat=True)) == ["salt water", "sea"]


def test_the_room_that_was_held_is_room_used(ada, adas):
    send_whole(adas, PICTURE, "a.jpg")
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.storage_used, statistics.storage_reserved) == (len(PICTURE), 0)
    assert (statistics.file_count, statistics.image_count) == (1, 1)
    assert not Reservation.objects.exists()


def test_nothing_of_the_pieces_is_left(adas):
    send_whole(adas, some_text(500))
    assert kept() == [path for path in kept() if path.startswith("originals/")]


def test_what_is_here_already_is_told_by_its_id(ada, adas):
    send(adas, ("a.jpg", PICTURE))
    with leaving_nothing():
        response = send_whole(adas, PICTURE, "b.jpg")
    assert (response.status_code, response["Upload-Result-Id"]) == (204, str(File.objects.get().pk))


def test_the_outcome_is_told_again(adas):
    data = some_text(500)
    address = begun(adas, 500)
    told = patch(adas, address, data)["Upload-Result-Id"]
    again = [head(adas, address), patch(adas, address, b"", 500)]
    assert [(each["Upload-Offset"], each["Upload-Result-Id"]) for each in again] == [("500", told)] * 2
    assert [patch(adas, address, b"x", 500).status_code, patch(adas, address, data).status_code] == [413, 409]
    assert File.objects.count() == 1


def test_a_file_that_was_deleted_takes_its_upload_along(adas):
    address = begun(adas, 500)
    file_id = patch(adas, address, some_text(500))["Upload-Result-Id"]
    assert adas.delete(f"/api/files/{file_id}").status_code == 200
    assert head(adas, address).status_code == 404


REFUSED = {
    "a page": ("a.txt", SCRIPT, 415, "unsupported_type"),
    "no picture": ("a.jpg", b"hello there", 415, "type_mismatch"),
    "half a picture": ("a.jpg", truncated(PICTURE), 400, "corrupt_image"),
    "a picture with a page": ("a.jpg", PICTURE + SCRIPT, 400, "malicious"),
    "no name": ("", b"hello there", 400, "name_invalid"),
    "a name of dots": ("..", b"hello there", 400, "name_invalid"),
}


@pytest.mark.parametrize(("name", "data", "status", "code"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_is_the_one_of_upload_and_leaves_nothing(adas, name, data, status, code):
    with leaving_nothing():
        address = begun(adas, len(data), name)
        response = patch(adas, address, data)
    assert (response.status_code, refusals(response)) == (status, [("files.0", code)])
    again = patch(adas, address, b"", len(data))
    assert (again.status_code, again.json(), head(adas, address).status_code) == (status, response.json(), status)


def test_too_many_pixels_are_refused_too(adas, settings):
    settings.MAX_IMAGE_PIXELS = 1000
    response = send_whole(adas, PICTURE, "a.jpg")
    assert (response.status_code, refusals(response)) == (400, [("files.0", "too_many_pixels")])


def test_a_picture_comes_into_its_album(ada, adas):
    album_id = adas.post("/api/albums", {"name": "Sea"}).json()["id"]
    told = send_whole(adas, PICTURE, "a.jpg", album_id=album_id)["Upload-Result-Id"]
    assert [each["id"] for each in adas.get(f"/api/albums/{album_id}/images").json()["results"]] == [told]


def test_an_album_that_went_meanwhile_is_no_reason_to_lose_the_picture(ada, adas):
    album_id = adas.post("/api/albums", {"name": "Sea"}).json()["id"]
    address = begun(adas, len(PICTURE), "a.jpg", album_id=album_id)
    assert adas.delete(f"/api/albums/{album_id}").status_code == 200
    assert patch(adas, address, PICTURE)["Upload-Result-Id"] == str(Image.objects.get().pk)


@pytest.fixture
def full_darkroom(monkeypatch):
    """Every process of the darkroom is taken, and nobody waits for one; called, it is free again."""
    slots, given = darkroom._open_pool()._slots, []
    given.extend(slots.get(timeout=60) for _ in range(slots.qsize()))
    patient = renditions.limits()
    monkeypatch.setattr(renditions, "limits", lambda: replace(patient, queue_seconds=0.05))

    def free() -> None:
        while given:
            slots.put(given.pop())

    yield free
    free()


@pytest.mark.parametrize("ask", [head, lambda client, address: patch(client, address, b"", len(PICTURE))])
def test_where_the_darkroom_is_busy_it_is_finished_later(ada, adas, full_darkroom, ask):
    adas.raise_request_exception = False
    address = begun(adas, len(PICTURE), "a.jpg")
    response = patch(adas, address, PICTURE)
    assert (response.status_code, int(response["Retry-After"]) > 0) == (503, True)
    assert ask(adas, address).status_code == 503
    full_darkroom()
    assert ask(adas, address)["Upload-Result-Id"] == str(Image.objects.get().pk)
    assert Statistics.objects.get(pk=ada.pk).storage_reserved == 0


def test_an_upload_that_lost_its_room_makes_room_again(ada, adas):
    address = begun(adas, 500)
    Reservation.objects.all().delete()
    Statistics.objects.filter(pk=ada.pk).update(storage_reserved=0)
    assert patch(adas, address, some_text(500)).status_code == 204
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.storage_used, statistics.storage_reserved) == (500, 0)


def test_a_folder_that_went_meanwhile_is_no_reason_to_lose_the_file(ada, adas):
    folder = Folder.objects.create(owner=ada, name="summer")
    address = begun(adas, 500, folder_id=str(folder.pk))
    assert adas.delete(f"/api/folders/{folder.pk}").status_code == 200
    assert patch(adas, address, some_text(500)).status_code == 204
    assert File.objects.get().folder is None


def test_the_same_file_announced_twice_is_kept_once(adas):
    first, second = (announce(adas, 500)["Location"] for _ in range(2))
    data = some_text(500)
    told = {patch(adas, address, data)["Upload-Result-Id"] for address in (first, second)}
    assert (len(told), File.objects.count(), ResumableUpload.objects.count()) == (1, 1, 2)
    assert json.loads(adas.get("/api/files").content)["count"] == 1
    assert offset(adas, first) == 500
