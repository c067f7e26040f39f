"""What exploring offers to choose: how many works each leads to, and where its link goes."""

from decimal import Decimal

import pytest

from gallery.imaging.palette import NAMES
from gallery.models import Category
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.finding.colour_names import COLOUR_NAMES
from portfolio.finding.exploring import counting
from portfolio.finding.exploring.prices import words_of
from portfolio.tests.exploring import chips, offered, titles


@pytest.fixture
def works(ada):
    painting = Category.objects.create(name="Painting", slug="painting")
    sea = Category.objects.create(name="Sea", slug="sea", parent=painting)
    Category.objects.create(name="Nothing in it", slug="nothing")
    new_work(ada, "Wave", medium="Oil", price=900, currency="EUR", category=sea)
    new_work(ada, "Gull", medium="oil ", price=300, currency="EUR", category=painting)
    new_work(ada, "Hut", medium="Etching", price=300, currency="EUR", availability_status="sold")


def test_each_option_says_how_many_works_it_leads_to(read, visitor, works):
    told = offered(read(visitor, "/explore"))
    assert told == {
        "Oil 2": "/explore?medium=Oil",
        "Etching 1": "/explore?medium=Etching",
        "Painting 2": "/explore?category=painting",
        "Up to €500 2": "/explore?currency=EUR&max_price=500",
        "€500 to €2,000 1": "/explore?currency=EUR&min_price=500&max_price=2000",
        "Available 2": "/explore?availability_status=available",
        "Sold 1": "/explore?availability_status=sold",
    }


def test_every_option_leads_to_as_many_works_as_it_says(read, visitor, works):
    for query in ("", "?medium=Oil", "?availability_status=sold", "?category=painting&currency=EUR"):
        page = read(visitor, f"/explore{query}")
        chosen = {link["href"] for link in page.all("a") if link.attributes.get("aria-current")}
        for words, href in offered(page).items():
            if href not in chosen:
                assert len(titles(read(visitor, href))) == int(words.split()[-1]), (query, words)


def test_a_facet_counts_with_the_others_applied_and_itself_not(read, visitor, works):
    told = offered(read(visitor, "/explore?medium=Oil"))
    assert {"Oil 2", "Etching 1", "Available 2"} <= told.keys()
    assert "Sold 1" not in told


def test_what_is_chosen_is_told_apart_and_taken_back_by_its_own_link(read, visitor, works):
    page = read(visitor, "/explore?medium=OIL&ordering=price")
    (chosen,) = [link for link in page.all("a", **{"aria-current": "true"}) if link.text.startswith("Oil")]
    assert chosen["href"] == "/explore?ordering=price"
    assert offered(page)["Etching 1"] == "/explore?medium=Etching&ordering=price"


def test_what_is_chosen_stands_above_the_wall_to_be_taken_back(read, visitor, works):
    page = read(visitor, "/explore?currency=EUR&min_price=100&medium=oil&category=painting&color=blue")
    assert chips(page) == [
        "/explore?category=painting&color=blue&currency=EUR&min_price=100",
        "/explore?medium=oil&color=blue&currency=EUR&min_price=100",
        "/explore?medium=oil&category=painting&currency=EUR&min_price=100",
        "/explore?medium=oil&category=painting&color=blue",
    ]
    assert "Clear all" in [link.text for link in page.all("a", href="/explore")]


def test_a_chosen_category_unfolds_what_lies_in_it(read, visitor, works):
    assert "Sea 1" not in offered(read(visitor, "/explore"))
    told = offered(read(visitor, "/explore?category=painting"))
    assert told["Sea 1"] == "/explore?category=sea"
    assert told["Painting 2"] == "/explore"


def test_a_proposed_category_is_offered_to_nobody_else(read, visitor, works, ben):
    Category.objects.create(name="Secret", slug="secret", status="proposed", proposed_by=ben)
    page = read(visitor, "/explore?category=secret")
    assert "Take back: secret" in page.text
    assert "Secret" not in page.text


def test_colours_are_told_by_name_beside_a_swatch(read, visitor, ada):
    for title, color in (("Flag", "red"), ("Fire", "red"), ("Sky", "blue")):
        palette = [{"hex": NAMES[color], "name": color, "share": 1}]
        new_work(ada, title, images=(new_image(ada, visibility="private", colors=palette),))
    page = read(visitor, "/explore")
    told = {words: href for words, href in offered(page).items() if "color=" in href}
    assert told == {"Red 2": "/explore?color=red", "Blue 1": "/explore?color=blue"}
    swatches = [path["fill"] for path in page.all("path") if "fill" in path.attributes]
    assert swatches == [NAMES["red"], NAMES["blue"]]
    assert titles(read(visitor, told["Red 2"])) == ["Fire", "Flag"]


def test_a_colour_by_its_value_is_found_too_and_told_by_it(read, visitor, works):
    assert "Take back: #336699" in read(visitor, "/explore?color=%23336699").text


def test_every_colour_that_search_knows_has_a_name_to_be_read():
    assert list(COLOUR_NAMES) == list(NAMES)


def test_beyond_the_newest_thousand_counts_are_told_as_the_least(read, visitor, works, monkeypatch):
    monkeypatch.setattr(counting, "MOST", 2)
    page = read(visitor, "/explore")
    assert {"oil 1+", "Etching 1+"} <= offered(page).keys()
    assert "More than 2 works" in page.text


@pytest.mark.parametrize(
    ("currency", "least", "most", "words"),
    [
        ("EUR", None, 500, "Up to €500"),
        ("EUR", Decimal("9.50"), None, "€9.50 and more"),
        ("JPY", 50_000, 200_000, "¥50,000 to ¥200,000"),
        ("", 1_000, None, "1,000 and more"),
        ("EUR", None, None, "Priced in EUR"),
        ("XQX", 1, None, "XQX1 and more"),
    ],
)
def test_prices_are_told_in_words(currency, least, most, words):
    assert words_of(currency, least, most).replace("\xa0", "") == words


def test_bands_of_prices_are_in_the_chosen_currency_and_suit_it(read, visitor, works, ada):
    new_work(ada, price=60_000, currency="JPY")
    told = offered(read(visitor, "/explore?currency=jpy"))
    assert told["¥50,000 to ¥200,000 1"] == "/explore?currency=JPY&min_price=50000&max_price=200000"


def test_the_form_for_prices_works_by_itself_and_keeps_the_rest(read, visitor, works):
    page = read(visitor, "/explore?medium=Oil&min_price=100&currency=EUR&ordering=price&page=1")
    kept = {field["name"]: field["value"] for field in page.all("input", type="hidden") if field["name"] != "next"}
    assert kept.items() >= {"medium": "Oil", "ordering": "price"}.items()
    assert page.one("input", id="min_price")["value"] == "100"
    assert [option.text for option in page.all("option") if "selected" in option.attributes] == ["EUR"]
