"""Pictures that come into an album as they are uploaded or changed."""

import pytest

from gallery.actions import uploads
from gallery.models import Album, AlbumImage, File, Image, Tag
from gallery.tests.albums import NOWHERE, album_of, held
from gallery.tests.library import codes, new_image, upload
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import kept, named, results, send


def test_an_upload_goes_into_the_album_each_file_of_it(ada, adas):
    album = album_of(ada)
    answer = send(adas, ("a.jpg", jpeg(40, 30)), ("b.jpg", jpeg(50, 30)), album_id=str(album.pk))
    told = [result["id"] for result in answer.json()["results"]]
    assert [str(each) for each in held(album)] == told
    entry = {"id": str(album.pk), "name": "Sea"}
    assert [result["image"]["albums"] for result in answer.json()["results"]] == [[entry], [entry]]
    assert Album.objects.get().image_count == 2


def test_what_is_here_already_goes_there_too(ada, adas):
    album, first = album_of(ada), upload(adas, jpeg(40, 30))
    answer = send(adas, ("again.jpg", jpeg(40, 30)), album_id=str(album.pk))
    assert results(answer) == [("duplicate", None)]
    assert [str(each) for each in held(album)] == [first["id"]]
    assert answer.json()["results"][0]["image"]["albums"]


def test_of_files_that_are_rejected_nothing_enters(ada, adas):
    album = album_of(ada)
    answer = send(adas, ("a.jpg", jpeg(40, 30)), ("b.jpg", b"no picture"), album_id=str(album.pk))
    assert answer.status_code == 207
    assert len(held(album)) == 1


def test_a_file_that_is_no_picture_stays_outside(ada, adas):
    album = album_of(ada)
    assert send(adas, ("a.txt", b"words"), album_id=str(album.pk)).status_code == 201
    assert held(album) == []


def test_into_a_public_album_a_private_picture_is_open_at_once(ada, adas, visitor):
    album = album_of(ada, privacy_setting="public")
    told = upload(adas, jpeg(40, 30), album_id=str(album.pk), visibility="private", tags=["sea"])
    assert visitor.get(f"/api/images/{told['id']}").status_code == 200
    assert Tag.objects.get().public_count == 1


def test_a_public_picture_is_counted_for_its_tags_once(ada, adas):
    album = album_of(ada, privacy_setting="public")
    upload(adas, jpeg(40, 30), album_id=str(album.pk), visibility="public", tags=["sea"])
    upload(adas, jpeg(50, 30), visibility="public", tags=["sea"])
    assert Tag.objects.get().public_count == 2


@pytest.mark.parametrize("privacy", ["public", "private"])
def test_anothers_album_takes_nothing(ada, adas, ben, privacy):
    foreign = album_of(ben, privacy_setting=privacy)
    image = new_image(ada)
    uploaded = send(adas, ("a.jpg", jpeg(40, 30)), album_id=str(foreign.pk))
    changed = adas.patch(f"/api/images/{image.pk}", {"album_id": str(foreign.pk), "title": "New"})
    for answer in (uploaded, changed):
        assert (answer.status_code, codes(answer)) == (400, {"album_id": "does_not_exist"})
    assert (File.objects.count(), kept(), Image.objects.get().title) == (1, [], "")


def test_an_album_that_goes_meanwhile_leaves_nothing_of_the_upload(ada, adas, monkeypatch):
    album, develop = album_of(ada), uploads.develop

    def slowly(*given):
        Album.objects.filter(pk=album.pk).delete()
        return develop(*given)

    monkeypatch.setattr(uploads, "develop", slowly)
    answer = send(adas, ("a.jpg", jpeg(40, 30)), album_id=str(album.pk))
    assert (answer.status_code, codes(answer)) == (409, {None: "conflict"})
    assert (File.objects.count(), kept()) == (0, [])


def test_a_change_puts_a_picture_there_and_takes_it_from_nowhere(ada, adas):
    image = new_image(ada)
    first, second = album_of(ada, image), album_of(ada, name="Second")
    for _ in range(2):
        answer = adas.put(f"/api/images/{image.pk}", {"album_id": str(second.pk)})
        assert [album["name"] for album in answer.json()["albums"]] == ["Sea", "Second"]
    assert (held(first), held(second)) == ([image.pk], [image.pk])


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_album_is_no_change(ada, adas, nothing):
    image = new_image(ada)
    assert adas.patch(f"/api/images/{image.pk}", {"album_id": nothing}).status_code == 200
    assert codes(adas.patch(f"/api/images/{image.pk}", {"album_id": NOWHERE})) == {"album_id": "does_not_exist"}
    assert not AlbumImage.objects.exists()


def test_an_upload_of_a_form_may_leave_the_album_empty(adas):
    answer = adas.post("/api/upload", {"files": [named("a.jpg", jpeg(40, 30))], "album_id": ""}, format="multipart")
    assert answer.status_code == 201
