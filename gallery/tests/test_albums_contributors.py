"""Contributors: people who put their own pictures into another's album."""

import pytest

from gallery.models import AlbumImage, Image
from gallery.tests.albums import add, album_of, follow, held, share
from gallery.tests.library import codes, new_image, titles, upload
from gallery.tests.pictures import jpeg


@pytest.fixture
def album(ada):
    return album_of(ada)


@pytest.fixture
def bens_own(ben):
    return new_image(ben, "Bee", visibility="private")


def test_a_contributor_adds_their_own(adas, bens, album, bens_own):
    share(adas, album.pk, username="ben", can_contribute=True)
    answer = add(bens, album.pk, bens_own.pk)
    assert (answer.status_code, answer.json()["image_count"]) == (200, 1)
    row = AlbumImage.objects.get()
    assert (row.added_by.username, row.contributed) == ("ben", True)


def test_the_albums_owner_sees_what_was_contributed_and_may_not_change_it(adas, bens, album, bens_own):
    share(adas, album.pk, username="ben", can_contribute=True)
    assert titles(adas) == []
    add(bens, album.pk, bens_own.pk)
    assert titles(adas) == titles(adas, album=album.pk) == ["Bee"]
    assert adas.get(f"/api/images/{bens_own.pk}").status_code == 200
    assert adas.delete(f"/api/images/{bens_own.pk}").status_code == 403


def test_also_while_the_album_is_private_or_ones_share_is_gone(adas, bens, album, bens_own):
    told = share(adas, album.pk, username="ben", can_contribute=True)
    add(bens, album.pk, bens_own.pk)
    adas.delete(f"/api/albums/{album.pk}/shares/{told['id']}")
    adas.patch(f"/api/albums/{album.pk}", {"privacy_setting": "private"})
    assert titles(adas) == ["Bee"]
    assert bens.get(f"/api/albums/{album.pk}").status_code == 404


def test_a_viewer_adds_nothing(adas, bens, album, bens_own):
    share(adas, album.pk, username="ben")
    assert add(bens, album.pk, bens_own.pk).status_code == 403
    assert held(album) == []


def test_a_contributor_adds_nothing_of_others(ada, adas, bens, album):
    share(adas, album.pk, username="ben", can_contribute=True)
    assert add(bens, album.pk, new_image(ada).pk).status_code == 403
    assert add(bens, album.pk, new_image(ada, visibility="private").pk).status_code == 404


def test_who_is_signed_in_contributes_by_a_link_and_a_visitor_does_not(adas, bens, visitor, album, bens_own):
    told = share(adas, album.pk, link=True, can_contribute=True)
    follow(visitor, told)
    assert add(visitor, album.pk, bens_own.pk).status_code == 401
    assert add(bens, album.pk, bens_own.pk).status_code == 404
    follow(bens, told)
    assert add(bens, album.pk, bens_own.pk).status_code == 200


def test_the_right_reaches_below_where_the_share_does(ada, adas, bens, album, bens_own):
    child = album_of(ada, name="Child", parent=album)
    share(adas, album.pk, username="ben", can_contribute=True)
    assert add(bens, child.pk, bens_own.pk).status_code == 404
    share(adas, album.pk, username="ben", can_contribute=True, include_children=True)
    assert add(bens, child.pk, bens_own.pk).status_code == 200


def test_a_contributor_takes_back_their_own_even_from_an_album_that_is_shut(ada, adas, bens, album, bens_own):
    share(adas, album.pk, username="ben", can_contribute=True)
    add(bens, album.pk, bens_own.pk)
    other = new_image(ada)
    add(adas, album.pk, other.pk)
    assert bens.delete(f"/api/albums/{album.pk}/images/{other.pk}").status_code == 403
    adas.patch(f"/api/albums/{album.pk}", {"privacy_setting": "private"})
    assert bens.delete(f"/api/albums/{album.pk}/images/{bens_own.pk}").status_code == 200
    assert held(album) == [other.pk]
    assert titles(adas) == [""]


def test_the_albums_owner_takes_it_out_but_does_not_delete_it(adas, bens, album, bens_own):
    share(adas, album.pk, username="ben", can_contribute=True)
    add(bens, album.pk, bens_own.pk)
    url = f"/api/albums/{album.pk}/images/{bens_own.pk}"
    assert adas.delete(f"{url}?delete_image=true").status_code == 403
    assert held(album) == [bens_own.pk]
    assert adas.delete(url).status_code == 200
    assert Image.objects.filter(pk=bens_own.pk).exists()


def test_a_contributor_uploads_into_the_album(adas, bens, album):
    assert codes(bens.post("/api/upload", {"album_id": str(album.pk)}, format="multipart")) == {
        "album_id": "does_not_exist"
    }
    share(adas, album.pk, username="ben", can_contribute=True)
    told = upload(bens, jpeg(40, 30), album_id=str(album.pk))
    assert [str(each) for each in held(album)] == [told["id"]]
    assert AlbumImage.objects.get().contributed
