"""The page of a work: its pictures, within limits, and its label."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from gallery.models import Artwork, Gallery
from gallery.tests.works import new_work
from portfolio.hanging.works import cover_of


def test_a_label_says_what_the_artist_said(read, visitor, ada, show):
    coast = Gallery.objects.create(owner=ada, name="Coast", slug="coast")
    facts = {"medium": "Oil on linen", "width_cm": 60, "height_cm": 40, "price": 1250, "currency": "EUR"}
    made = {"creation_date": date(2019, 1, 1), "creation_precision": "year"}
    work = new_work(ada, "Low tide", gallery=coast, tags=["sea"], license="CC BY 4.0", **facts, **made)
    page = read(visitor, f"/artworks/{work.pk}")
    assert page.one("h1").text == "Low tide"
    label = {term.text: fact.text for term, fact in zip(page.all("dt"), page.all("dd"), strict=True)}
    assert label == {
        "Medium": "Oil on linen",
        "Size": "40 × 60 cm",
        "Made": "2019",
        "Price": "€1,250.00",
        "Licence": "CC BY 4.0",
    }
    assert page.one("a", href="/@ada/galleries/coast").text == "Coast"
    assert page.one("a", href="/@ada").text == "ada"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "On request"),
        ({"price": 1250, "currency": "JPY"}, "¥1,250"),
        ({"price": 1250, "currency": "EUR", "availability_status": "sold"}, "Sold"),
        ({"availability_status": "exhibition"}, "In an exhibition"),
    ],
)
def test_what_it_costs_or_why_it_is_not_to_be_had(read, visitor, ada, facts, said):
    work = new_work(ada, **facts)
    assert said in [fact.text for fact in read(visitor, f"/artworks/{work.pk}").all("dd")]


@pytest.mark.parametrize(
    ("precision", "said"), [("year", "2019"), ("month", "May 2019"), ("day", "17 May 2019")], ids=lambda each: each
)
def test_a_date_is_told_as_far_as_it_is_known(read, visitor, ada, precision, said):
    work = new_work(ada, creation_date=date(2019, 5, 17), creation_precision=precision)
    assert said in [fact.text for fact in read(visitor, f"/artworks/{work.pk}").all("dd")]


def test_others_are_shown_no_larger_copy_than_the_artist_allows(read, visitor, client_of, ada, show):
    ada.artist.public_image_size = "medium"
    ada.artist.save()
    work = new_work(ada, images=(show(ada, visibility="private"),))
    for_others = read(visitor, f"/artworks/{work.pk}").one("img")["srcset"]
    assert "640w" in for_others
    assert "1280w" not in for_others
    assert "2048w" in read(client_of(ada), f"/artworks/{work.pk}").one("img")["srcset"]


def test_no_picture_of_a_work_is_fetched_as_one_of_the_library(read, visitor, ada, show):
    work = new_work(ada, images=(show(ada), show(ada)))
    page = read(visitor, f"/artworks/{work.pk}")
    assert len(page.all("img")) == 2
    assert "/api/images/" not in page.html


HIDDEN = {
    "a draft": ({"status": "draft"}, "A draft: only you see this work."),
    "a private one": ({"availability_status": "private"}, "Only you see this work."),
    "a scheduled one": (
        {"status": "scheduled", "published_at": timezone.now() + timedelta(days=9)},
        "Only you see this",
    ),
}


@pytest.mark.parametrize("kind", HIDDEN)
def test_what_is_hidden_is_not_there_for_others_and_says_so_to_its_artist(read, visitor, client_of, ada, cyn, kind):
    facts, note = HIDDEN[kind]
    work = new_work(ada, **facts)
    read(visitor, f"/artworks/{work.pk}", status=404)
    read(client_of(cyn), f"/artworks/{work.pk}", status=404)
    page = read(client_of(ada), f"/artworks/{work.pk}")
    assert note in page.text
    assert "noindex" in page.meta("robots")
    assert not page.all("meta", property="og:image")


def test_a_look_is_counted_once_and_not_the_artists(visitor, client_of, ada):
    work = new_work(ada)
    for client in (visitor, visitor, client_of(ada)):
        client.get(f"/artworks/{work.pk}")
    assert Artwork.objects.get(pk=work.pk).view_count == 1


@pytest.mark.parametrize(
    ("told", "address"),
    [
        (
            "/api/artworks/1/thumbnail?size=large",
            "https://atelier.example/api/artworks/1/thumbnail?size=large&format=jpeg",
        ),
        ("https://cdn.example/copies/a.webp", "https://cdn.example/copies/a.webp"),
    ],
)
def test_a_cover_is_where_others_fetch_it_be_it_on_a_cdn(told, address):
    copy = {"url": told, "width": 1280, "height": 960}
    work = {"thumbnails": {"large": copy}, "alt_text": "", "title": "Low tide", "is_mature": False}
    assert cover_of([work], base="https://atelier.example").url == address
