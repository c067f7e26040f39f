"""Where a picture was taken, and with which camera of them all: for its owner alone, unless they share the place."""

import pytest

from gallery.tests.library import listed, upload
from gallery.tests.pictures import CAMERA, PLACE, camera_jpeg

DIGITS = [b"48.85", b"2.294", b"48, 51", CAMERA["serial"].encode()]


@pytest.fixture
def image_id(ada, client_of):
    """Ada's public photograph with its place."""
    return upload(client_of(ada), camera_jpeg(), visibility="public")["id"]


def places(client, image_id):
    """The latitude that the list and the detail tell this client."""
    (brief,) = listed(client)
    whole = client.get(f"/api/images/{image_id}").json()
    return [told["metadata"]["location_lat"] for told in (brief, whole)]


def share(person):
    person.share_location = True
    person.save()


def test_the_owner_is_told_the_place(image_id, ada, client_of):
    assert places(client_of(ada), image_id) == pytest.approx([PLACE[0]] * 2, abs=1e-5)


@pytest.mark.parametrize("name", ["ben", "mo"])
def test_others_are_not_told_the_place(image_id, name, client_of, visitor, request):
    assert places(client_of(request.getfixturevalue(name)), image_id) == [None, None]
    assert places(visitor, image_id) == [None, None]


def test_others_are_told_it_once_the_owner_shares_it_and_no_longer(image_id, ada, visitor):
    share(ada)
    assert places(visitor, image_id) == pytest.approx([PLACE[0]] * 2, abs=1e-5)
    ada.share_location = False
    ada.save()
    assert places(visitor, image_id) == [None, None]


def test_that_ben_shares_his_places_tells_nobody_adas(image_id, ben, client_of):
    share(ben)
    assert places(client_of(ben), image_id) == [None, None]


@pytest.mark.parametrize("path", ["/api/images", "/api/images/{id}"])
def test_no_answer_to_a_stranger_holds_place_or_serial_number_anywhere(image_id, ben, client_of, visitor, path):
    for client in (client_of(ben), visitor):
        content = client.get(path.format(id=image_id)).content
        assert [digits for digits in DIGITS if digits in content] == []


def test_a_shared_place_does_not_share_the_serial_number(image_id, ada, visitor):
    share(ada)
    assert CAMERA["serial"].encode() not in visitor.get(f"/api/images/{image_id}").content


def test_the_owner_finds_the_serial_number_in_the_listing(image_id, ada, client_of):
    assert CAMERA["serial"].encode() in client_of(ada).get(f"/api/images/{image_id}").content
