"""Pictures in an album: put in, ordered, listed, taken out."""

import pytest

from gallery.models import AlbumImage, File, Image
from gallery.tests.albums import NOWHERE, add, album_of, held, make
from gallery.tests.library import codes, new_image, titles


@pytest.fixture
def three(ada):
    return [new_image(ada, title, visibility="private") for title in ("a", "b", "c")]


def put_order(client, album, image_ids):
    return client.put(f"/api/albums/{album.pk}/images/order", {"image_ids": [str(each) for each in image_ids]})


def test_pictures_come_last_in_the_order_they_are_named(ada, adas, three):
    album = album_of(ada, three[0])
    told = add(adas, album.pk, three[2].pk, three[1].pk)
    assert (told.status_code, told.json()["image_count"]) == (200, 3)
    assert held(album) == [three[0].pk, three[2].pk, three[1].pk]


def test_what_is_in_it_already_stays_where_it_is(ada, adas, three):
    album = album_of(ada, *three)
    assert add(adas, album.pk, three[0].pk, three[0].pk).json()["image_count"] == 3
    assert held(album) == [image.pk for image in three]


@pytest.mark.parametrize(("visibility", "status"), [("public", 403), ("private", 404)])
def test_anothers_picture_refuses_all(ada, ben, adas, three, visibility, status):
    foreign, album = new_image(ben, visibility=visibility), album_of(ada)
    assert add(adas, album.pk, three[0].pk, foreign.pk, three[1].pk).status_code == status
    assert held(album) == []


def test_an_unknown_picture_refuses_all(ada, adas, three):
    album = album_of(ada)
    assert add(adas, album.pk, three[0].pk, NOWHERE).status_code == 404
    assert held(album) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "required"),
        ({"image_ids": []}, "empty"),
        ({"image_ids": "a"}, "not_a_list"),
        ({"image_ids": [1] * 501}, "max_length"),
    ],
)
def test_what_is_no_list_of_ids_is_refused(adas, body, code):
    answer = adas.post(f"/api/albums/{make(adas)['id']}/images", body)
    assert (answer.status_code, codes(answer)) == (400, {"image_ids": code})


@pytest.mark.parametrize(("privacy", "status"), [("public", 403), ("private", 404)])
def test_others_put_nothing_into_it(ada, ben, bens, visitor, privacy, status):
    album, own = album_of(ada, privacy_setting=privacy), new_image(ben)
    assert add(bens, album.pk, own.pk).status_code == status
    assert add(visitor, album.pk, own.pk).status_code == 401
    assert held(album) == []


def test_the_list_follows_the_order_by_page_and_by_cursor(ada, adas, three):
    album = album_of(ada, *three)
    assert put_order(adas, album, [three[1].pk, three[2].pk, three[0].pk]).status_code == 200
    answer = adas.get(f"/api/albums/{album.pk}/images").json()
    assert [image["title"] for image in answer["results"]] == ["b", "c", "a"]
    walked, url = [], f"/api/albums/{album.pk}/images?page_size=1&cursor="
    while url:
        page = adas.get(url).json()
        walked, url = walked + [image["title"] for image in page["results"]], page["next"]
    assert walked == ["b", "c", "a"]


def test_an_order_is_told_back(ada, adas, three):
    album, order = album_of(ada, *three), [str(image.pk) for image in reversed(three)]
    assert put_order(adas, album, order).json() == {"id": str(album.pk), "image_ids": order}


@pytest.mark.parametrize("wrong", ["one missing", "one twice", "one too many", "none"])
def test_an_order_names_each_picture_once_and_no_other(ada, adas, three, wrong):
    album, ids = album_of(ada, *three), [image.pk for image in three]
    named = {"one missing": ids[:2], "one twice": [ids[0], *ids[:2]], "one too many": [*ids, NOWHERE], "none": []}
    answer = put_order(adas, album, named[wrong])
    assert (answer.status_code, codes(answer)) == (400, {"image_ids": "incomplete"})
    assert held(album) == ids


def test_the_order_is_its_owners(ada, bens, visitor, three):
    album = album_of(ada, *three, privacy_setting="public")
    assert put_order(bens, album, held(album)).status_code == 403
    assert put_order(visitor, album, held(album)).status_code == 401


def test_taking_a_picture_out_keeps_it(ada, adas, three):
    album = album_of(ada, *three)
    answer = adas.delete(f"/api/albums/{album.pk}/images/{three[1].pk}")
    told = {"id": str(three[1].pk), "deleted": True, "album_id": str(album.pk), "image_deleted": False}
    assert (answer.status_code, answer.json()) == (200, told)
    assert held(album) == [three[0].pk, three[2].pk]
    assert Image.objects.count() == 3
    assert adas.delete(f"/api/albums/{album.pk}/images/{three[1].pk}").status_code == 404


def test_it_may_be_deleted_on_the_way(ada, adas, three):
    album, other = album_of(ada, *three), album_of(ada, three[1])
    url = f"/api/albums/{album.pk}/images/{three[1].pk}"
    assert adas.delete(f"{url}?delete_image=maybe").status_code == 400
    assert adas.delete(f"{url}?delete_image=true").json()["image_deleted"] is True
    assert File.objects.count() == 2
    other.refresh_from_db()
    assert other.image_count == 0


@pytest.mark.parametrize(("privacy", "status"), [("public", 403), ("private", 404)])
def test_others_take_nothing_out(ada, bens, visitor, three, privacy, status):
    album = album_of(ada, three[0], privacy_setting=privacy)
    url = f"/api/albums/{album.pk}/images/{three[0].pk}"
    assert bens.delete(url).status_code == status
    assert visitor.delete(url).status_code == 401
    assert AlbumImage.objects.count() == 1


def test_a_picture_that_is_deleted_leaves_its_albums(ada, adas, three):
    album = album_of(ada, *three)
    adas.delete(f"/api/images/{three[0].pk}")
    assert adas.get(f"/api/albums/{album.pk}").json()["image_count"] == 2


def test_pictures_are_filtered_by_an_album_that_the_viewer_sees(ada, adas, visitor, three):
    new_image(ada, "elsewhere")
    album = album_of(ada, *three)
    assert set(titles(adas, album=album.pk)) == {"a", "b", "c"}
    assert titles(visitor, album=album.pk) == titles(adas, album=NOWHERE) == []
    adas.patch(f"/api/albums/{album.pk}", {"privacy_setting": "public"})
    assert set(titles(visitor, album=album.pk)) == {"a", "b", "c"}


def test_a_filter_by_what_is_no_album_is_refused(adas):
    assert codes(adas.get("/api/images?album=sea")) == {"album": "invalid"}
