"""Albums in the admin."""

import pytest
from django.test import Client

from accounts.models import Statistics
from gallery.models import Album, Image
from gallery.tests.albums import album_of, share
from gallery.tests.library import new_image
from gallery.upkeep.recounting import recount


@pytest.fixture
def moderator(mo):
    mo.is_superuser = True
    mo.save()
    client = Client()
    client.force_login(mo)
    return client


def test_a_moderator_finds_albums_and_reads_no_token(ada, adas, moderator):
    album = album_of(ada, new_image(ada))
    told = share(adas, album.pk, link=True)
    for path in ("", "?q=ada", f"{album.pk}/change/"):
        page = moderator.get(f"/admin/gallery/album/{path}")
        assert page.status_code == 200
        assert b"Sea" in page.content
        assert told["url"].rpartition("/")[2].encode() not in page.content


def test_a_moderator_deletes_one_as_its_owner_would(ada, moderator):
    parent = album_of(ada, new_image(ada, visibility="private"), privacy_setting="public")
    child = album_of(ada, name="Child", parent=parent)
    url = f"/admin/gallery/album/{parent.pk}/delete/"
    assert moderator.get(url).status_code == 200
    assert moderator.post(url, {"post": "yes"}).status_code == 302
    assert list(Album.objects.values_list("pk", "parent")) == [(child.pk, None)]
    assert not Image.objects.get().is_public


def test_a_moderator_deletes_several(ada, moderator):
    albums = [album_of(ada), album_of(ada)]
    chosen = {"action": "delete_selected", "_selected_action": [album.pk for album in albums], "post": "yes"}
    assert moderator.post("/admin/gallery/album/", chosen).status_code == 302
    assert not Album.objects.exists()


def test_a_wrong_count_of_albums_is_set_right(ada):
    album_of(ada)
    Statistics.objects.filter(pk=ada.pk).update(album_count=7)
    assert recount(ada.pk) == {"album_count": (7, 1)}
    assert recount(ada.pk) == {}
