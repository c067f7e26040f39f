"""The cover of an album: the one that was chosen, else the first; never what is not in it."""

import pytest

from gallery.tests.albums import add, album_of, held
from gallery.tests.library import codes, new_image


@pytest.fixture
def pictures(ada):
    return [new_image(ada, title, visibility="private") for title in ("a", "b")]


@pytest.fixture
def album(ada, pictures):
    return album_of(ada, *pictures)


def cover(client, album):
    """The chosen cover and the one that is shown, by id."""
    told = client.get(f"/api/albums/{album.pk}").json()
    shown = told["cover"] and told["cover"]["small"]["url"].split("/api/images/")[1].split("/")[0]
    return told["cover_image_id"], shown


def choose(client, album, image):
    return client.put(f"/api/albums/{album.pk}", {"cover_image_id": image and str(image.pk)})


def test_without_a_choice_the_first_is_shown(adas, album, pictures):
    assert cover(adas, album) == (None, str(pictures[0].pk))
    order = [str(each) for each in reversed(held(album))]
    adas.put(f"/api/albums/{album.pk}/images/order", {"image_ids": order})
    assert cover(adas, album) == (None, str(pictures[1].pk))


def test_the_chosen_one_is_shown_in_every_size(adas, album, pictures):
    assert choose(adas, album, pictures[1]).status_code == 200
    assert cover(adas, album) == (str(pictures[1].pk), str(pictures[1].pk))
    told = adas.get("/api/albums").json()["results"][0]["cover"]
    assert set(told) == {"small", "medium", "large", "xlarge", "square"}
    assert choose(adas, album, None).json()["cover_image_id"] is None


def test_a_cover_is_in_the_album(ada, adas, ben, album):
    for outside in (new_image(ada), new_image(ben), new_image(ben, visibility="private")):
        answer = choose(adas, album, outside)
        assert (answer.status_code, codes(answer)) == (400, {"cover_image_id": "does_not_exist"})


@pytest.mark.parametrize("way", ["taken out", "deleted"])
def test_a_cover_that_leaves_makes_room_for_the_first(adas, album, pictures, way):
    choose(adas, album, pictures[1])
    where = f"albums/{album.pk}/images" if way == "taken out" else "images"
    assert adas.delete(f"/api/{where}/{pictures[1].pk}").status_code == 200
    assert cover(adas, album) == (None, str(pictures[0].pk))


def test_an_empty_album_has_none(ada, adas, pictures):
    album = album_of(ada)
    assert cover(adas, album) == (None, None)
    add(adas, album.pk, pictures[0].pk)
    assert cover(adas, album) == (None, str(pictures[0].pk))


def test_no_list_shows_a_cover_that_its_viewer_may_not_see(ada, adas, visitor, album, pictures):
    choose(adas, album, pictures[0])
    assert visitor.get("/api/albums").json()["results"] == []
    adas.patch(f"/api/albums/{album.pk}", {"privacy_setting": "public"})
    url = visitor.get("/api/albums").json()["results"][0]["cover"]["small"]["url"]
    assert visitor.get(f"/api/images/{pictures[0].pk}").status_code == 200
    assert str(pictures[0].pk) in url
