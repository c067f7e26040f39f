"""A portfolio as its artist has it look: theme, typeface, layout, sections, cover."""

import pytest

from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.models import Gallery
from gallery.tests.library import codes
from gallery.tests.works import new_work
from portfolio.looks.themes import Theme, Typeface
from portfolio.models import Layout, Portfolio
from portfolio.tests.artists import change, describe, told

WALLS = {
    "grid": ("ul", "cells"),
    "columns": ("ul", "columns"),
    "justified": ("div", "wall"),
    "slideshow": ("atelier-slideshow", "slides"),
}


@pytest.fixture
def works(ada, show):
    room = Gallery.objects.create(owner=ada, name="Coast", slug="coast")
    return [new_work(ada, f"Work {number}", gallery=room, images=(show(ada),)) for number in range(3)]


def headings(page) -> list[str]:
    return [heading.text for heading in page.all("h2")]


@pytest.mark.parametrize("path", ["/@ada", "/@ada/galleries/coast", "/@ada/about"])
def test_every_page_of_a_portfolio_wears_its_theme_and_typeface(read, visitor, ada, works, path):
    Portfolio.objects.create(artist=ada, theme="salon", typeface="slab")
    html = read(visitor, path).one("html")
    assert (html["data-theme"], html["data-typeface"]) == ("salon", "slab")


def test_a_gallery_may_have_a_theme_of_its_own_and_what_is_no_name_is_none(read, visitor, ada, works):
    Portfolio.objects.create(artist=ada, theme="classic")
    for theme, worn in (("dark", "dark"), ("white-cube_2", "classic"), ("", "classic")):
        Gallery.objects.update(theme=theme)
        assert read(visitor, "/@ada/galleries/coast").one("html")["data-theme"] == worn


def test_stored_names_that_are_none_any_more_are_told_and_shown_as_the_defaults(read, visitor, ada):
    Portfolio.objects.create(artist=ada, theme="linen", typeface="fraktur")
    assert {key: told(visitor)["portfolio"][key] for key in ("theme", "typeface")} == {
        "theme": "paper",
        "typeface": "classic",
    }
    assert read(visitor, "/@ada").one("html")["data-theme"] == "paper"


@pytest.mark.parametrize(("key", "names"), [("theme", Theme.values), ("typeface", Typeface.values)])
def test_a_name_that_is_none_is_refused_with_those_that_are(client_of, ada, key, names):
    answer = client_of(ada).put("/api/artists/me", {"portfolio": {key: "sea {0}"}})
    assert codes(answer) == {f"portfolio.{key}": "invalid_choice"}
    assert all(name in answer.json()["errors"][0]["detail"] for name in ["sea {0}", *names])


@pytest.mark.parametrize("path", ["/@ada", "/@ada/galleries/coast"])
@pytest.mark.parametrize("layout", Layout.values)
def test_works_hang_in_the_layout_with_room_for_each(read, visitor, ada, works, path, layout):
    Portfolio.objects.create(artist=ada, layout=layout)
    page = read(visitor, path)
    element, name = WALLS[layout]
    page.one(element, **{"class": name})
    pictures = [image for image in page.all("img") if "/thumbnail?" in image["src"] and image["sizes"]]
    pictures = [image for image in pictures if image["width"] != image["height"]]
    assert len(pictures) == 3
    assert all({"width", "height", "sizes"} <= image.attributes.keys() for image in pictures)
    assert "loading" not in pictures[0].attributes


def test_sections_come_in_the_artists_order_and_one_left_out_is_not_there(read, visitor, ada, works):
    describe(ada, bio="Paints.", contact_info="write", show_contact=True)
    assert headings(read(visitor, "/@ada")) == ["Galleries", "Works", "About", "Contact"]
    Portfolio.objects.create(artist=ada, sections=["contact", "works"])
    assert headings(read(visitor, "/@ada")) == ["Contact", "Works"]
    Portfolio.objects.update(sections=[])
    page = read(visitor, "/@ada")
    assert (page.one("h1").text, headings(page)) == ("ada", [])


