"""Following a link: what it opens, for whom, and until when."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.models import AlbumShare, ShareUse
from gallery.tests.albums import album_of, follow, make, share, token_of
from gallery.tests.library import codes, new_image, upload
from gallery.tests.pictures import jpeg


@pytest.fixture
def picture(adas):
    """A private picture with its bytes, which the album holds."""
    return upload(adas, jpeg(40, 30), visibility="private")["id"]


@pytest.fixture
def album(adas, picture):
    told = make(adas)
    adas.post(f"/api/albums/{told['id']}/images", {"image_ids": [picture]})
    return told["id"]


def ways(picture, album):
    """Every address at which the picture or its album may be reached."""
    image = f"/api/images/{picture}"
    shown = [f"{image}/thumbnail?size=small&format=webp", f"{image}/download"]
    return [f"/api/albums/{album}", f"/api/albums/{album}/images", image, *shown]


def statuses(client, picture, album):
    return {client.get(url).status_code for url in ways(picture, album)}


def test_a_link_opens_the_album_to_this_session_alone(adas, visitor, client, album, picture):
    told = share(adas, album, link=True)
    assert statuses(visitor, picture, album) == {404}
    opened = follow(visitor, told)
    assert opened.status_code == 200
    assert [image["id"] for image in opened.json()["images"]["results"]] == [picture]
    assert statuses(visitor, picture, album) == {200}
    assert statuses(client, picture, album) == {404}


def test_what_a_link_opens_is_kept_in_no_cache(adas, visitor, album, picture):
    follow(visitor, share(adas, album, link=True))
    for url in ways(picture, album):
        assert visitor.get(url)["Cache-Control"] == "private, no-store"


def test_what_a_link_opens_enters_no_list(adas, visitor, album):
    follow(visitor, share(adas, album, link=True))
    for url in ("albums", "images", f"images?album={album}", "images?search=photo", f"albums?parent={album}"):
        assert visitor.get(f"/api/{url}").json()["results"] == []


def revoke(adas, album, told):
    assert adas.delete(f"/api/albums/{album}/shares/{told['id']}").status_code == 200


def expire(adas, album, told):
    AlbumShare.objects.filter(pk=told["id"]).update(expires_at=timezone.now() - timedelta(seconds=1))


def turn_private(adas, album, told):
    assert adas.patch(f"/api/albums/{album}", {"privacy_setting": "private"}).status_code == 200


@pytest.mark.parametrize("end", [revoke, expire, turn_private])
def test_from_the_next_request_on_nothing_opens_any_more(adas, visitor, client, album, picture, end):
    told = share(adas, album, link=True)
    follow(visitor, told)
    end(adas, album, told)
    assert statuses(visitor, picture, album) == {404}
    assert follow(client, told).status_code == follow(visitor, told).status_code == 404


def test_a_share_that_slept_opens_again(adas, visitor, album, picture):
    told = share(adas, album, link=True)
    follow(visitor, told)
    turn_private(adas, album, told)
    adas.patch(f"/api/albums/{album}", {"privacy_setting": "shared"})
    assert statuses(visitor, picture, album) == {200}


def test_one_link_may_end_while_another_stays(adas, visitor, album, picture):
    first, second = share(adas, album, link=True), share(adas, album, link=True)
    follow(visitor, first)
    revoke(adas, album, first)
    assert statuses(visitor, picture, album) == {404}
    follow(visitor, second)
    assert statuses(visitor, picture, album) == {200}


@pytest.mark.parametrize("token", ["unknown", "a" * 200, "..", "%00", "t%C3%A9"])
def test_a_token_that_opens_nothing_is_answered_as_one_that_never_was(visitor, adas, album, token):
    told = share(adas, album, link=True)
    revoke(adas, album, told)
    gone, unknown = follow(visitor, told), visitor.post(f"/api/shares/{token}")
    assert (gone.status_code, gone.content) == (unknown.status_code, unknown.content)
    assert gone.status_code == 404
    assert "sessionid" not in visitor.cookies


@pytest.mark.parametrize(
    ("body", "code"),
    [({}, "password_required"), ({"password": ""}, "password_required"), ({"password": None}, "password_required"),
     ({"password": "wrong"}, "password_wrong"), ({"password": " open sesame"}, "password_wrong")],
)  # fmt: skip
def test_a_link_with_a_password_opens_by_it_alone(adas, visitor, album, picture, body, code):
    told = share(adas, album, link=True, password="open sesame")
    answer = follow(visitor, told, **body)
    assert (answer.status_code, codes(answer)) == (403, {"password": code})
    assert statuses(visitor, picture, album) == {404}
    assert follow(visitor, told, password="open sesame").status_code == 200
    assert statuses(visitor, picture, album) == {200}


def test_who_is_asked_for_no_password_may_send_one(adas, visitor, album):
    assert follow(visitor, share(adas, album, link=True), password="x").status_code == 200
    assert visitor.post("/api/shares/x", {"password": ["a"]}).status_code == 400


def test_a_child_album_opens_where_the_link_says_so(adas, visitor, album):
    child = make(adas, "Child", parent_id=album)["id"]
    follow(visitor, share(adas, album, link=True))
    assert visitor.get(f"/api/albums/{child}").status_code == 404
    assert visitor.get(f"/api/albums/{album}").json()["children"] == []
    told = follow(visitor, share(adas, album, link=True, include_children=True)).json()
    assert (told["child_count"], told["children"]) == (1, [{"id": child, "name": "Child"}])
    answer = visitor.get(f"/api/albums/{child}").json()
    assert [entry["name"] for entry in answer["path"]] == ["Sea", "Child"]


def test_a_parent_stays_closed_to_who_holds_a_link_to_its_child(adas, visitor, album):
    child = make(adas, "Child", parent_id=album)["id"]
    told = follow(visitor, share(adas, child, link=True, include_children=True)).json()
    assert ([entry["name"] for entry in told["path"]], told["parent_id"]) == (["Child"], None)
    assert visitor.get(f"/api/albums/{album}").status_code == 404


def test_a_session_keeps_its_links_when_its_holder_signs_in(adas, ben, visitor, album, picture):
    follow(visitor, share(adas, album, link=True))
    answer = visitor.post("/api/auth/login", {"username": "ben", "password": "correct horse battery"})
    assert answer.status_code == 200
    assert statuses(visitor, picture, album) == {200}
    visitor.post("/api/auth/logout")
    assert statuses(visitor, picture, album) == {404}


def test_a_visitor_needs_no_csrf_token_and_who_is_signed_in_sends_theirs(adas, ben, album):
    from rest_framework.test import APIClient

    told, visitor, bens = share(adas, album, link=True), *(APIClient(enforce_csrf_checks=True) for _ in range(2))
    bens.force_login(ben)
    assert follow(visitor, told).status_code == follow(visitor, told).status_code == 200
    assert codes(follow(bens, told)) == {None: "csrf_failed"}


def test_uses_are_counted(adas, visitor, album):
    told = share(adas, album, link=True, password="x")
    follow(visitor, told, password="y")
    for _ in range(2):
        follow(visitor, told, password="x")
    kept = adas.get(f"/api/albums/{album}/shares").json()["results"][0]
    assert (kept["use_count"], kept["last_used_at"] > kept["created_at"]) == (2, True)
    assert ShareUse.objects.count() == 2


def test_a_token_is_told_to_the_owner_and_stands_in_no_other_answer(adas, bens, ben, visitor, album):
    told = share(adas, album, link=True)
    share(adas, album, username="ben")
    for answer in (follow(visitor, told), visitor.get(f"/api/albums/{album}"), bens.get(f"/api/albums/{album}")):
        assert answer.status_code == 200
        assert token_of(told).encode() not in answer.content


def test_an_album_that_a_link_opens_is_listed_where_it_is_public_anyway(ada, adas, visitor):
    album = album_of(ada, new_image(ada), privacy_setting="public")
    follow(visitor, share(adas, album.pk, link=True))
    assert len(visitor.get("/api/albums").json()["results"]) == 1
