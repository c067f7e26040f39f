"""Sharing an album: with people, by links, and ending it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.actions.shares import share_by_link, share_with_person
from gallery.models import Album, AlbumShare
from gallery.tests.albums import NOWHERE, album_of, make, share, token_of
from gallery.tests.library import codes, new_image

TOMORROW = (timezone.now() + timedelta(days=1)).replace(microsecond=0)


@pytest.fixture
def album(ada):
    return album_of(ada, new_image(ada, visibility="private"))


def test_a_share_with_a_person_is_told(ben, adas, album):
    told = share(adas, album.pk, username="BEN", can_contribute=True)
    assert told == {
        "id": told["id"], "user": {"id": str(ben.pk), "username": "ben", "artist_name": "ben"}, "url": None,
        "has_password": False, "expires_at": None, "can_contribute": True, "include_children": False,
        "created_at": told["created_at"], "last_used_at": None, "use_count": 0,
    }  # fmt: skip


def test_a_share_by_link_is_told_with_its_address(adas, album):
    told = share(adas, album.pk, link=True, password="open sesame", expires_at=TOMORROW.isoformat())
    assert (told["user"], told["has_password"]) == (None, True)
    assert told["url"].startswith("http://testserver/s/")
    assert told["expires_at"] == TOMORROW.isoformat().replace("+00:00", "Z")
    assert len(token_of(told)) >= 32


def test_a_password_is_kept_as_a_hash_alone(adas, album):
    share(adas, album.pk, link=True, password="open sesame")
    kept = AlbumShare.objects.get().password
    assert kept.startswith("md5$")
    assert "sesame" not in kept


def test_an_album_may_have_many_links_and_lists_them_all(ben, adas, album):
    told = [share(adas, album.pk, link=True), share(adas, album.pk, link=True), share(adas, album.pk, username="ben")]
    listed = adas.get(f"/api/albums/{album.pk}/shares").json()
    assert listed["count"] == 3
    assert listed["results"] == told[::-1]
    assert token_of(told[0]) != token_of(told[1])


def test_a_person_has_one_share_of_an_album_under_the_terms_said_last(ben, adas, album):
    first = adas.post(f"/api/albums/{album.pk}/shares", {"username": "ben", "can_contribute": True})
    second = adas.post(f"/api/albums/{album.pk}/shares", {"username": "ben", "include_children": True})
    assert (first.status_code, second.status_code) == (201, 200)
    changed = {"can_contribute": False, "include_children": True}
    assert second.json() == first.json() | changed


def test_the_first_share_turns_a_private_album_to_shared(ben, adas, album):
    share(adas, album.pk, username="ben")
    assert adas.get(f"/api/albums/{album.pk}").json()["privacy_setting"] == "shared"


def test_a_public_album_stays_public(ada, adas):
    album = album_of(ada, privacy_setting="public")
    share(adas, album.pk, link=True)
    assert Album.objects.get().privacy_setting == "public"


def test_a_further_share_does_not_wake_those_that_sleep(ben, cyn, adas, album):
    share(adas, album.pk, username="ben")
    adas.patch(f"/api/albums/{album.pk}", {"privacy_setting": "private"})
    share(adas, album.pk, username="cyn")
    assert Album.objects.get().privacy_setting == "private"


def test_what_has_expired_does_not_keep_a_new_share_asleep(ben, cyn, adas, album):
    share(adas, album.pk, username="ben")
    adas.patch(f"/api/albums/{album.pk}", {"privacy_setting": "private"})
    AlbumShare.objects.update(expires_at=timezone.now() - timedelta(days=1))
    share(adas, album.pk, username="cyn")
    assert Album.objects.get().privacy_setting == "shared"


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({}, "username", "required"),
        ({"username": "ben", "link": True}, "username", "required"),
        ({"link": False}, "username", "required"),
        ({"username": "nobody"}, "username", "does_not_exist"),
        ({"username": "ada"}, "username", "own_album"),
        ({"username": "ben", "password": "x"}, "password", "invalid"),
        ({"username": "ben", "expires_at": "2020-01-01T00:00:00Z"}, "expires_at", "past"),
        ({"link": True, "expires_at": "2020-01-01T00:00:00Z"}, "expires_at", "past"),
        ({"link": True, "expires_at": "tomorrow"}, "expires_at", "invalid"),
        ({"link": True, "password": "x" * 129}, "password", "max_length"),
        ({"link": True, "can_contribute": "perhaps"}, "can_contribute", "invalid"),
    ],
)
def test_what_cannot_be_shared_is_refused_by_field(ben, adas, album, body, field, code):
    answer = adas.post(f"/api/albums/{album.pk}/shares", body)
    assert (answer.status_code, codes(answer)) == (400, {field: code})
    assert not AlbumShare.objects.exists()
    assert Album.objects.get().privacy_setting == "private"


def test_nobody_shares_with_a_person_who_is_suspended(ben, adas, album):
    ben.is_active = False
    ben.save()
    assert codes(adas.post(f"/api/albums/{album.pk}/shares", {"username": "ben"})) == {"username": "does_not_exist"}


def test_an_album_that_went_meanwhile_is_shared_with_nobody(ada, ben, album):
    Album.objects.filter(pk=album.pk).delete()
    with pytest.raises(Album.DoesNotExist):
        share_by_link(album=album, by=ada)
    with pytest.raises(Album.DoesNotExist):
        share_with_person(album=album, by=ada, user=ben)
    assert not AlbumShare.objects.exists()


def test_a_share_is_revoked_alone(ben, cyn, bens, client_of, adas, album):
    told, _kept = share(adas, album.pk, username="ben"), share(adas, album.pk, username="cyn")
    answer = adas.delete(f"/api/albums/{album.pk}/shares/{told['id']}")
    assert answer.json() == {"id": told["id"], "deleted": True}
    assert bens.get(f"/api/albums/{album.pk}").status_code == 404
    assert client_of(cyn).get(f"/api/albums/{album.pk}").status_code == 200
    assert adas.delete(f"/api/albums/{album.pk}/shares/{told['id']}").status_code == 404


def test_a_share_is_revoked_through_its_own_album_alone(adas, album):
    told, other = share(adas, album.pk, link=True), make(adas, "Other")
    assert adas.delete(f"/api/albums/{other['id']}/shares/{told['id']}").status_code == 404
    assert AlbumShare.objects.exists()


ROUTES = [("get", "shares"), ("post", "shares"), ("delete", f"shares/{NOWHERE}"), ("get", f"shares/{NOWHERE}/history")]


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_shares_are_told_to_the_albums_owner_alone(ben, bens, client_of, cyn, visitor, adas, album, method, path):
    share(adas, album.pk, username="ben", can_contribute=True)
    url = f"/api/albums/{album.pk}/{path}"
    assert getattr(bens, method)(url).status_code == 403
    assert getattr(client_of(cyn), method)(url).status_code == 404
    assert getattr(visitor, method)(url).status_code == 401
    assert AlbumShare.objects.count() == 1


def test_a_list_of_shares_costs_as_many_queries_for_thirty(ben, cyn, adas, album, django_assert_num_queries):
    share(adas, album.pk, username="ben")
    share(adas, album.pk, username="cyn")
    AlbumShare.objects.bulk_create(AlbumShare(album=album, token=str(number)) for number in range(30))
    with django_assert_num_queries(4):  # the session, the album, the count, the shares
        adas.get(f"/api/albums/{album.pk}/shares?page_size=100")
