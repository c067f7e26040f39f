"""The fields and filters of a search that are about works."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from gallery.models import Category
from gallery.tests.library import new_image
from gallery.tests.searching import found
from gallery.tests.tables import in_turn
from gallery.tests.works import new_work

BLUE = [{"hex": "#2457c5", "name": "blue", "share": 1.0}]


@pytest.fixture
def shelf(ada, ben):
    """Three works: of ada in Lisbon two, of ben one; and a picture of hers."""
    type(ada.artist).objects.filter(pk=ada.pk).update(location="Lisbon, Portugal")
    painting = Category.objects.create(name="Painting", slug="painting")
    oils = Category.objects.create(name="Oils", slug="oils", parent=painting)
    Category.objects.create(name="Plans", slug="plans", status="proposed")
    blue = new_image(ada, visibility="private", colors=BLUE)
    facts = {"medium": "Oil on canvas", "price": Decimal("1250.50"), "currency": "EUR", "category": oils}
    new_work(ada, "Harbour", images=(blue,), tags=["sea", "🌊"], creation_date=date(2019, 7, 1), **facts)
    new_work(ada, "Dune", medium="Ink", price=Decimal(100), currency="JPY", category=painting, tags=["sand"])
    new_work(ben, "Wave", medium="OIL", tags=["sea"], creation_date=date(2023, 1, 1))
    new_image(ada, "Photo", tags=("sea",))


@in_turn(
    ("query", "titles"),
    [
        ("medium:oil", {"Harbour", "Wave"}),
        ('medium:"on canvas"', {"Harbour"}),
        ("medium:can*", {"Harbour"}),
        ("price:>100", {"Harbour"}),
        ("price:>=100", {"Harbour", "Dune"}),
        ("price:<=500", {"Dune"}),
        ("price:1250.50", {"Harbour"}),
        ("price:<1250.50", {"Dune"}),
        ("price:>1250.50", set()),
        ("location:lisbon", {"Harbour", "Dune"}),
        ("lisbon -ink", {"Harbour"}),
        ("artist:ben", {"Wave"}),
        ("tag:sea", {"Harbour", "Wave", "Photo"}),
        ("color:blue", {"Harbour"}),
        ("color:#2a5cc8", {"Harbour"}),
        ("before:2020", {"Harbour"}),
        ("after:2019-07 before:2024 -photo", {"Harbour", "Wave"}),
        ("tag:sea -medium:oil", {"Photo"}),
        ("(medium:ink OR price:>1000) location:portugal", {"Harbour", "Dune"}),
    ],
)
def test_a_field_finds_the_works_that_it_describes(shelf, visitor, query, titles):
    assert set(found(visitor, query)) == titles


@in_turn(
    ("filters", "titles"),
    [
        ({"type": "artwork"}, {"Harbour", "Dune", "Wave"}),
        ({"category": "painting"}, {"Harbour", "Dune"}),
        ({"category": "oils"}, {"Harbour"}),
        ({"category": "plans"}, set()),
        ({"category": "no-such"}, set()),
        ({"category": "9" * 30}, set()),
        ({"category": "painting", "query": "-ink"}, {"Harbour"}),
        ({"medium": "oil"}, {"Harbour", "Wave"}),
        ({"medium": "Oil on Canvas"}, {"Harbour"}),
        ({"medium": "canvas on oil"}, set()),
        ({"medium": "!"}, set()),
        ({"min_price": "100.01"}, {"Harbour"}),
        ({"max_price": "100"}, {"Dune"}),
        ({"min_price": "100", "max_price": "1250.50"}, {"Harbour", "Dune"}),
        ({"location": "Lisbon, Portugal"}, {"Harbour", "Dune"}),
        ({"location": "…"}, set()),
        ({"artist": "BEN"}, {"Wave"}),
        ({"artist": "ada", "type": "artwork"}, {"Harbour", "Dune"}),
        ({"artist": "ada", "user": "ben"}, set()),
        ({"artist": "nobody"}, set()),
        ({"artist": "me"}, set()),
        ({"tags": "sea"}, {"Harbour", "Wave", "Photo"}),
        ({"tags": "🌊"}, {"Harbour"}),
        ({"color": "blue"}, {"Harbour"}),
        ({"date_to": "2022-12-31"}, {"Harbour"}),
        ({"date_from": "2023-01-01", "date_to": "2023-12-31"}, {"Wave"}),
    ],
)
def test_a_filter_keeps_the_works_that_it_names(shelf, visitor, filters, titles):
    assert set(found(visitor, **filters)) == titles


def test_a_category_is_named_by_its_id_too(shelf, visitor):
    number = Category.objects.get(slug="painting").pk
    assert set(found(visitor, category=str(number))) == {"Harbour", "Dune"}


def test_a_work_without_a_date_of_its_own_goes_by_when_it_was_published(ada, visitor):
    new_work(ada, "Old", published_at=timezone.now() - timedelta(days=4_000))
    new_work(ada, "New")
    assert found(visitor, "before:2020") == ["Old"]
    assert found(visitor, "after:2020", type="artwork") == ["New"]


def test_a_price_of_a_thousandth_counts_by_its_cents(ada, visitor):
    new_work(ada, "Carpet", price=Decimal("99.995"), currency="KWD")
    assert found(visitor, "price:99.99") == ["Carpet"]
    assert found(visitor, "price:>=100") == []


def test_the_dearest_and_the_free_are_found(ada, visitor):
    new_work(ada, "Gift", price=Decimal(0), currency="EUR")
    new_work(ada, "Treasure", price=Decimal("99999999.99"), currency="EUR")
    new_work(ada, "Unpriced")
    assert found(visitor, "price:<1") == ["Gift"]
    assert found(visitor, "price:>99999999") == ["Treasure"]
    assert set(found(visitor, "price:>=0")) == {"Gift", "Treasure"}
