"""The bell on every page, and the number beside it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gallery.tests.works import new_work
from social.models import Notification


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def tell(person, number):
    """So many lines of their own, of which they have read none."""
    work = new_work(person, "Dunes")
    about = {"kind": "mention", "target_type": "artwork", "target_id": work.pk, "created_at": timezone.now()}
    lines = [Notification(recipient=person, group=f"mention:{place}", **about) for place in range(number)]
    Notification.objects.bulk_create(lines)


def number_beside(page) -> str | None:
    badge = page.one("span", **{"class": "badge"})
    return None if "hidden" in badge.attributes else badge.text


@pytest.mark.parametrize(("number", "shown"), [(0, None), (1, "unread: 1"), (99, "unread: 99"), (100, "unread: 99+")])
def test_it_says_how_many_are_unread(read, adas, ada, number, shown):
    tell(ada, number)
    page = read(adas, "/artists")
    assert number_beside(page) == shown
    assert page.one("a", href="/notifications").text.startswith("Notifications")


def test_a_visitor_has_none_and_costs_no_query(read, visitor):
    with CaptureQueriesContext(connection) as queries:
        page = read(visitor, "/tags")
    assert not page.all("atelier-unread")
    assert not page.all("a", href="/feed")
    assert not [query for query in queries if "social_notification" in query["sql"]]


@pytest.mark.parametrize("number", [0, 30])
def test_a_person_costs_one_query_for_it(adas, ada, number):
    tell(ada, number)
    with CaptureQueriesContext(connection) as queries:
        adas.get("/tags")
    assert len([query for query in queries if "social_notification" in query["sql"]]) == 1


def test_an_error_has_none(read, adas):
    page = read(adas, "/nowhere", 404)
    assert not page.all("atelier-unread")
    assert not page.all("a", href="/feed")


def test_the_way_to_the_feed_is_on_every_page(read, adas):
    assert read(adas, "/artists").one("a", href="/feed").text == "Your feed"
