"""Mature works: there for who asks for them, shown to nobody unasked."""

import pytest

from gallery.models import Gallery
from gallery.tests.works import new_work

pytestmark = pytest.mark.same_on_any_database

PIXEL = "data:image/webp;base64,UklGRg=="


@pytest.fixture
def work(ada, show):
    return new_work(ada, "Nude", images=(show(ada, visibility="private"),), is_mature=True)


def test_a_stranger_sees_the_label_and_is_asked_first(read, visitor, work):
    page = read(visitor, f"/artworks/{work.pk}")
    assert not page.all("img")
    assert "Its artist marked this work as mature." in page.text
    assert page.one("h1").text == "Nude"
    assert page.one("a", href="?show=mature").text == "Show it"


def test_who_asks_for_it_sees_it(read, visitor, work):
    page = read(visitor, f"/artworks/{work.pk}?show=mature")
    assert page.one("img")["alt"] == "Nude"
    assert not page.all("a", href="?show=mature")
    assert page.one("link", rel="canonical")["href"] == f"http://testserver/artworks/{work.pk}"


def test_its_artist_sees_it_at_once(read, client_of, ada, work):
    assert read(client_of(ada), f"/artworks/{work.pk}").one("img")["alt"] == "Nude"


def test_programs_are_told_and_are_given_no_picture_of_it(read, visitor, work):
    page = read(visitor, f"/artworks/{work.pk}")
    assert page.meta("rating") == "adult"
    assert not page.all("meta", property="og:image")
    assert "/thumbnail" not in page.html


@pytest.mark.parametrize("address", ["/@ada", "/@ada/galleries/room"])
def test_on_a_wall_it_is_veiled_for_others(read, visitor, client_of, ada, work, address):
    Gallery.objects.create(owner=ada, name="Room", slug="room").hangings.create(artwork=work, position=0)
    page = read(visitor, address)
    assert not page.all("img")
    assert page.one("span", **{"class": "veil"}).text == "Mature content"
    assert read(client_of(ada), address).one("img")


def test_a_gallery_is_shown_by_another_of_its_works(read, visitor, ada, work, show):
    seen = new_work(ada, "Dunes", images=(show(ada),))
    room = Gallery.objects.create(owner=ada, name="Room", slug="room", public_artwork_count=2)
    for position, each in enumerate((work, seen)):
        room.hangings.create(artwork=each, position=position)
    (cover,) = [image for image in read(visitor, "/@ada").all("img") if image["width"] == image["height"]]
    assert str(seen.pk) in cover["src"]


def test_a_page_of_works_is_stood_for_by_one_that_is_not(read, visitor, ada, work, show):
    seen = new_work(ada, "Dunes", images=(show(ada),))
    new_work(ada, "Another nude", images=(show(ada),), is_mature=True)
    assert f"/artworks/{seen.pk}/" in read(visitor, "/@ada").meta("og:image")