def test_some_works_come_ahead_where_there_are_many(read, visitor, ada, works, show):
    assert "Selected works" not in read(visitor, "/@ada").text
    for number in range(10):
        new_work(ada, f"More {number}", images=(show(ada),))
    assert headings(read(visitor, "/@ada"))[0] == "Selected works"


def test_a_hundred_works_are_on_a_page_and_those_behind_it_alone_on_the_next(
    read, visitor, ada, works, settings, monkeypatch
):
    monkeypatch.setattr("portfolio.front.ON_A_PAGE", 2)
    second = read(visitor, "/@ada?page=2")
    assert headings(second) == ["Works"]
    assert [span.text for span in second.all("span", **{"class": "title"})] == ["Work 0"]
    assert visitor.get("/@ada?page=3").status_code == 404


def hero(page):
    return page.all("a", **{"class": "hero wide"})


def test_the_cover_stands_large_above_all_and_is_loaded_first(read, visitor, client_of, ada, works):
    answer = change(client_of(ada), portfolio={"cover_artwork_id": str(works[1].pk)})
    assert answer["portfolio"]["cover_artwork_id"] == str(works[1].pk)
    page = read(visitor, "/@ada")
    assert hero(page)[0]["href"] == f"/artworks/{works[1].pk}"
    first, *others = page.all("img")
    assert (first["alt"], first["fetchpriority"]) == ("Work 1", "high")
    assert all(image["loading"] == "lazy" for image in others)
    assert f"{works[1].pk}" in page.meta("og:image")


@pytest.mark.parametrize("hiding", [{"status": "draft"}, {"availability_status": "private"}, {"is_mature": True}])
def test_a_cover_that_others_are_not_to_see_is_shown_to_its_artist_alone(read, visitor, client_of, ada, works, hiding):
    Portfolio.objects.create(artist=ada, cover=works[1])
    change_artwork(artwork=works[1], by=ada, **hiding)
    assert not hero(read(visitor, "/@ada"))
    assert hero(read(client_of(ada), "/@ada"))
    if "is_mature" not in hiding:
        assert told(visitor)["portfolio"]["cover_artwork_id"] is None
    assert told(client_of(ada))["portfolio"]["cover_artwork_id"] == str(works[1].pk)


def test_a_cover_goes_with_its_work_or_when_it_is_taken_away(client_of, ada, works):
    client = client_of(ada)
    change(client, portfolio={"cover_artwork_id": str(works[1].pk)})
    assert change(client, portfolio={"cover_artwork_id": None})["portfolio"]["cover_artwork_id"] is None
    change(client, portfolio={"cover_artwork_id": str(works[1].pk)})
    delete_artwork(artwork=works[1], by=ada)
    assert told(client)["portfolio"]["cover_artwork_id"] is None


@pytest.mark.parametrize("wanted", ["bens", "1", "00000000-0000-7000-8000-000000000000"])
def test_only_a_work_of_ones_own_is_a_cover(client_of, ada, ben, wanted):
    wanted = str(new_work(ben).pk) if wanted == "bens" else wanted
    answer = client_of(ada).put("/api/artists/me", {"portfolio": {"cover_artwork_id": wanted}})
    assert (answer.status_code, list(codes(answer))) == (400, ["portfolio.cover_artwork_id"])


@pytest.mark.parametrize("number", [1, 8])
def test_a_portfolio_with_everything_costs_ten_queries(django_assert_num_queries, visitor, ada, works, show, number):
    Portfolio.objects.create(artist=ada, cover=works[0], accent="#336699", sections=["featured", "galleries", "works"])
    for _ in range(12 + number):
        new_work(ada, images=(show(ada),))
    visitor.get("/@ada")
    with django_assert_num_queries(9):
        visitor.get("/@ada")


def test_only_its_artist_is_led_to_where_the_look_is_changed(read, visitor, client_of, ada):
    assert "/studio/portfolio" not in read(visitor, "/@ada").html
    assert read(client_of(ada), "/@ada").one("a", href="/studio/portfolio").text == "Change how this looks"
