"""The albums of the studio: one's own, in their order, by forms that do what the API does."""

from uuid import UUID, uuid4

import pytest

from gallery.models import Album, Image
from gallery.tests.albums import album_of, held
from gallery.tests.library import new_image
from portfolio.studio import album_pictures
from portfolio.studio.album_pictures import put_in_order

PAGES = ("", "/add", "/settings", "/delete", "/shares")
FACTS = {"description": "", "privacy_setting": "private", "parent_id": ""}


def room(album, way: str = "") -> str:
    return f"/studio/albums/{album.pk}{way}"


def told(read, client, path: str) -> str:
    return read(client, path).one("main").text


@pytest.fixture
def pictures(ada):
    return [new_image(ada, title) for title in ("Dunes", "Harbour", "Pier")]


@pytest.fixture
def album(ada, pictures):
    return album_of(ada, *pictures)


@pytest.mark.parametrize("way", PAGES)
def test_others_find_nothing_and_visitors_sign_in_first(client_of, visitor, cyn, album, way):
    assert client_of(cyn).get(room(album, way)).status_code == 404
    answer = visitor.get(room(album, way))
    assert (answer.status_code, answer["Location"]) == (302, f"/login?next={room(album, way)}")


@pytest.mark.parametrize("way", ["order", "pictures", "added"])
def test_others_change_nothing(client_of, cyn, album, pictures, way):
    sent = {"deed": "remove", "image_ids": [str(pictures[0].pk)]}
    assert client_of(cyn).post(room(album, f"/{way}"), sent, format="multipart").status_code == 404
    assert held(album) == [each.pk for each in pictures]


def test_the_list_is_a_tree_of_ones_own_with_what_is_in_each(read, client_of, ada, ben, album):
    album_of(ada, name="Nets", parent=album)
    album_of(ben, name="Bens")
    page = read(client_of(ada), "/studio/albums")
    assert [link.text for link in page.all("a", **{"class": "title"})] == ["Sea", "Nets"]
    assert [item.text.split()[0] for item in page.all("li", **{"class": "level-1"})] == ["Nets"]
    for words in ("3 pictures", "0 pictures", "Private"):
        assert words in page.one("main").text


def test_a_search_tells_where_what_it_found_lies(read, client_of, ada, album):
    album_of(ada, name="Nets", parent=album)
    assert "Sea / Nets" in told(read, client_of(ada), "/studio/albums?search=net")
    many = "%00" + "+".join(f"gull{number}" for number in range(1_500))
    for words in ("gulls", many):
        assert "No album of yours is called so." in told(read, client_of(ada), f"/studio/albums?search={words}")


@pytest.mark.parametrize("number", [1, 3, 12])
def test_a_list_costs_the_same_however_many_albums_and_pictures(django_assert_max_num_queries, client_of, ada, number):
    client = client_of(ada)
    for name in range(number):
        album_of(ada, *(new_image(ada) for _ in range(2)), name=f"A{name}")
    with django_assert_max_num_queries(12):
        assert client.get("/studio/albums").status_code == 200


@pytest.mark.parametrize("number", [1, 3, 12])
def test_an_album_costs_the_same_whatever_it_holds(django_assert_max_num_queries, client_of, ada, number):
    album = album_of(ada, *(new_image(ada) for _ in range(number)))
    for name in range(number):
        album_of(ada, name=f"A{name}", parent=album)
    client = client_of(ada)
    with django_assert_max_num_queries(18):
        assert client.get(room(album)).status_code == 200


