"""What `artworks` is filtered by."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from gallery.models import Category, Gallery, GalleryArtwork
from gallery.tests.library import codes, new_image
from gallery.tests.tables import in_turn
from gallery.tests.works import new_work, work_titles

RED = [{"hex": "#d8202a", "name": "red", "share": 1.0}]
BLUE = [{"hex": "#2457c5", "name": "blue", "share": 1.0}]


@pytest.fixture
def shelf(ada, ben):
    """Four works that differ in everything: ada's dawn, dusk and draft, ben's noon."""
    painting = Category.objects.create(name="Painting", slug="painting")
    icons = Category.objects.create(name="Icons", slug="icons", parent=painting)
    red, blue = (new_image(ada, visibility="private", colors=colors) for colors in (RED, BLUE))
    dawn = new_work(
        ada, "dawn", images=(red, blue), medium="Oil  on canvas", price=Decimal("12.50"), currency="EUR",
        category=painting, tags=["sea", "light"], creation_date=date(2019, 1, 1), creation_precision="year",
    )  # fmt: skip
    new_work(
        ada, "dusk", images=(blue,), medium="OIL on Canvas", price=Decimal(4000), currency="JPY", category=icons,
        tags=["sea"], availability_status="sold", creation_date=date(2021, 12, 31), is_mature=True,
    )  # fmt: skip
    new_work(ada, "draft", status="draft", medium="Épreuve", price=Decimal(10), currency="EUR", description="harbour")
    new_work(ben, "noon", tags=["light"], medium="épreuve", description="the harbour at night")
    room = Gallery.objects.create(owner=ada, name="Room", slug="room", visibility="unlisted")
    GalleryArtwork.objects.create(gallery=room, artwork=dawn, position=0)


@in_turn(
    ("query", "found"),
    [
        ({}, {"dawn", "dusk", "draft", "noon"}),
        ({"artist": "ADA"}, {"dawn", "dusk", "draft"}),
        ({"artist": "me"}, {"dawn", "dusk", "draft"}),
        ({"artist": "ben"}, {"noon"}),
        ({"category": "painting"}, {"dawn", "dusk"}),
        ({"category": "icons"}, {"dusk"}),
        ({"medium": "oil on canvas"}, {"dawn", "dusk"}),
        ({"medium": "ÉPREUVE"}, {"draft", "noon"}),
        ({"medium": "oil"}, set()),
        ({"min_price": "12.5"}, {"dawn", "dusk"}),
        ({"max_price": "12.50"}, {"dawn", "draft"}),
        ({"min_price": "11", "max_price": "100"}, {"dawn"}),
        ({"min_price": "100", "max_price": "11"}, set()),
        ({"currency": "eur"}, {"dawn", "draft"}),
        ({"currency": "JPY", "min_price": "4000.001"}, set()),
        ({"availability_status": "sold"}, {"dusk"}),
        ({"status": "draft"}, {"draft"}),
        ({"status": "published"}, {"dawn", "dusk", "noon"}),
        ({"tags": "sea"}, {"dawn", "dusk"}),
        ({"tags": " LIGHT , sea,"}, {"dawn"}),
        ({"color": "red"}, {"dawn"}),
        ({"color": "blue"}, {"dusk"}),
        ({"color": "#2457c6"}, {"dusk"}),
        ({"search": "HARBOUR night"}, {"noon"}),
        ({"search": "harbour"}, {"draft", "noon"}),
        ({"is_mature": "true"}, {"dusk"}),
        ({"is_mature": "false"}, {"dawn", "draft", "noon"}),
        ({"year_from": "2020"}, {"dusk"}),
        ({"year_to": "2019"}, {"dawn"}),
        ({"year_from": "2019", "year_to": "2021"}, {"dawn", "dusk"}),
        ({"artist": "ada", "medium": "Oil on canvas", "tags": "sea", "max_price": "100"}, {"dawn"}),
    ],
)
def test_a_filter_keeps_what_it_names(shelf, adas, query, found):
    assert set(work_titles(adas, **query)) == found


def test_what_is_named_by_id_is_found(shelf, ben, visitor):
    painting = Category.objects.get(slug="painting")
    assert work_titles(visitor, artist=str(ben.pk)) == ["noon"]
    assert set(work_titles(visitor, category=painting.pk)) == {"dawn", "dusk"}


def test_a_gallery_is_looked_into_by_whoever_it_opens_to(shelf, bens, visitor):
    room = Gallery.objects.get()
    assert work_titles(visitor, gallery=room.pk) == work_titles(bens, gallery=room.pk) == ["dawn"]
    Gallery.objects.update(visibility="private")
    assert work_titles(visitor, gallery=room.pk) == []


@in_turn("name", ["status", "medium", "search", "max_price"])
def test_no_filter_finds_what_is_hidden(shelf, visitor, name):
    value = {"status": "draft", "medium": "Épreuve", "search": "harbour", "max_price": "11"}[name]
    assert "draft" not in work_titles(visitor, **{name: value})


@in_turn(
    "query",
    [
        {"artist": "nobody"}, {"artist": "me"}, {"artist": str(uuid4())}, {"gallery": str(uuid4())},
        {"category": "nothing"}, {"category": "99999999999999999999"}, {"medium": "air"}, {"currency": "XXX"},
        {"tags": "sea,nothing"}, {"tags": ",".join(f"tag{number}" for number in range(60))}, {"search": "-"},
        {"availability_status": "private"}, {"color": "gold"},
    ],
)  # fmt: skip
def test_what_names_nothing_that_a_visitor_sees_finds_nothing(shelf, visitor, query):
    assert work_titles(visitor, **query) == []


def test_a_category_that_is_only_proposed_is_nothing_to_others(shelf, ada, bens, adas):
    Category.objects.filter(slug="painting").update(status="proposed", proposed_by=ada)
    assert set(work_titles(adas, category="painting")) == {"dawn", "dusk"}
    assert work_titles(bens, category="painting") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("gallery", "room"),
        ("category", "x" * 121),
        ("medium", "x" * 101),
        ("min_price", "cheap"),
        ("min_price", "-1"),
        ("max_price", "NaN"),
        ("max_price", "1e400"),
        ("currency", "EURO"),
        ("currency", "€"),
        ("availability_status", "stolen"),
        ("status", "secret"),
        ("color", "ultraviolet"),
        ("search", "x" * 501),
        ("is_mature", "maybe"),
        ("year_from", "2020.5"),
        ("year_from", "0"),
        ("year_to", "10000"),
        ("artist", "a\0b"),
        ("medium", "a\0b"),
        ("tags", "a\0b"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_by_name(db, visitor, name, value):
    answer = visitor.get("/api/artworks", {name: value})
    assert (answer.status_code, list(codes(answer))) == (400, [name])
