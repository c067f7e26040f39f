"""Other rooms are told of works that appear to everyone, and of albums newly opened to a person, by the settings' steps."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from gallery.actions.artworks import change_artwork
from gallery.actions.scheduling import publish_due
from gallery.actions.shares import share_by_link, share_with_person
from gallery.actions.withholding import set_hidden
from gallery.actions.work_batch import WorkBatch, run_work_batch
from gallery.models import Artwork
from gallery.tests.albums import album_of
from gallery.tests.library import new_image
from gallery.tests.withholding import suspended
from gallery.tests.works import new_work

told: list[list[UUID]] = []
shared: list[tuple[UUID, str]] = []


def note_works(artwork_ids: list[UUID]) -> None:
    """They are there to be seen already."""
    assert Artwork.objects.public().filter(pk__in=artwork_ids).count() == len(artwork_ids)
    told.append(artwork_ids)


def note_share(share) -> None:
    shared.append((share.album_id, share.user.username))


@pytest.fixture(autouse=True)
def steps(settings) -> None:
    settings.ARTWORKS_PUBLISHED_STEPS = [f"{__name__}.note_works"]
    settings.ALBUM_SHARED_STEPS = [f"{__name__}.note_share"]
    told.clear()
    shared.clear()


def test_a_work_that_is_made_public_is_told_of_once(ada):
    work = new_work(ada)
    change_artwork(artwork=work, by=ada, title="Dunes")
    assert told == [[work.pk]]


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_a_work_is_told_of_when_others_can_see_it_and_not_before(ada, hidden):
    work = new_work(ada, **hidden)
    assert told == []
    change_artwork(artwork=work, by=ada, status="published", availability_status="available")
    assert told == [[work.pk]]


def test_a_scheduled_work_is_told_of_at_its_time(ada):
    work = new_work(ada, status="scheduled", published_at=timezone.now() + timedelta(hours=1))
    Artwork.objects.filter(pk=work.pk).update(published_at=timezone.now() - timedelta(seconds=1))
    assert told == []
    assert publish_due() == 1
    assert told == [[work.pk]]


def test_many_works_at_once_are_told_of_together_in_order(ada):
    images = [new_image(ada).pk for _ in range(3)]
    done = run_work_batch(operation="create", batch=WorkBatch(by=ada, images=images))
    assert told == [sorted(each.artwork_id for each in done)]


def test_the_return_of_what_was_withheld_is_no_news(ada, mo):
    work, late = new_work(ada), new_work(ada, status="draft")
    told.clear()
    for is_hidden in (True, False):
        set_hidden(target_type="artwork", target_id=work.pk, is_hidden=is_hidden)
    suspended(ada, mo)
    change_artwork(artwork=late, by=ada, status="published")
    suspended(ada, mo, lifted=True)
    assert told == []


def test_a_hidden_work_that_is_published_is_no_news(ada):
    work = new_work(ada, status="draft")
    set_hidden(target_type="artwork", target_id=work.pk, is_hidden=True)
    change_artwork(artwork=work, by=ada, status="published")
    assert told == []


def test_a_share_for_a_person_is_told_of_once_and_a_link_never(ada, ben):
    album = album_of(ada)
    share_by_link(album=album, by=ada)
    for can_contribute in (False, True):
        share_with_person(album=album, by=ada, user=ben, can_contribute=can_contribute)
    assert shared == [(album.pk, "ben")]
