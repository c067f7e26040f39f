"""Works and galleries in the admin."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.test import Client

from gallery.actions.maturity import set_maturity
from gallery.models import Artwork, Gallery, GalleryArtwork, Image
from gallery.tests.works import new_work


@pytest.fixture
def desk(mo):
    mo.is_superuser = True
    mo.save()
    client = Client()
    client.force_login(mo)
    return client


@pytest.fixture
def work(ada):
    return new_work(ada, tags=["sea"])


@pytest.fixture
def room(ada, work):
    room = Gallery.objects.create(owner=ada, name="Room", slug="room", cover_artwork=work)
    GalleryArtwork.objects.create(gallery=room, artwork=work, position=0)
    return room


def press(desk, model, button, *things):
    chosen = {"action": button, "_selected_action": [str(thing.pk) for thing in things], "post": "yes"}
    return desk.post(f"/admin/gallery/{model}/", chosen)


@pytest.mark.parametrize("path", ["", "?q=ada", "?q=sea", "?status__exact=published", "?is_mature__exact=0"])
def test_a_moderator_finds_works(desk, work, path):
    page = desk.get(f"/admin/gallery/artwork/{path}")
    assert page.status_code == 200
    assert b"Harbour" in page.content


@pytest.mark.parametrize("path", ["", "?q=ada", "?visibility__exact=public"])
def test_a_moderator_finds_galleries(desk, room, path):
    assert b"Room" in desk.get(f"/admin/gallery/gallery/{path}").content


@pytest.mark.parametrize("model", ["artwork", "gallery"])
def test_what_artists_make_is_read_and_not_written(desk, work, room, model):
    thing = work if model == "artwork" else room
    page = desk.get(f"/admin/gallery/{model}/{thing.pk}/change/")
    assert page.status_code == 200
    assert b'name="title"' not in page.content
    assert b'name="name"' not in page.content
    assert desk.get(f"/admin/gallery/{model}/add/").status_code == 403


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_a_picture_is_shown_of_public_works_alone(ada, desk, work, hidden):
    other = new_work(ada, "Hidden", **hidden)
    page = desk.get("/admin/gallery/artwork/").content.decode()
    assert f"/api/artworks/{work.pk}/thumbnail" in page
    assert f"/api/artworks/{other.pk}/thumbnail" not in page
    assert (
        f"/api/artworks/{other.pk}/thumbnail"
        not in desk.get(f"/admin/gallery/artwork/{other.pk}/change/").content.decode()
    )


def test_a_gallery_shows_its_cover_while_both_are_public(desk, work, room):
    address = f"/api/artworks/{work.pk}/thumbnail".encode()
    assert address in desk.get("/admin/gallery/gallery/").content
    Gallery.objects.update(visibility="unlisted")
    assert address not in desk.get("/admin/gallery/gallery/").content


def test_no_page_holds_a_script_or_a_style_of_its_own(desk, work):
    page = desk.get("/admin/gallery/artwork/")
    assert b"<script>" not in page.content
    assert b" style=" not in page.content
    assert "unsafe-inline" not in page.headers["Content-Security-Policy"]


def test_works_are_flagged_and_unflagged_each_with_a_note(ada, mo, desk, work):
    other = new_work(ada, "Already", is_mature=True)
    assert press(desk, "artwork", "flag_as_mature", work, other).status_code == 302
    assert not Artwork.objects.filter(is_mature=False).exists()
    press(desk, "artwork", "unflag_as_mature", work)
    assert not Artwork.objects.get(pk=work.pk).is_mature
    noted = LogEntry.objects.order_by("pk").values_list("user", "object_id", "change_message")
    words = ["Flagged as mature.", "Flagged as mature no longer."]
    assert list(noted) == [(mo.pk, str(work.pk), each) for each in words]


def test_only_staff_flag_the_works_of_others(ben, work):
    with pytest.raises(PermissionDenied):
        set_maturity(artwork=work, is_mature=True, by=ben)


def test_a_scheduled_work_is_flagged_and_stays_scheduled(ada, mo, work):
    Artwork.objects.filter(pk=work.pk).update(status="scheduled", published_at="2020-01-01T00:00:00Z")
    assert set_maturity(artwork=Artwork.objects.get(), is_mature=True, by=mo)
    assert (Artwork.objects.get().status, Artwork.objects.get().is_mature) == ("scheduled", True)


@pytest.mark.parametrize("several", [True, False])
def test_a_work_is_deleted_as_its_artist_would(desk, work, room, several):
    if several:
        press(desk, "artwork", "delete_selected", work)
    else:
        assert desk.get(f"/admin/gallery/artwork/{work.pk}/delete/").status_code == 200
        desk.post(f"/admin/gallery/artwork/{work.pk}/delete/", {"post": "yes"})
    room.refresh_from_db()
    assert (Artwork.objects.count(), Image.objects.count()) == (0, 0)
    assert (room.artwork_count, room.cover_artwork) == (0, None)
    assert LogEntry.objects.get().object_id == str(work.pk)


def test_a_gallery_is_deleted_and_its_works_stay(desk, work, room):
    press(desk, "gallery", "delete_selected", room)
    assert (Gallery.objects.count(), Artwork.objects.count()) == (0, 1)
    assert LogEntry.objects.count() == 1


def test_a_longer_list_costs_no_more_queries(ada, desk, work, django_assert_max_num_queries):
    for number in range(8):
        new_work(ada, f"{number}")
    with django_assert_max_num_queries(14):
        desk.get("/admin/gallery/artwork/")
