"""How often a gallery was looked at: each viewer once in half an hour, its artist never."""

import pytest
import time_machine

from accounts.models import Statistics
from gallery.models import Gallery, Visit
from gallery.tests.galleries import gallery_of, told
from gallery.tests.library import NOON
from gallery.tests.works import new_work


@pytest.fixture
def gallery(ada):
    return gallery_of(ada, new_work(ada))


def counted():
    return Gallery.objects.get().view_count


def test_a_look_counts_and_the_answer_counts_it_already(bens, visitor, gallery):
    assert told(bens, gallery)["view_count"] == 1
    assert told(visitor, gallery)["view_count"] == 2
    assert told(bens, gallery)["view_count"] == 2


def test_the_same_person_counts_again_after_half_an_hour(bens, gallery):
    for minutes, count in ((0, 1), (29.9, 1), (30.1, 2)):
        with time_machine.travel(NOON.timestamp() + minutes * 60, tick=False):
            told(bens, gallery)
        assert counted() == count


def test_its_artist_is_told_and_not_counted(ada, adas, bens, gallery):
    told(adas, gallery)
    assert counted() == 0
    told(bens, gallery)
    assert Statistics.objects.get(pk=ada.pk).view_count == 1
    assert told(adas, gallery)["view_count"] == 1


def test_what_is_no_look_is_not_counted(bens, visitor, gallery):
    bens.head(f"/api/galleries/{gallery.pk}")
    bens.get("/api/galleries")
    bens.get(f"/api/galleries/{gallery.pk}/artworks")
    visitor.put(f"/api/galleries/{gallery.pk}", {"name": "Mine"})
    assert (counted(), Visit.objects.count()) == (0, 0)


def test_a_look_at_a_gallery_is_none_at_its_works(bens, gallery):
    told(bens, gallery)
    assert gallery.artworks.get().view_count == 0


def test_who_finds_it_closed_is_not_counted(ada, bens, gallery):
    Gallery.objects.update(visibility="private")
    assert bens.get(f"/api/galleries/{gallery.pk}").status_code == 404
    assert counted() == 0
