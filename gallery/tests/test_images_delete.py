"""Deleting a picture, so that nothing of it is left."""

import pytest

from accounts.models import Statistics
from gallery.models import Access, File, Image, ImageTag, Rendition
from gallery.storage import originals, renditions
from gallery.tasks import render_image
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg


@pytest.fixture
def image_id(adas):
    """A public picture with every rendition drawn, tags and a history."""
    identifier = upload(adas, visibility="public", tags=["sea"])["id"]
    render_image.call(identifier)
    return identifier


@pytest.fixture
def delete(adas, image_id, django_capture_on_commit_callbacks):
    """Deletes it as ada, as a request of its own would."""

    def send(path="/api/images"):
        with django_capture_on_commit_callbacks(execute=True):
            return adas.delete(f"{path}/{image_id}")

    return send


def on_disk():
    return {*originals().names(), *renditions().names()}


@pytest.mark.parametrize("path", ["/api/images", "/api/files"])
def test_rows_original_and_every_rendition_are_gone(delete, image_id, visitor, path):
    visitor.get(f"/api/images/{image_id}")
    assert Rendition.objects.count() == 10
    assert len(on_disk()) == 11
    answer = delete(path)
    assert (answer.status_code, answer.json()) == (200, {"id": image_id, "deleted": True})
    assert [model.objects.count() for model in (File, Image, ImageTag, Rendition, Access)] == [0] * 5
    assert on_disk() == set()


def test_counts_and_room_are_given_back(delete, ada):
    before = Statistics.objects.get(pk=ada.pk)
    assert (before.image_count, before.file_count, before.storage_used) == (1, 1, len(jpeg()))
    delete()
    after = Statistics.objects.get(pk=ada.pk)
    assert (after.image_count, after.file_count, after.storage_used, after.storage_reserved) == (0, 0, 0, 0)


def test_the_person_sees_it_in_their_account(delete, adas):
    delete()
    told = adas.get("/api/auth/user").json()["statistics"]
    assert (told["total_images"], told["total_files"], told["storage_used"]) == (0, 0, 0)


@pytest.mark.parametrize(
    "path", ["images/{id}", "images/{id}/thumbnail", "images/{id}/download", "files/{id}/download"]
)
def test_every_address_of_it_is_empty(delete, image_id, adas, path):
    delete()
    assert adas.get(f"/api/{path.format(id=image_id)}").status_code == 404


def test_deleting_again_finds_nothing_and_takes_nothing_off(delete, adas, ada):
    upload(adas, jpeg(200, 100), name="other.jpg")
    delete()
    assert delete().status_code == 404
    assert Statistics.objects.get(pk=ada.pk).image_count == 1


def test_another_persons_copy_of_the_same_bytes_stays(delete, bens, image_id):
    other = upload(bens, visibility="public")["id"]
    assert other != image_id
    delete()
    assert bens.get(f"/api/images/{other}/download").getvalue() == jpeg()
    assert bens.get(f"/api/images/{other}/thumbnail").status_code == 200


def test_the_same_bytes_may_come_again_as_something_new(delete, adas, image_id):
    delete()
    again = upload(adas)
    assert (again["status"], again["id"] == image_id) == ("created", False)


def test_bytes_stay_while_the_deletion_may_still_be_undone(adas, image_id):
    adas.delete(f"/api/images/{image_id}")  # its transaction has not ended
    assert len(on_disk()) == 11


def test_a_picture_whose_files_are_gone_already_can_be_deleted(delete):
    for shelf in (originals(), renditions()):
        for name in list(shelf.names()):
            shelf.delete(name)
    assert delete().status_code == 200


def test_a_task_for_a_deleted_picture_does_nothing(delete, image_id):
    delete()
    assert render_image.call(image_id) == 0
    assert on_disk() == set()


def test_the_whole_library_goes_with_the_account(adas, image_id, django_capture_on_commit_callbacks):
    upload(adas, b"some words", name="notes.txt")
    with django_capture_on_commit_callbacks(execute=True):
        assert adas.delete("/api/auth/user", {"password": "correct horse battery"}).status_code == 200
    assert File.objects.count() == 0
    assert on_disk() == set()
