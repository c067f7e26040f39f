"""Deleting an album: its pictures stay, or those of its owner go with it."""

import pytest

from accounts.models import Statistics
from gallery.actions.files import delete_library_of
from gallery.models import Album, AlbumImage, AlbumLineage, AlbumShare, File, Image
from gallery.tests.albums import add, album_of, share
from gallery.tests.library import codes, new_image, upload
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import kept


def test_its_pictures_stay(ada, adas):
    album = album_of(ada, new_image(ada))
    answer = adas.delete(f"/api/albums/{album.pk}")
    assert answer.json() == {"id": str(album.pk), "deleted": True, "images_deleted": 0}
    assert (Album.objects.count(), AlbumImage.objects.count(), AlbumLineage.objects.count()) == (0, 0, 0)
    assert Image.objects.count() == 1
    assert adas.delete(f"/api/albums/{album.pk}").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_they_go_where_that_is_said_bytes_and_all(ada, adas):
    album = album_of(ada)
    for side in (40, 50):
        upload(adas, jpeg(side, 30), album_id=str(album.pk))
    staying = upload(adas, jpeg(60, 30))
    assert adas.delete(f"/api/albums/{album.pk}?images=delete").json()["images_deleted"] == 2
    assert [str(file.pk) for file in File.objects.all()] == [staying["id"]]
    assert len(kept()) == 2  # an original and its thumbnail
    statistics = Statistics.objects.get(pk=ada.pk)
    assert (statistics.image_count, statistics.file_count, statistics.album_count) == (1, 1, 0)
    assert statistics.storage_used == staying["file"]["size"]


def test_what_others_put_there_stays_theirs(ada, adas, ben, bens):
    album, own = album_of(ada, new_image(ada)), new_image(ben)
    share(adas, album.pk, username="ben", can_contribute=True)
    add(bens, album.pk, own.pk)
    assert adas.delete(f"/api/albums/{album.pk}?images=delete").json()["images_deleted"] == 1
    assert Image.objects.get().pk == own.pk


def test_other_albums_of_a_picture_that_goes_are_counted_anew(ada, adas):
    image = new_image(ada)
    album, other = album_of(ada, image), album_of(ada, image)
    adas.delete(f"/api/albums/{album.pk}?images=delete")
    other.refresh_from_db()
    assert other.image_count == 0


def test_nothing_else_is_done_with_them(ada, adas):
    album = album_of(ada)
    answer = adas.delete(f"/api/albums/{album.pk}?images=burn")
    assert (answer.status_code, codes(answer)) == (400, {"images": "invalid_choice"})
    assert Album.objects.exists()


def test_its_shares_go_with_it(ada, adas, ben):
    album = album_of(ada)
    share(adas, album.pk, username="ben")
    adas.delete(f"/api/albums/{album.pk}")
    assert not AlbumShare.objects.exists()


def test_a_library_that_goes_takes_its_albums_and_leaves_what_others_lent(ada, adas, ben, bens):
    parent = album_of(ada, new_image(ada))
    album_of(ada, name="Child", parent=parent, privacy_setting="public")
    own = new_image(ben, visibility="private")
    share(adas, parent.pk, username="ben", can_contribute=True)
    add(bens, parent.pk, own.pk)
    delete_library_of(ada)
    assert (Album.objects.count(), Image.objects.count()) == (0, 1)
    assert not Image.objects.get().is_public