def test_an_album_is_made_in_another_and_one_goes_on_to_it(client_of, ada, album):
    sent = FACTS | {"name": "Nets", "privacy_setting": "public", "parent_id": str(album.pk)}
    answer = client_of(ada).post("/studio/albums", sent, format="multipart")
    made = Album.objects.get(name="Nets")
    assert (answer.status_code, answer["Location"]) == (303, room(made))
    assert (made.parent_id, made.privacy_setting) == (album.pk, "public")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"name": ""}, "This field is required."),
        ({"name": "Nets", "parent_id": str(uuid4())}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_stays_typed(client_of, ada, album, sent, words):
    answer = client_of(ada).post("/studio/albums", FACTS | {"description": "Gulls."} | sent, format="multipart")
    assert words in answer.content.decode()
    assert "Gulls." in answer.content.decode()
    assert Album.objects.count() == 1


def test_its_settings_are_changed_and_it_cannot_come_to_lie_in_itself(client_of, ada, album):
    inner = album_of(ada, name="Nets", parent=album)
    sent = FACTS | {"name": "Shore", "parent_id": str(inner.pk)}
    answer = client_of(ada).post(room(album, "/settings"), sent, format="multipart")
    assert "An album cannot lie within itself." in answer.content.decode()
    answer = client_of(ada).post(room(album, "/settings"), sent | {"parent_id": ""}, format="multipart")
    assert answer.status_code == 303
    album.refresh_from_db()
    assert album.name == "Shore"


def test_only_what_is_not_in_it_is_offered_and_search_narrows_it(read, client_of, ada, ben, album):
    for owner, title in ((ada, "Salt"), (ada, "Ropes"), (ben, "Bens")):
        new_image(owner, title)
    everything = told(read, client_of(ada), room(album, "/add"))
    assert [title in everything for title in ("Salt", "Ropes", "Bens", "Dunes")] == [True, True, False, False]
    narrowed = told(read, client_of(ada), room(album, "/add") + "?search=salt")
    assert [title in narrowed for title in ("Salt", "Ropes")] == [True, False]


def test_what_is_chosen_comes_behind_the_rest(client_of, ada, album, pictures):
    more = [new_image(ada) for _ in range(2)]
    client_of(ada).post(room(album, "/added"), {"image_ids": [str(each.pk) for each in more]}, format="multipart")
    assert held(album) == [each.pk for each in (*pictures, *more)]


def test_another_s_picture_does_not_come_in(client_of, ada, ben, album, pictures):
    lent = new_image(ben, visibility="private")
    assert (
        client_of(ada).post(room(album, "/added"), {"image_ids": str(lent.pk)}, format="multipart").status_code == 404
    )
    assert len(held(album)) == len(pictures)


def test_places_that_are_written_are_taken(client_of, ada, album, pictures):
    dunes, harbour, pier = (each.pk for each in pictures)
    sent = {f"place-{pier}": "1", f"place-{dunes}": "1", f"place-{harbour}": "2"}
    client_of(ada).post(room(album, "/order"), sent, format="multipart")
    assert held(album) == [pier, dunes, harbour]


@pytest.mark.parametrize(
    ("places", "order"),
    [
        ({}, "abcde"),
        ({"e": 1}, "eabcd"),
        ({"a": 5}, "bcdea"),
        ({"a": 99}, "bcdea"),
        ({"a": 10**30}, "bcdea"),
        ({"d": -3}, "dabce"),
        ({"a": 2, "b": 1}, "bacde"),
        ({"a": 1, "b": 2, "z": 1}, "abcde"),
        ({"a": 3, "e": 3}, "bcead"),
    ],
)
def test_the_others_stay_as_they_are_to_each_other(places, order):
    ids = {letter: UUID(int=number) for number, letter in enumerate("abcdez")}
    placed = put_in_order([ids[each] for each in "abcde"], {ids[each]: place for each, place in places.items()})
    assert placed == [ids[each] for each in order]


def test_a_page_knows_the_ids_before_and_behind_it(client_of, ada, album, pictures, monkeypatch):
    monkeypatch.setattr(album_pictures, "ON_A_PAGE", 1)
    dunes, harbour, pier = (str(each.pk) for each in pictures)
    text = client_of(ada).get(room(album) + "?page=2").content.decode()
    assert f'{{"ahead": ["{dunes}"], "behind": ["{pier}"]}}' in text
    assert f'name="place-{harbour}" value="2" min="1" max="3"' in text
    assert client_of(ada).get(room(album) + "?page=4").status_code == 404


def deed(client, album, name: str, *images, **more):
    sent = {"deed": name, "image_ids": [str(each.pk) for each in images]} | more
    return client.post(room(album, "/pictures"), sent, format="multipart")


def test_pictures_are_taken_out_and_stay_in_the_library(client_of, ada, album, pictures):
    deed(client_of(ada), album, "remove", *pictures[:2])
    assert held(album) == [pictures[2].pk]
    assert Image.objects.count() == 3


def test_one_picture_is_made_the_cover_and_not_two(client_of, ada, album, pictures):
    deed(client_of(ada), album, "cover", pictures[1])
    deed(client_of(ada), album, "cover", *pictures[1:])
    album.refresh_from_db()
    assert album.cover_image_id == pictures[1].pk


def test_pictures_move_to_another_album(client_of, ada, album, pictures):
    other = album_of(ada, name="Nets")
    deed(client_of(ada), album, "move", *pictures[1:], album_id=str(other.pk))
    assert (held(album), held(other)) == ([pictures[0].pk], [each.pk for each in pictures[1:]])


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("remove", 0, "Choose a picture first."),
        ("cover", 2, "Choose one picture alone to be the cover."),
        ("move", 1, "Choose the album to which they go."),
    ],
)
def test_what_cannot_be_done_is_said_in_words(read, client_of, ada, album, pictures, name, number, words):
    client = client_of(ada)
    deed(client, album, name, *pictures[:number])
    assert words in told(read, client, room(album))


@pytest.mark.parametrize("sent", [{"deed": "burn"}, {"image_ids": "x"}])
def test_what_no_button_sends_is_refused(client_of, ada, album, pictures, sent):
    whole = {"deed": "remove", "image_ids": str(pictures[0].pk)} | sent
    assert client_of(ada).post(room(album, "/pictures"), whole, format="multipart").status_code == 400
    assert client_of(ada).post(room(album, "/order"), {"place-x": "1"}, format="multipart").status_code == 400


def test_deleting_tells_what_goes_and_what_stays(read, client_of, ada, album):
    inner = album_of(ada, name="Nets", parent=album)
    words = told(read, client_of(ada), room(album, "/delete"))
    assert "3 pictures of yours are in it" in words
    assert "1 album lies in it, and moves up" in words
    answer = client_of(ada).post(room(album, "/delete"), {"images": "delete"}, format="multipart")
    assert (answer.status_code, answer["Location"]) == (303, "/studio/albums")
    inner.refresh_from_db()
    assert (inner.parent_id, Image.objects.count()) == (None, 0)


def test_deleting_leaves_the_pictures_unless_it_is_said(client_of, ada, album):
    client_of(ada).post(room(album, "/delete"), {"images": "keep"}, format="multipart")
    assert (Album.objects.count(), Image.objects.count()) == (0, 3)
