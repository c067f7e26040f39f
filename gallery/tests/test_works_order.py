"""In which orders works are listed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.models import Artwork
from gallery.tests.library import codes
from gallery.tests.works import new_work, work_titles

DAY = timedelta(days=1)


@pytest.fixture
def shelf(ada):
    """Three works whose orders all differ; the second has no price."""
    now = timezone.now()
    new_work(ada, "Birch", published_at=now - 3 * DAY, price=30, currency="EUR")
    new_work(ada, "ash", published_at=now - 1 * DAY)
    new_work(ada, "Cedar", published_at=now - 2 * DAY, price=4, currency="EUR")
    for title, looks, likes in (("Birch", 3, 0), ("ash", 0, 1), ("Cedar", 1, 0)):
        Artwork.objects.filter(title=title).update(view_count=looks, like_count=likes)


@pytest.mark.parametrize(
    ("ordering", "found"),
    [
        (None, ["ash", "Cedar", "Birch"]),
        ("-date", ["ash", "Cedar", "Birch"]),
        ("date", ["Birch", "Cedar", "ash"]),
        ("title", ["ash", "Birch", "Cedar"]),
        ("-title", ["Cedar", "Birch", "ash"]),
        ("price", ["Cedar", "Birch", "ash"]),
        ("-price", ["Birch", "Cedar", "ash"]),
        ("-popularity", ["ash", "Birch", "Cedar"]),
        ("popularity", ["Cedar", "Birch", "ash"]),
    ],
)
def test_works_come_in_the_order_asked_for_and_without_a_value_last(shelf, visitor, ordering, found):
    assert work_titles(visitor, **({"ordering": ordering} if ordering else {})) == found


def test_works_alike_in_the_order_come_by_when_they_were_made(ada, visitor):
    for title in ("first", "second", "third"):
        new_work(ada, title, price=5, currency="EUR")
    assert work_titles(visitor, ordering="price") == ["first", "second", "third"]
    assert work_titles(visitor, ordering="-price") == ["third", "second", "first"]


def test_a_draft_stands_among_its_artists_works_by_when_it_was_made(ada, adas):
    new_work(ada, "published long ago", published_at=timezone.now() - DAY)
    new_work(ada, "draft", status="draft")
    assert work_titles(adas) == ["draft", "published long ago"]


@pytest.mark.parametrize("ordering", ["views", "--date", "sort_date", "-", "date,title", "owner__email"])
def test_an_unknown_order_is_refused(db, visitor, ordering):
    answer = visitor.get("/api/artworks", {"ordering": ordering})
    assert (answer.status_code, codes(answer)) == (400, {"ordering": "invalid_choice"})
