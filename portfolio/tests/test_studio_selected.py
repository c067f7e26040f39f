"""A deed on chosen pictures by a form: looked at first, then done."""

import pytest
from django.test import Client

from gallery.models import Image
from gallery.tests.batches import inside, new_album
from gallery.tests.library import new_image
from gallery.tests.works import new_work

SELECTED = "/studio/library/selected"


@pytest.fixture
def adas(ada):
    browser = Client()
    browser.force_login(ada)
    return browser


@pytest.fixture
def pair(ada):
    return [new_image(ada, title, visibility="private") for title in ("Dunes", "Harbour")]


def send(client, images, operation, **said):
    return client.post(SELECTED, {"image_ids": [str(each.pk) for each in images], "operation": operation, **said})


def tags(image) -> list[str]:
    return list(image.tags.order_by("name").values_list("name", flat=True))


def test_by_get_there_is_nothing_to_do(adas, visitor):
    assert adas.get(SELECTED).headers["Location"] == "/studio/library"
    assert visitor.post(SELECTED).headers["Location"] == f"/login?next={SELECTED}"


def test_first_it_is_shown_and_nothing_is_changed(adas, pair):
    answer = send(adas, pair, "tag", tags="Sea, grey light")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "2 pictures will be tagged." in page
    assert [tile.name for tile in answer.context["tiles"]] == ["Dunes", "Harbour"]
    assert tags(pair[0]) == []


def test_what_was_shown_is_done_when_it_is_confirmed(adas, pair):
    shown = send(adas, pair, "tag", tags="Sea, grey light", next="/studio/library?tags=x")
    kept = dict(shown.context["kept"])
    answer = send(adas, pair, confirmed="true", next=shown.context["next"], **kept)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/studio/library?tags=x")
    assert tags(pair[1]) == ["grey light", "sea"]
    assert "2 pictures were tagged." in adas.get("/studio/library").content.decode()


@pytest.mark.parametrize("operation", ["move", "copy"])
def test_pictures_come_into_an_album(adas, ada, pair, operation):
    first, second = new_album(ada, *pair, name="First"), new_album(ada, name="Second")
    send(adas, pair, operation, album_id=str(second.pk), confirmed="true")
    assert inside(second) == ["Dunes", "Harbour"]
    assert inside(first) == ([] if operation == "move" else ["Dunes", "Harbour"])


def test_some_stay_as_they_are_and_that_is_said(adas, ada, pair):
    open_one = new_image(ada, "Open")
    page = send(adas, [*pair, open_one], "visibility", visibility="public").content.decode()
    assert "2 pictures will be changed." in page
    assert "1 stays as it is" in page


def test_what_a_work_shows_is_not_deleted_and_the_work_is_named(adas, ada, pair):
    new_work(ada, "The storm", images=(pair[0],))
    for said in ({}, {"confirmed": "true"}):
        answer = send(adas, pair, "delete", **said)
        assert answer.status_code == 400
        assert "The storm" in answer.content.decode()
    assert Image.objects.count() == 2


@pytest.mark.parametrize(
    ("operation", "said", "word"),
    [
        ("tag", {}, "This operation needs it."),
        ("tag", {"tags": "x" * 51}, "at most 50 characters"),
        ("move", {"album_id": "nonsense"}, "Album"),
        ("visibility", {"visibility": "friends"}, "Who sees them"),
        ("dance", {}, "dance"),
    ],
)
def test_what_cannot_be_read_is_said_and_can_be_put_right_there(adas, pair, operation, said, word):
    answer = send(adas, pair, operation, **said)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert word in page
    assert 'name="operation"' in page
    assert str(pair[0].pk) in page


def test_nothing_chosen_is_said(adas):
    assert "Pictures" in send(adas, [], "delete").content.decode()


def test_others_pictures_are_neither_changed_nor_shown(adas, ben, pair):
    closed = new_image(ben, "Secret", visibility="private")
    answer = send(adas, [*pair, closed], "visibility", visibility="public", confirmed="true")
    assert answer.status_code == 400
    assert "Secret" not in answer.content.decode()
    assert not Image.objects.filter(visibility="public").exists()


def test_works_are_made_of_them_on_the_page_of_works(adas, pair):
    ids = ",".join(str(each.pk) for each in pair)
    assert send(adas, pair, "works").headers["Location"] == f"/studio/works/new?images={ids.replace(',', '%2C')}"
    assert send(adas, pair * 51, "works").headers["Location"] == "/studio/library"


def test_it_never_leads_to_another_site(adas, pair):
    answer = send(adas, pair, "tag", tags="sea", confirmed="true", next="https://elsewhere.example/")
    assert answer.headers["Location"] == "/studio/library"
