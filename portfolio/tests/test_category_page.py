"""A category, and the tree of all: what hangs in it and below, for whom, in which order."""

import json

import pytest

from gallery.models import Artwork, Category
from gallery.tests.works import new_work
from portfolio.tests.exploring import titles


@pytest.fixture
def sea(db):
    painting = Category.objects.create(name="Painting", slug="painting", description="Of all\n\nkinds")
    landscape = Category.objects.create(name="Landscape", slug="landscape", parent=painting)
    return Category.objects.create(name="Sea", slug="sea", parent=landscape)


def test_it_shows_the_works_in_it_and_below_the_newest_first(read, visitor, ada, sea):
    new_work(ada, "Wave", category=sea)
    new_work(ada, "Hill", category=sea.parent)
    new_work(ada, "Draft", category=sea, status="draft")
    new_work(ada, "Bowl")
    assert titles(read(visitor, "/categories/painting")) == ["Hill", "Wave"]
    page = read(visitor, "/categories/sea")
    assert titles(page) == ["Wave"]
    assert "1 work" in page.text


def test_it_says_where_it_lies_and_what_lies_in_it(read, visitor, ada, sea):
    new_work(ada, "Wave", category=sea)
    page = read(visitor, "/categories/landscape")
    hrefs = [link["href"] for link in page.all("a") if link["href"].startswith("/categories")]
    assert hrefs[:3] == ["/categories", "/categories/painting", "/categories/sea"]
    assert "Sea 1" in [item.text for item in page.all("li")]
    assert page.one("h1").text == "Landscape"


def test_it_is_described(read, visitor, sea):
    page = read(visitor, "/categories/painting")
    assert page.meta("description") == "Of all\n\nkinds"
    assert "Of all kinds" in page.text


def test_programs_are_told_what_hangs_there_and_where_it_stands(read, visitor, ada, sea):
    new_work(ada, "Wave", category=sea)
    page, trail = json.loads(read(visitor, "/categories/landscape").one("script", type="application/ld+json").text)[
        "@graph"
    ]
    assert (page["@type"], page["name"], [part["name"] for part in page["hasPart"]]) == (
        "CollectionPage", "Landscape", ["Wave"],
    )  # fmt: skip
    assert [each["name"] for each in trail["itemListElement"]] == ["Categories", "Painting", "Landscape"]


def test_its_works_come_in_the_order_that_is_chosen(read, visitor, ada, sea):
    new_work(ada, "Dear", category=sea, price=900, currency="EUR")
    new_work(ada, "Priceless", category=sea)
    new_work(ada, "Cheap", category=sea, price=9, currency="EUR")
    Artwork.objects.filter(title="Priceless").update(view_count=5)
    orders = {"price": ["Cheap", "Dear", "Priceless"], "-price": ["Dear", "Cheap", "Priceless"]}
    for order, expected in orders.items():
        assert titles(read(visitor, f"/categories/sea?ordering={order}")) == expected
    page = read(visitor, "/categories/sea?ordering=-popularity")
    assert titles(page) == ["Priceless", "Cheap", "Dear"]
    assert page.one("link", rel="canonical")["href"] == "http://testserver/categories/sea"
    assert [link.text for link in page.all("a", **{"aria-current": "true"})] == ["Most popular"]


@pytest.mark.parametrize(
    "path", ["/categories/none", "/categories/1", "/categories/sea?ordering=size", "/categories/sea?page=2"]
)
def test_what_is_not_there_is_not_found(visitor, sea, path):
    assert visitor.get(path).status_code == 404


def test_a_proposal_is_seen_by_who_made_it_and_by_staff_and_kept_from_collectors(
    read, visitor, client_of, ada, ben, mo, sea
):
    Category.objects.create(name="Fog", slug="fog", parent=sea, status="proposed", proposed_by=ada)
    for reader, status in ((visitor, 404), (client_of(ben), 404), (client_of(ada), 200), (client_of(mo), 200)):
        page = read(reader, "/categories/fog", status=status)
        assert status == 404 or page.meta("robots") == "noindex"
        assert ("Fog" in read(reader, "/categories/sea").text) == (status == 200)
        assert ("Fog" in read(reader, "/categories").text) == (status == 200)


def test_a_name_in_any_script_has_its_page(read, visitor, db):
    Category.objects.create(name="油絵 <i>", slug="油絵")
    page = read(visitor, "/categories/油絵")
    assert page.one("h1").text == "油絵 <i>"
    assert page.one("link", rel="canonical")["href"].isascii()


def test_its_pages_keep_the_order(read, visitor, ada, sea, monkeypatch):
    monkeypatch.setattr("portfolio.finding.sheets.ON_A_SHEET", 1)
    for price in (1, 2):
        new_work(ada, f"For {price}", category=sea, price=price, currency="EUR")
    first = read(visitor, "/categories/sea?ordering=price")
    second = read(visitor, first.one("a", rel="next")["href"])
    assert titles(second) == ["For 2"]
    assert second.one("a", rel="prev")["href"] == "/categories/sea?ordering=price"


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_three_queries_whatever_hangs_there(django_assert_num_queries, visitor, ada, sea, number):
    for index in range(number):
        below = Category.objects.create(name=f"Below {index}", slug=f"below-{index}", parent=sea)
        new_work(ada, category=below)
    with django_assert_num_queries(3):
        visitor.get("/categories/painting")


def test_the_tree_tells_all_with_their_works(read, visitor, ada, sea, django_assert_num_queries):
    new_work(ada, category=sea)
    with django_assert_num_queries(1):
        page = read(visitor, "/categories")
    assert [item.text for item in page.all("h2")] == ["Painting 1"]
    assert {"Landscape 1", "Sea 1"} <= {item.text for item in page.all("li")}


def test_without_any_category_the_page_says_so(read, visitor, db):
    assert "There are no categories yet." in read(visitor, "/categories").text
