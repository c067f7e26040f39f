"""The picture that stands for an exhibition: who gets it, in which sizes, telling what."""

import pytest

from gallery.models import Image
from gallery.tests.library import codes, upload
from gallery.tests.pictures import camera_jpeg
from portfolio.models import Exhibition
from portfolio.tests.calls import ROUTE, call_for_entry, put, read
from portfolio.tests.entries import new_exhibition

pytestmark = [pytest.mark.django_db, pytest.mark.same_on_any_database]
SIZES = ["large", "medium", "small", "square", "xlarge"]


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


@pytest.fixture
def picture(adas):
    """A private photograph of ada's, 640 by 480, that tells where it was taken."""
    return Image.objects.get(pk=upload(adas, camera_jpeg(640, 480), alt_text="The quay.")["id"])


@pytest.fixture
def exhibition(ada, picture):
    return new_exhibition(ada, cover=picture)


def get(client, exhibition, **query):
    return client.get(f"{ROUTE}/{exhibition.pk}/cover", query)


def test_every_size_is_told_with_its_address_and_extent_and_opens_to_anyone(adas, visitor, picture):
    told = call_for_entry(adas, status="open", cover_image_id=str(picture.pk))["cover"]
    assert sorted(told["sizes"]) == SIZES
    assert (told["width"], told["height"]) == (640, 480)
    assert told["url"] == told["sizes"]["xlarge"]["url"]
    for size in told["sizes"].values():
        answer = visitor.get(size["url"], headers={"Accept": "image/webp"})
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
        assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("public, max-age=60", "nosniff")
    assert visitor.get(f"/api/images/{picture.pk}").status_code == 404


def test_its_copies_tell_nothing_of_the_place_and_its_address_nothing_of_the_picture(visitor, exhibition, picture):
    assert picture.location_lat is not None
    answer = get(visitor, exhibition, size="small", format="jpeg")
    assert b"GPS" not in answer.getvalue()
    told = read(visitor, exhibition)
    assert told["cover_image_id"] is None
    assert str(picture.pk) not in str(told)


def test_another_picture_has_another_address(adas, exhibition):
    before = read(adas, exhibition)["cover"]["url"]
    other = upload(adas, camera_jpeg(320, 240), name="other.jpg")["id"]
    assert put(adas, exhibition, cover_image_id=other).json()["cover"]["url"] != before


def test_of_a_draft_its_organiser_alone_gets_it(ada, ben, adas, client_of, visitor, picture):
    draft = new_exhibition(ada, status="draft", cover=picture)
    answer = get(adas, draft)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, max-age=300")
    assert [get(client, draft).status_code for client in (visitor, client_of(ben))] == [404, 404]


def test_one_that_a_moderator_hid_is_gone(visitor, exhibition, picture):
    Image.objects.filter(pk=picture.pk).update(is_hidden=True)
    assert read(visitor, exhibition)["cover"] is None
    assert get(visitor, exhibition).status_code == 404


def test_a_picture_that_is_deleted_leaves_the_exhibition_without_one(adas, visitor, exhibition, picture):
    assert adas.delete(f"/api/images/{picture.pk}").status_code == 200
    assert (read(visitor, exhibition)["cover"], get(visitor, exhibition).status_code) == (None, 404)
    assert Exhibition.objects.count() == 1


@pytest.mark.parametrize("query", [{"size": "huge"}, {"format": "tiff"}])
def test_what_there_is_not_is_refused_by_name(visitor, exhibition, query):
    answer = get(visitor, exhibition, **query)
    assert (answer.status_code, codes(answer)) == (400, dict.fromkeys(query, "invalid_choice"))


def test_a_browser_that_has_it_is_not_sent_it_again(visitor, exhibition):
    etag = get(visitor, exhibition)["ETag"]
    assert visitor.get(f"{ROUTE}/{exhibition.pk}/cover", headers={"If-None-Match": etag}).status_code == 304
