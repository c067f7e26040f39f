"""Works and galleries as their artist is shown what others will see."""

import pytest

from gallery.models import Artwork, Gallery, Visit, Watermark
from gallery.tests.galleries import gallery_of
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.tests.reading import titles


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def of(work) -> str:
    return f"/studio/works/{work.pk}/preview"


def sources(page) -> list[str]:
    return [picture["src"] for picture in page.all("img") if "/api/artworks/" in picture.attributes.get("src", "")]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"status": "draft"}, "A draft: only you see this work."),
        ({"availability_status": "private"}, "Only you see this work."),
        ({}, "It is published."),
    ],
)
def test_a_work_is_shown_as_visitors_will_see_it_and_it_is_said_who_sees_it(read, adas, ada, facts, words):
    page = read(adas, of(new_work(ada, "Dunes", **facts)))
    assert page.one("h1").text == "Dunes"
    assert page.one("aside", **{"class": "preview-banner"}).text.startswith(f"As a visitor sees it. {words}")
    assert page.meta("robots") == "noindex"
    assert page.one("a", href="/login").text == "Sign in"


def test_no_look_is_counted_and_nothing_is_changed(adas, ada):
    work = new_work(ada, status="draft")
    assert "no-store" in adas.get(of(work)).headers["Cache-Control"]
    assert not Visit.objects.exists()
    assert Artwork.objects.get().status == "draft"


def test_a_draft_that_is_previewed_stays_unseen_by_others(adas, visitor, ada):
    work = new_work(ada, status="draft")
    adas.get(of(work))
    assert visitor.get(f"/artworks/{work.pk}").status_code == 404


def test_pictures_come_in_the_sizes_and_under_the_mark_that_others_get(read, adas, ada):
    work = new_work(ada, status="draft", images=(new_image(ada, width=4000, height=3000),))
    ada.artist.public_image_size = "small"
    ada.artist.save()
    plain = sources(read(adas, of(work)))
    assert plain
    assert all("size=small" in source and "/thumbnail?" in source for source in plain)
    Watermark.objects.create(owner=ada, enabled=True, text="© Ada")
    assert all(
        "/image?watermark=true&amp;size=small" in source.replace("&size", "&amp;size")
        for source in sources(read(adas, of(work)))
    )


def test_a_mature_work_is_veiled_as_it_is_for_others(read, adas, ada):
    page = read(adas, of(new_work(ada, is_mature=True)))
    assert "Its artist marked this work as mature." in page.text
    assert sources(page) == []


def test_a_gallery_is_shown_with_what_visitors_see_of_it(read, adas, ada):
    coast = gallery_of(ada, new_work(ada, "Harbour"), new_work(ada, "Dunes", status="draft"), visibility="private")
    page = read(adas, f"/studio/galleries/{coast.pk}/preview")
    assert titles(page) == ["Harbour"]
    assert "It is private: only you see it. 1 work in it is seen by you alone" in page.text
    assert Gallery.objects.get().view_count == 0


def test_anothers_gallery_is_not_there(client_of, ada, ben):
    coast = gallery_of(ada)
    assert client_of(ben).get(f"/studio/galleries/{coast.pk}/preview").status_code == 404
