"""Exploring: all works on view, narrowed by what the address says."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.actions.artworks import change_artwork
from gallery.models import Artwork, Category
from gallery.tests.works import new_work
from portfolio.tests.exploring import titles

ALL = "?medium=oil&category=painting&color=red&min_price=1&availability_status=sold"


@pytest.fixture
def works(ada, ben):
    """Three of different mediums, categories and prices, the last the newest."""
    painting = Category.objects.create(name="Painting", slug="painting")
    sea = Category.objects.create(name="Sea", slug="sea", parent=painting)
    new_work(ada, "Print", medium="Etching", price=40, currency="EUR")
    new_work(ada, "Board", medium="Oil on board", price=900, currency="EUR", category=painting)
    new_work(ben, "Wave", medium="Oil", price=900, currency="USD", category=sea, availability_status="sold")


def test_all_works_on_view_hang_there_the_newest_first(read, visitor, works):
    page = read(visitor, "/explore")
    assert page.one("h1").text == "Explore"
    assert titles(page) == ["Wave", "Board", "Print"]
    assert "3 works" in page.text


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("medium=oil", ["Wave"]),
        ("medium=+OIL+on+Board+", ["Board"]),
        ("category=painting", ["Wave", "Board"]),
        ("category=sea", ["Wave"]),
        ("category=none", []),
        ("min_price=100", ["Wave", "Board"]),
        ("max_price=100", ["Print"]),
        ("min_price=100&currency=eur", ["Board"]),
        ("availability_status=sold", ["Wave"]),
        ("medium=oil&availability_status=available", []),
        ("medium=&min_price=&currency=", ["Wave", "Board", "Print"]),
        ("ordering=price", ["Print", "Board", "Wave"]),
        ("ordering=-price&max_price=900", ["Wave", "Board", "Print"]),
        ("status=draft&artist=ada&nothing=1", ["Wave", "Board", "Print"]),
    ],
)
def test_works_are_narrowed_and_ordered_as_the_address_says(read, visitor, works, query, left):
    assert titles(read(visitor, f"/explore?{query}")) == left


def test_the_most_popular_come_first_where_that_is_asked_for(read, visitor, works):
    Artwork.objects.filter(title="Print").update(view_count=9)
    assert titles(read(visitor, "/explore?ordering=-popularity"))[0] == "Print"


def test_a_mature_work_hangs_there_for_its_artist_alone(read, visitor, client_of, ada, ben):
    new_work(ada, "Nude", is_mature=True)
    assert titles(read(visitor, "/explore")) == []
    assert titles(read(client_of(ben), "/explore")) == []
    assert titles(read(client_of(ada), "/explore")) == ["Nude"]


def test_a_draft_hangs_there_for_its_artist_alone(read, visitor, client_of, ada, ben):
    new_work(ada, "Sketch", status="draft")
    assert titles(read(client_of(ben), "/explore")) == []
    assert titles(read(client_of(ada), "/explore")) == ["Sketch"]


@pytest.mark.parametrize(
    ("query", "message", "kept"),
    [
        ("min_price=cheap", "Enter a number.", "cheap"),
        ("max_price=-1", "Ensure this value is greater than or equal to 0.", "-1"),
        ("currency=EURO", "Give the code of a currency, such as EUR.", ""),
        ("color=reddish", "Give the name of a colour", ""),
        ("availability_status=lost", "Select a valid choice.", ""),
        ("ordering=size", "There is no such order.", ""),
        (f"medium={'x' * 101}", "at most 100 characters", ""),
        ("category=a%00b", "Null characters are not allowed.", ""),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field_and_narrows_nothing(read, visitor, works, query, message, kept):
    page = read(visitor, f"/explore?{query}", status=400)
    assert message in page.text
    assert len(titles(page)) == 3
    assert not kept or kept in [field.attributes.get("value") for field in page.all("input")]
    assert page.meta("robots") == "noindex, follow"


def test_a_message_is_tied_to_its_field(read, visitor, works):
    page = read(visitor, "/explore?min_price=x", status=400)
    field = page.one("input", id="min_price")
    assert (field["aria-invalid"], page.one("p", id=field["aria-describedby"]).text) == ("true", "Enter a number.")


@pytest.mark.parametrize(
    "name", ["medium", "category", "color", "min_price", "currency", "ordering", "availability_status"]
)
def test_markup_in_the_address_stays_words(visitor, works, name):
    answer = visitor.get("/explore", {name: '"><script>alert(1)</script>'})
    assert answer.status_code in {200, 400}
    assert "<script>alert" not in answer.content.decode()


def test_nothing_found_leads_on(read, visitor, works):
    page = read(visitor, "/explore?medium=oil&max_price=1&currency=USD")
    ways = {link.text: link["href"] for link in page.all("a")}
    assert ways["Without “oil”"] == "/explore?currency=USD&max_price=1"
    assert ways["Without “Up to $1”"] == "/explore?medium=oil"
    assert ways["All works"] == "/explore"


def test_without_any_work_the_page_says_so(read, visitor, db):
    assert "No work is on view yet." in read(visitor, "/explore").text


@pytest.mark.parametrize(
    ("query", "canonical", "robots"),
    [
        ("", "/explore", 0),
        ("ordering=price", "/explore", 0),
        ("medium=Oil&ordering=price", "/explore?medium=Oil", 0),
        ("max_price=9&currency=EUR&min_price=1", "/explore?currency=EUR&min_price=1&max_price=9", 0),
        ("color=blue&medium=Oil&x=1", "/explore?medium=Oil&color=blue", 1),
    ],
)
def test_every_choice_has_one_address_and_only_simple_ones_are_indexed(read, visitor, db, query, canonical, robots):
    page = read(visitor, f"/explore?{query}")
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{canonical}"
    assert len(page.all("meta", name="robots")) == robots


def test_tags_lead_on_from_the_first_page(read, visitor, ada):
    new_work(ada, tags=["sea", "rough weather"])
    hrefs = [link["href"] for link in read(visitor, "/explore").all("a")]
    assert {"/tags/sea", "/tags/rough-weather", "/tags", "/categories"} <= set(hrefs)


def test_what_becomes_private_is_gone(read, visitor, ada):
    work = new_work(ada, medium="Oil")
    change_artwork(artwork=work, by=ada, availability_status="private")
    assert titles(read(visitor, "/explore?medium=oil")) == []


@pytest.mark.parametrize(
    "query", ["", "?medium=oil", "?medium=oil&category=painting&color=red&min_price=1&availability_status=sold"]
)
@pytest.mark.parametrize("who", ["visitor", "cyn"])
def test_it_costs_the_same_number_of_queries_however_much_hangs_there(
    request, client_of, django_assert_num_queries, works, ada, query, who
):
    client = request.getfixturevalue("visitor") if who == "visitor" else client_of(request.getfixturevalue(who))
    facts = {"medium": "Oil", "category": Category.objects.get(slug="sea"), "price": 5, "currency": "EUR"}
    new_work(ada, tags=["sea"], **facts)
    number = queries_of(client, f"/explore{query}")
    for _ in range(4):
        new_work(ada, tags=["sea", "sky"], **facts)
    with django_assert_num_queries(number):
        client.get(f"/explore{query}")


def queries_of(client, path) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    assert len(queries) <= 20
    return len(queries)
