"""The list of artists: searched, filtered, ordered, at the same cost whoever is in it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actions import change_profile, count
from accounts.models import Artist, User
from gallery.models import Gallery
from gallery.tests.library import codes
from gallery.tests.works import new_work
from portfolio.tests.artists import describe, names

START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def three(ada, ben, cyn):
    """Ada, Ben and Cyn, who came in this order."""
    change_profile(
        user=ada,
        artist_name="Zoë Ådahl",
        bio="Paints boats in oil.",
        location="Lisbon, Portugal",
        specialties=["Oil painting", "Étching"],
    )
    change_profile(user=ben, artist_name="alba", location="Évora", specialties=["oil", "ink"])
    change_profile(user=cyn, artist_name="Mira", bio="100 % wool_work", specialties=["weaving"])
    for days, user in enumerate((ada, ben, cyn)):
        User.objects.filter(pk=user.pk).update(created_at=START + timedelta(days=days))


def test_everyone_is_listed_the_newest_first(visitor, three):
    assert names(visitor) == ["cyn", "ben", "ada"]


def test_whoever_is_shut_out_is_not_listed(visitor, three, ben):
    User.objects.filter(pk=ben.pk).update(is_active=False)
    assert names(visitor) == names(visitor, search="") == ["cyn", "ada"]
    assert names(visitor, search="alba") == names(visitor, location="évora") == names(visitor, specialty="ink") == []


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("boats", ["ada"]),
        ("boa", ["ada"]),
        ("ADA", ["ada"]),
        ("zoe", ["ada"]),
        ("lisb port", ["ada"]),
        ("oil", ["ben", "ada"]),
        ("weav", ["cyn"]),
        ("etching", ["ada"]),
        ("tching", ["ada"]),
        ("évora", ["ben"]),
        ("100 %", ["cyn"]),
        ("l_w", ["cyn"]),
        ("nothing such", []),
        ('"', []),
    ],
)
def test_search_finds_words_and_parts_of_words_in_all_that_is_said(visitor, three, search, found):
    assert names(visitor, search=search) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"location": "lisbon"}, ["ada"]),
        ({"location": "PORTUGAL"}, ["ada"]),
        ({"location": "ÉVORA"}, ["ben"]),
        ({"location": "Paris"}, []),
        ({"location": "%"}, []),
        ({"specialty": "OIL"}, ["ben"]),
        ({"specialty": "oil PAINTING"}, ["ada"]),
        ({"specialty": "étching"}, ["ada"]),
        ({"specialty": "weav"}, []),
        ({"specialty": "oil", "location": "lisbon"}, []),
    ],
)
def test_filters_heed_no_case(visitor, three, query, found):
    assert names(visitor, **query) == found


@pytest.mark.parametrize(
    ("ordering", "found"),
    [
        ("name", ["ben", "cyn", "ada"]),
        ("-name", ["ada", "cyn", "ben"]),
        ("date", ["ada", "ben", "cyn"]),
        ("-followers", ["ben", "ada", "cyn"]),
        ("-popularity", ["cyn", "ben", "ada"]),
    ],
)
def test_every_order_of_the_contract_is_kept_on_pages_and_by_cursor(visitor, three, ada, ben, cyn, ordering, found):
    count(ben.pk, follower_count=2)
    count(ada.pk, follower_count=1)
    describe(cyn, trend=2.5)
    describe(ben, trend=0.5)
    assert names(visitor, ordering=ordering) == found
    first = visitor.get("/api/artists", {"ordering": ordering, "page_size": 2, "cursor": ""}).json()
    rest = visitor.get(first["next"]).json()
    assert [artist["username"] for artist in first["results"] + rest["results"]] == found


@pytest.mark.parametrize("query", [{"ordering": "shoe_size"}, {"search": "x" * 501}, {"page": "none"}])
def test_what_cannot_be_read_is_refused_by_name(visitor, three, query):
    answer = visitor.get("/api/artists", query)
    assert (answer.status_code, list(codes(answer))) == (400, list(query))


def test_an_empty_character_is_refused(visitor, db):
    assert visitor.get("/api/artists?search=%00").status_code == 400


def test_the_contact_stays_hidden_from_searches_too(visitor, three, cyn):
    describe(cyn, contact_info="secretstreet 5")
    assert names(visitor, search="secretstreet") == []


def fill(number: int) -> None:
    """So many artists, each with two works, a gallery and a portrait of none."""
    for index in range(number):
        user = User.objects.create_user(f"artist{index}", f"artist{index}@example.org")
        for title in ("One", "Two"):
            new_work(user, title, tags=["sea"])
        Gallery.objects.create(owner=user, name="Room", slug="room")


def queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_a_page_of_a_hundred_costs_as_many_queries_as_one_of_one(visitor, db):
    fill(1)
    alone = queries(visitor, "/api/artists")
    fill_more = [f"/api/artists?page_size={size}" for size in (24, 100)]
    User.objects.filter(username="artist0").delete()
    fill(30)
    assert {queries(visitor, url) for url in fill_more} == {alone}
    assert alone <= 15
    assert Artist.objects.count() == 30
