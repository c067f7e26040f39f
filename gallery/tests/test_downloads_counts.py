"""How often a file was taken: by others, each download once."""

import pytest

from accounts.models import Statistics
from gallery.actions.access import Viewer, record_download
from gallery.models import Access, File
from gallery.tests.library import new_image, upload


@pytest.fixture
def url(adas):
    return f"/api/images/{upload(adas, visibility='public')['id']}/download"


def counted():
    return File.objects.get().download_count


def test_each_download_by_another_counts(bens, visitor, url, ada):
    for client in (bens, visitor, bens):
        client.get(url)
    assert counted() == 3
    assert Access.objects.filter(action="download").count() == 3
    assert Statistics.objects.get(pk=ada.pk).download_count == 3


def test_it_is_told_with_the_picture_and_with_the_file(adas, visitor, url):
    visitor.get(url)
    assert adas.get(url.removesuffix("/download")).json()["download_count"] == 1
    assert adas.get(url.removesuffix("/download").replace("images", "files")).json()["download_count"] == 1


def test_the_owners_own_never_count(adas, url):
    adas.get(url)
    adas.get(url.replace("images", "files"))
    assert (counted(), Access.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("asked", "count"), [("bytes=0-9", 1), ("bytes=0-", 1), ("bytes=10-", 0), ("bytes=-5", 0), ("bytes=99999999-", 0)]
)
def test_a_download_in_pieces_counts_once_from_its_start(visitor, url, asked, count):
    visitor.get(url, headers={"Range": asked})
    assert counted() == count


def test_asking_without_taking_does_not_count(visitor, url):
    etag = visitor.head(url)["ETag"]
    visitor.get(url, headers={"If-None-Match": etag})
    assert counted() == 0


def test_a_file_that_went_meanwhile_is_not_counted(ada, ben):
    file = new_image(ada).file
    File.objects.filter(pk=file.pk).delete()
    assert not record_download(file=file, viewer=Viewer(ben))
    assert not Access.objects.exists()


def test_a_refused_download_does_not_count(adas, visitor, url):
    adas.patch(url.removesuffix("/download"), {"allow_download": False})
    visitor.get(url)
    assert counted() == 0


def test_a_thumbnail_is_no_download(visitor, url):
    visitor.get(url.replace("download", "thumbnail"))
    assert counted() == 0
