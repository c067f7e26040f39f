"""A picture whose owner changes what it says of its rights is drawn anew, and the copies that said otherwise are gone."""

import pytest
from django_tasks_db.models import DBTaskResult

from gallery.models import Image, Rendition
from gallery.storage import renditions
from gallery.tasks import render_image, renew_credit
from gallery.tests.library import upload
from gallery.tests.pictures import camera_jpeg

RENEW = "gallery.tasks.renew_credit"


def asked():
    """The pictures that wait to be drawn anew."""
    return [row.args_kwargs["args"][0] for row in DBTaskResult.objects.filter(task_path=RENEW)]


def words_on_the_shelf():
    """The copies that lie there, each as the text that its bytes hold."""
    return [renditions().path(name).read_bytes().decode("latin-1") for name in renditions().names()]


@pytest.fixture
def image_id(adas) -> str:
    """A picture of ada's with every standing copy but AVIF."""
    image_id = upload(adas, visibility="public")["id"]
    render_image.call(image_id)
    return image_id


@pytest.mark.parametrize(
    ("changes", "times"),
    [
        ([{"ai_training": "disallowed"}], 1),
        ([{"copyright_notice": "© the museum"}], 1),
        ([{"ai_training": "disallowed"}, {"ai_training": "disallowed"}], 1),
        ([{"ai_training": "disallowed"}, {"ai_training": None}], 2),
        ([{"ai_training": ""}], 0),
        ([{"title": "Dunes"}], 0),
    ],
)
def test_a_change_of_rights_and_no_other_asks_for_new_copies(adas, image_id, changes, times):
    for change in changes:
        assert adas.patch(f"/api/images/{image_id}", change).status_code == 200
    assert asked() == [image_id] * times


def test_every_copy_says_the_new_thing_and_the_old_bytes_are_gone(adas, image_id, django_capture_on_commit_callbacks):
    before = set(renditions().names())
    adas.patch(f"/api/images/{image_id}", {"ai_training": "disallowed", "copyright_notice": "(c) the museum"})
    with django_capture_on_commit_callbacks(execute=True):
        assert renew_credit.call(image_id) == len(before)
    assert before.isdisjoint(renditions().names())
    assert set(renditions().names()) == set(Rendition.objects.values_list("stored_name", flat=True))
    assert all("AIMLTRAINING" in words and "(c) the museum" in words for words in words_on_the_shelf())
    assert renew_credit.call(image_id) == 0


def test_other_pictures_keep_their_copies(adas, image_id):
    other = upload(adas, camera_jpeg())["id"]
    before = list(Rendition.objects.filter(image=other).values())
    adas.patch(f"/api/images/{image_id}", {"ai_training": "allowed"})
    renew_credit.call(image_id)
    assert list(Rendition.objects.filter(image=other).values()) == before


def test_a_cache_that_holds_an_old_copy_learns_that_there_is_another(adas, visitor, image_id):
    address = f"/api/images/{image_id}/thumbnail?format=webp"
    etag = visitor.get(address).headers["ETag"]
    adas.patch(f"/api/images/{image_id}", {"ai_training": "disallowed"})
    renew_credit.call(image_id)
    assert visitor.get(address, headers={"if-none-match": etag}).status_code == 200


def test_a_picture_that_was_deleted_meanwhile_asks_nothing(adas, image_id):
    adas.delete(f"/api/images/{image_id}")
    assert renew_credit.call(image_id) == 0


@pytest.mark.parametrize(("who", "status"), [("ben", 403), (None, 401)])
def test_only_the_owner_says_it(request, client_of, visitor, image_id, who, status):
    client = client_of(request.getfixturevalue(who)) if who else visitor
    assert client.patch(f"/api/images/{image_id}", {"ai_training": "allowed"}).status_code == status
    assert Image.objects.get().ai_training == ""
    assert asked() == []
