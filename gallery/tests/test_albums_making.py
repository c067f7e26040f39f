"""Albums: made, told and changed."""

import pytest

from accounts.models import Statistics
from gallery.models import Album
from gallery.tests.albums import NOWHERE, add, album_of, make
from gallery.tests.library import codes, new_image


def test_an_album_is_told_when_it_is_made(ada, adas):
    told = make(adas, "Sea", description="All of it.")
    assert told == {
        "id": told["id"], "user": {"id": str(ada.pk), "username": "ada", "artist_name": "ada"}, "name": "Sea",
        "description": "All of it.", "privacy_setting": "private", "parent_id": None,
        "path": [{"id": told["id"], "name": "Sea"}], "child_count": 0, "image_count": 0, "cover_image_id": None,
        "cover": None, "created_at": told["created_at"], "updated_at": told["updated_at"],
    }  # fmt: skip


def test_alone_it_is_told_with_what_is_in_it(ada, adas):
    first, second = new_image(ada, "first"), new_image(ada, "second")
    album = album_of(ada, first, second)
    told = adas.get(f"/api/albums/{album.pk}").json()
    images = told["images"]
    assert [image["title"] for image in images.pop("results")] == ["first", "second"]
    assert images == {"count": 2, "next": None, "previous": None}
    assert (told["image_count"], told["children"]) == (2, [])


def test_its_first_page_leads_to_the_second(ada, adas):
    album = album_of(ada, *(new_image(ada, f"{number:02}") for number in range(25)))
    images = adas.get(f"/api/albums/{album.pk}").json()["images"]
    assert (len(images["results"]), images["count"]) == (24, 25)
    assert images["next"] == f"http://testserver/api/albums/{album.pk}/images?page=2"
    assert [image["title"] for image in adas.get(images["next"]).json()["results"]] == ["24"]


def test_making_albums_counts_them_and_deleting_uncounts(ada, adas):
    first, _second = make(adas)["id"], make(adas)
    assert Statistics.objects.get(pk=ada.pk).album_count == 2
    adas.delete(f"/api/albums/{first}")
    assert adas.get("/api/auth/user").json()["statistics"]["total_albums"] == 1


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({}, "name", "required"),
        ({"name": " "}, "name", "blank"),
        ({"name": None}, "name", "null"),
        ({"name": "a" * 201}, "name", "max_length"),
        ({"name": "a\0b"}, "name", "null_characters_not_allowed"),
        ({"name": "a", "description": "b" * 10_001}, "description", "max_length"),
        ({"name": "a", "privacy_setting": "secret"}, "privacy_setting", "invalid_choice"),
        ({"name": "a", "parent_id": "no id"}, "parent_id", "invalid"),
        ({"name": "a", "parent_id": NOWHERE}, "parent_id", "does_not_exist"),
    ],
)
def test_what_cannot_be_is_refused_by_field(adas, body, field, code):
    answer = adas.post("/api/albums", body)
    assert (answer.status_code, codes(answer)) == (400, {field: code})
    assert not Album.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch"])
def test_a_change_changes_what_is_sent_and_nothing_else(adas, method):
    before = make(adas, "Sea", description="Salt", privacy_setting="public")
    change = getattr(adas, method)
    after = change(f"/api/albums/{before['id']}", {"name": "Ocean"}).json()
    assert after.pop("updated_at") > before.pop("updated_at")
    path = [{"id": before["id"], "name": "Ocean"}]
    assert after == before | {"name": "Ocean", "path": path}


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"name": ""}, "name", "blank"),
        ({"cover_image_id": "no id"}, "cover_image_id", "invalid"),
        ({"cover_image_id": NOWHERE}, "cover_image_id", "does_not_exist"),
        ({"parent_id": NOWHERE}, "parent_id", "does_not_exist"),
        ({"privacy_setting": ""}, "privacy_setting", "invalid_choice"),
    ],
)
def test_a_wrong_change_changes_nothing(adas, body, field, code):
    before = make(adas)
    answer = adas.patch(f"/api/albums/{before['id']}", {"description": "new", **body})
    assert (answer.status_code, codes(answer)) == (400, {field: code})
    assert Album.objects.get().description == ""


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize(("privacy", "status"), [("public", 403), ("private", 404)])
def test_others_may_not_change_what_they_see_and_find_nothing_else(ada, bens, visitor, method, privacy, status):
    album = album_of(ada, privacy_setting=privacy)
    assert getattr(bens, method)(f"/api/albums/{album.pk}").status_code == status
    assert getattr(visitor, method)(f"/api/albums/{album.pk}").status_code == 401
    assert Album.objects.exists()


def test_who_is_not_signed_in_makes_none(visitor):
    assert visitor.post("/api/albums", {"name": "a"}).status_code == 401


def test_what_is_added_is_told_of_the_picture_too(ada, adas, visitor):
    image, album = new_image(ada), make(adas, privacy_setting="private")
    add(adas, album["id"], image.pk)
    entry = {"id": album["id"], "name": "Sea"}
    assert adas.get(f"/api/images/{image.pk}").json()["albums"] == [entry]
    assert visitor.get(f"/api/images/{image.pk}").json()["albums"] == []
