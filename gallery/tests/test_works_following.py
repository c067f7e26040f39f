"""What follows from works: counts, visibility, what galleries hold, which pictures are shown."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from accounts.exceptions import Conflict
from accounts.models import Statistics
from gallery.actions.artworks import change_artwork, create_artwork, delete_artwork
from gallery.actions.files import delete_file
from gallery.actions.scheduling import publish_due
from gallery.models import Artwork, Category, File, Gallery, GalleryArtwork, Image, SearchEntry, Tag
from gallery.tests.library import new_image
from gallery.tests.works import new_work


def public_counts(ada, category, tag="sea"):
    named = Tag.objects.filter(name=tag).first()
    return (
        Statistics.objects.get(user=ada).public_artwork_count,
        Category.objects.get(pk=category.pk).public_count,
        named.public_count if named else 0,
    )


@pytest.fixture
def painting(db):
    return Category.objects.create(name="Painting", slug="painting")


def test_a_published_work_is_counted_and_its_picture_shown(ada, painting):
    work = new_work(ada, category=painting, tags=["sea"])
    assert public_counts(ada, painting) == (1, 1, 1)
    assert Image.objects.get(artworks=work).is_shown
    assert not Image.objects.get(artworks=work).is_public
    assert SearchEntry.objects.filter(kind="artwork", object_id=work.pk).exists()


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_a_hidden_work_counts_for_nobody_but_its_artist(ada, painting, hidden):
    work = new_work(ada, category=painting, tags=["sea"], **hidden)
    assert public_counts(ada, painting) == (0, 0, 0)
    assert Statistics.objects.get(user=ada).artwork_count == 1
    assert not Image.objects.get(artworks=work).is_shown
    assert not Artwork.objects.visible_to(AnonymousUser()).exists()
    change_artwork(artwork=work, by=ada, status="published", availability_status="sold")
    assert public_counts(ada, painting) == (1, 1, 1)


def test_a_scheduled_work_appears_at_its_time(ada, painting):
    work = new_work(ada, category=painting, status="scheduled", published_at=timezone.now() + timedelta(hours=1))
    assert publish_due() == 0
    Artwork.objects.filter(pk=work.pk).update(published_at=timezone.now() - timedelta(seconds=1))
    assert publish_due() == 1
    assert public_counts(ada, painting)[0] == 1
    assert publish_due() == 0


def test_deleting_a_work_takes_its_picture_but_for_what_others_show(ada, painting):
    both, alone = new_image(ada, visibility="private"), new_image(ada, visibility="private")
    work, other = new_work(ada, images=(both, alone), category=painting), new_work(ada, images=(both,))
    room = Gallery.objects.create(owner=ada, name="Room", slug="room", cover_artwork=work)
    GalleryArtwork.objects.create(gallery=room, artwork=work, position=0)
    GalleryArtwork.objects.create(gallery=room, artwork=other, position=1)
    assert delete_artwork(artwork=work, by=ada) == 1
    assert set(Image.objects.values_list("pk", flat=True)) == {both.pk}
    room.refresh_from_db()
    assert (room.cover_artwork, room.artwork_count, room.public_artwork_count) == (None, 1, 1)
    assert GalleryArtwork.objects.get(gallery=room).position == 0
    assert public_counts(ada, painting) == (1, 0, 0)


def test_a_picture_that_a_work_shows_is_not_deleted(ada):
    image = new_image(ada)
    new_work(ada, images=(image,))
    with pytest.raises(Conflict) as refusal:
        delete_file(file=File.objects.get(pk=image.pk), by=ada)
    assert refusal.value.code == "in_use"


def test_a_work_shows_only_ones_own_pictures(ada, cyn):
    with pytest.raises(Exception, match="no such picture"):
        create_artwork(by=ada, title="Not mine", image_ids=[new_image(cyn).pk])
    assert not Artwork.objects.exists()
