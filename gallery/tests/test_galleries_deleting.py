"""Deleting a gallery: it goes, and the works in it stay."""

import pytest

from accounts.models import Statistics
from gallery.actions.artworks import delete_artwork
from gallery.models import Artwork, Gallery, GalleryArtwork, Image, SearchEntry, Visit
from gallery.tests.galleries import counts, gallery_of, hanging
from gallery.tests.works import new_work


def test_its_works_stay_and_so_do_their_pictures(ada, adas, visitor):
    work = new_work(ada)
    gallery = gallery_of(ada, work)
    answer = adas.delete(f"/api/galleries/{gallery.pk}")
    assert (answer.status_code, answer.json()) == (200, {"id": str(gallery.pk), "deleted": True})
    assert (Gallery.objects.count(), GalleryArtwork.objects.count()) == (0, 0)
    assert (Artwork.objects.count(), Image.objects.count()) == (1, 1)
    assert visitor.get(f"/api/artworks/{work.pk}").status_code == 200
    assert adas.delete(f"/api/galleries/{gallery.pk}").status_code == 404


def test_nothing_of_it_is_left(ada, adas, bens):
    gallery = gallery_of(ada, new_work(ada))
    bens.get(f"/api/galleries/{gallery.pk}")
    assert (Visit.objects.count(), SearchEntry.objects.filter(kind="gallery").count()) == (1, 1)
    adas.delete(f"/api/galleries/{gallery.pk}")
    assert (Visit.objects.count(), SearchEntry.objects.filter(kind="gallery").count()) == (0, 0)
    assert Statistics.objects.get(pk=ada.pk).gallery_count == 0


def test_other_galleries_of_its_works_stay_as_they_are(ada, adas):
    work = new_work(ada)
    gone, other = gallery_of(ada, work), gallery_of(ada, work)
    adas.delete(f"/api/galleries/{gone.pk}")
    assert (hanging(other), counts(other)) == ([work.pk], (1, 1))


def test_a_work_that_is_deleted_leaves_its_galleries(ada):
    works = [new_work(ada), new_work(ada), new_work(ada, status="draft")]
    gallery = gallery_of(ada, *works)
    delete_artwork(artwork=works[0], by=ada)
    assert (hanging(gallery), counts(gallery)) == ([works[1].pk, works[2].pk], (2, 1))


@pytest.mark.parametrize("visibility", ["public", "unlisted", "private"])
def test_every_kind_is_deleted(ada, adas, visibility):
    gallery = gallery_of(ada, visibility=visibility)
    assert adas.delete(f"/api/galleries/{gallery.pk}").status_code == 200
