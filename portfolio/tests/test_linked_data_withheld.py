"""What programs are not told of: what not everyone sees, what is mature, and larger copies than the artist allows."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.actions.shares import share_by_link
from gallery.models import Gallery
from gallery.tests.works import new_work
from portfolio.tests.programs import read_by_programs, things

pytestmark = pytest.mark.same_on_any_database

HIDDEN = {
    "a draft": {"status": "draft"},
    "a private work": {"availability_status": "private"},
    "a scheduled work": {"status": "scheduled", "published_at": timezone.now() + timedelta(days=9)},
}


def is_silent(client, path: str) -> bool:
    found = read_by_programs(client, path)
    properties = dict(found["opengraph"][0]["properties"]) if found["opengraph"] else {}
    return not found["json-ld"] and "og:image" not in properties


@pytest.mark.parametrize("kind", HIDDEN)
def test_a_hidden_work_is_told_of_to_nobody_not_even_its_artists_programs(client_of, ada, kind):
    assert is_silent(client_of(ada), f"/artworks/{new_work(ada, **HIDDEN[kind]).pk}")


def test_a_mature_work_is_not_told_of_nor_pictured(visitor, client_of, ada):
    work = new_work(ada, is_mature=True)
    for client in (visitor, client_of(ada)):
        assert is_silent(client, f"/artworks/{work.pk}")
        assert is_silent(client, f"/artworks/{work.pk}?show=mature")


def test_a_mature_work_is_in_no_list_for_programs_nor_stands_for_one(visitor, ada):
    coast = Gallery.objects.create(owner=ada, name="Coast", slug="coast")
    new_work(ada, "Bare", gallery=coast, is_mature=True)
    found = read_by_programs(visitor, "/@ada/galleries/coast")
    assert "hasPart" not in things(visitor, "/@ada/galleries/coast")["ImageGallery"]
    assert "og:image" not in dict(found["opengraph"][0]["properties"])


@pytest.mark.parametrize("visibility", ["private", "unlisted"])
def test_a_gallery_in_no_list_is_not_told_of(client_of, ada, visibility):
    coast = Gallery.objects.create(owner=ada, name="Coast", slug="coast", visibility=visibility)
    new_work(ada, gallery=coast)
    assert is_silent(client_of(ada), "/@ada/galleries/coast")


def test_an_album_that_a_link_opened_is_not_told_of_nor_are_its_pictures(visitor, ada, show, hang_album):
    image = show(ada, visibility="private")
    album = hang_album(ada, images=[image])
    visitor.get(f"/s/{share_by_link(album=album, by=ada).token}")
    assert is_silent(visitor, f"/albums/{album.pk}")
    assert is_silent(visitor, f"/images/{image.pk}")


@pytest.mark.parametrize(("limit", "width"), [("small", 320), ("medium", 640), ("large", 1280), ("original", 2048)])
def test_no_copy_is_larger_than_the_artist_allows(visitor, ada, show, limit, width):
    ada.artist.public_image_size = limit
    ada.artist.save()
    work = new_work(ada, images=(show(ada, visibility="private"),))
    (told,) = things(visitor, f"/artworks/{work.pk}")["VisualArtwork"]["image"]
    assert told["width"]["value"] == width
    assert f"size={'xlarge' if limit == 'original' else limit}&" in told["contentUrl"]


def test_no_picture_of_a_work_is_told_as_one_of_the_library(visitor, ada, show):
    work = new_work(ada, images=(show(ada),))
    assert "/api/images/" not in str(things(visitor, f"/artworks/{work.pk}"))


def test_how_to_reach_an_artist_is_not_for_programs(visitor, ada):
    ada.artist.contact_info, ada.artist.show_contact = "write to ada", True
    ada.artist.save()
    told = str(things(visitor, "/@ada"))
    assert "write to" not in told
    assert "@example.org" not in told


@pytest.mark.parametrize("path", ["/login", "/register"])
def test_forms_tell_nothing(visitor, path):
    assert read_by_programs(visitor, path)["json-ld"] == []
