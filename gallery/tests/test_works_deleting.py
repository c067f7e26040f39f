"""Deleting works, with their pictures or without."""

import pytest

from accounts.models import Statistics
from gallery.actions.artworks import delete_artwork
from gallery.models import Artwork, File, Gallery, GalleryArtwork, Image, SearchEntry, Tag
from gallery.tests.albums import album_of
from gallery.tests.library import codes, new_image
from gallery.tests.uploading import kept
from gallery.tests.works import new_work, upload_work


def delete(client, work, **query):
    pk = work["id"] if isinstance(work, dict) else work.pk
    return client.delete(f"/api/artworks/{pk}?" + "&".join(f"{name}={value}" for name, value in query.items()))


def test_a_work_goes_with_its_picture_and_every_byte_of_it(adas, django_capture_on_commit_callbacks):
    before = kept()
    work = upload_work(adas, tags="sea")
    with django_capture_on_commit_callbacks(execute=True):
        answer = delete(adas, work)
    assert (answer.status_code, answer.json()) == (200, {"id": work["id"], "deleted": True, "images_deleted": 1})
    assert (Artwork.objects.count(), File.objects.count(), kept()) == (0, 0, before)
    assert not SearchEntry.objects.filter(kind__in=["artwork", "image"]).exists()
    assert Tag.objects.get().public_count == 0


def test_what_its_artist_has_is_counted_again(adas):
    delete(adas, upload_work(adas))
    statistics = Statistics.objects.get()
    counts = (
        statistics.artwork_count,
        statistics.public_artwork_count,
        statistics.image_count,
        statistics.storage_used,
    )
    assert counts == (0, 0, 0, 0)


def test_its_pictures_are_kept_where_that_is_asked(ada, adas):
    work = new_work(ada)
    assert delete(adas, work, image="keep").json()["images_deleted"] == 0
    assert (Artwork.objects.count(), Image.objects.get().is_shown) == (0, False)


def test_a_picture_that_another_work_or_an_album_shows_is_kept(ada, adas):
    alone, shared, collected = (new_image(ada, visibility="private") for _ in range(3))
    work, _other = new_work(ada, images=(alone, shared, collected)), new_work(ada, images=(shared,))
    album_of(ada, collected)
    assert delete(adas, work).json()["images_deleted"] == 1
    assert set(Image.objects.values_list("pk", flat=True)) == {shared.pk, collected.pk}
    assert dict(Image.objects.values_list("pk", "is_shown")) == {shared.pk: True, collected.pk: False}


def test_galleries_close_the_gap_and_lose_the_cover(ada, adas):
    works = [new_work(ada, f"{n}") for n in range(3)]
    room = Gallery.objects.create(owner=ada, name="Room", slug="room", cover_artwork=works[1])
    for place, work in enumerate(works):
        GalleryArtwork.objects.create(gallery=room, artwork=work, position=place)
    delete(adas, works[1])
    order = GalleryArtwork.objects.order_by("position").values_list("artwork__title", "position")
    assert list(order) == [("0", 0), ("2", 1)]
    room.refresh_from_db()
    assert (room.cover_artwork, room.artwork_count, room.public_artwork_count) == (None, 2, 2)


def test_a_choice_that_there_is_not_is_refused(ada, adas):
    answer = delete(adas, new_work(ada), image="burn")
    assert (answer.status_code, codes(answer)) == (400, {"image": "invalid_choice"})
    assert Artwork.objects.exists()


def test_a_second_time_there_is_nothing(ada, adas):
    work = new_work(ada)
    assert [delete(adas, work).status_code for _turn in range(2)] == [200, 404]
    with pytest.raises(Artwork.DoesNotExist):
        delete_artwork(artwork=work, by=ada)
    assert Statistics.objects.get().artwork_count == 0


def test_a_draft_is_deleted_as_any(ada, adas):
    assert delete(adas, new_work(ada, status="draft")).status_code == 200
    assert not Image.objects.exists()
