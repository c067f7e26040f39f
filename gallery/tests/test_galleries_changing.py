"""Changing a gallery: what is sent and nothing else, by its artist and nobody else."""

import pytest

from gallery.models import Gallery
from gallery.tests.galleries import NOWHERE, gallery_of, make, told
from gallery.tests.library import codes
from gallery.tests.works import new_work


@pytest.mark.parametrize("method", ["put", "patch"])
@pytest.mark.parametrize(
    "change",
    [{"name": "Ocean"}, {"description": ""}, {"theme": "dark"}, {"theme": ""}, {"visibility": "unlisted"}],
)
def test_a_change_changes_what_is_sent_and_nothing_else(adas, method, change):
    before = make(adas, "Sea", description="Salt", theme="light")
    after = getattr(adas, method)(f"/api/galleries/{before['id']}", change).json()
    assert after.pop("updated_at") > before.pop("updated_at")
    assert after == before | change


def test_a_slug_stays_when_the_name_changes(adas):
    room = make(adas, "Sea")
    told_of = adas.put(f"/api/galleries/{room['id']}", {"name": "Ocean", "slug": "ocean"}).json()
    assert (told_of["name"], told_of["slug"]) == ("Ocean", "sea")
    assert make(adas, "Sea")["slug"] == "sea-2"


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"name": ""}, "name", "blank"),
        ({"visibility": ""}, "visibility", "invalid_choice"),
        ({"theme": "a/b"}, "theme", "invalid"),
        ({"cover_artwork_id": "no id"}, "cover_artwork_id", "invalid"),
        ({"cover_artwork_id": NOWHERE}, "cover_artwork_id", "does_not_exist"),
    ],
)
def test_a_wrong_change_changes_nothing(adas, body, field, code):
    room = make(adas)
    answer = adas.patch(f"/api/galleries/{room['id']}", {"description": "new", **body})
    assert (answer.status_code, codes(answer)) == (400, {field: code})
    assert Gallery.objects.get().description == ""


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize(("visibility", "status"), [("public", 403), ("unlisted", 403), ("private", 404)])
def test_others_may_not_change_what_opens_to_them_and_find_nothing_else(
    ada, bens, mo, client_of, visitor, method, visibility, status
):
    url = f"/api/galleries/{gallery_of(ada, visibility=visibility).pk}"
    for client in (bens, client_of(mo)):
        assert getattr(client, method)(url, {"name": "Mine"}).status_code == status
    assert getattr(visitor, method)(url).status_code == 401
    assert Gallery.objects.get().name == "Room"


def test_an_absent_one_is_answered_as_an_unseen_one(ada, adas, bens):
    unseen, absent = f"/api/galleries/{gallery_of(ada, visibility='private').pk}", f"/api/galleries/{NOWHERE}"
    for method in ("get", "put", "patch", "delete"):
        assert getattr(bens, method)(unseen).json() == getattr(bens, method)(absent).json()
        assert getattr(adas, method)(absent).status_code == 404


def choose(client, gallery, work):
    return client.put(f"/api/galleries/{gallery.pk}", {"cover_artwork_id": work and str(work.pk)})


def test_a_cover_hangs_in_the_gallery(ada, adas, ben):
    gallery = gallery_of(ada, new_work(ada))
    for outside in (new_work(ada), new_work(ben), new_work(ben, status="draft")):
        answer = choose(adas, gallery, outside)
        assert (answer.status_code, codes(answer)) == (400, {"cover_artwork_id": "does_not_exist"})
    assert told(adas, gallery)["cover_artwork_id"] is None


def test_a_cover_is_chosen_and_let_go(ada, adas):
    works = [new_work(ada), new_work(ada)]
    gallery = gallery_of(ada, *works)
    assert choose(adas, gallery, works[1]).json()["cover_artwork_id"] == str(works[1].pk)
    assert choose(adas, gallery, None).json()["cover_artwork_id"] is None


def test_search_finds_it_by_its_new_name_at_once(ada, adas, visitor):
    gallery = gallery_of(ada, name="Sea")
    adas.patch(f"/api/galleries/{gallery.pk}", {"name": "Ocean"})

    def found(word):
        hits = visitor.get("/api/search", {"query": word, "type": "gallery"}).json()["results"]
        return [hit["item"]["id"] for hit in hits]

    assert (found("ocean"), found("sea")) == ([str(gallery.pk)], [])
    adas.patch(f"/api/galleries/{gallery.pk}", {"visibility": "unlisted"})
    assert found("ocean") == []
