"""`galleries`: which, in what order, at what cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.tests.galleries import NOWHERE, gallery_of
from gallery.tests.library import codes
from gallery.tests.tables import in_turn
from gallery.tests.works import new_work


def names(client, **query):
    answer = client.get("/api/galleries", query)
    assert answer.status_code == 200, answer.content
    return [gallery["name"] for gallery in answer.json()["results"]]


@pytest.fixture
def rooms(ada, ben):
    """Four galleries: three of ada's, of which one has two works in it that nobody else sees, and ben's."""
    gallery_of(ada, new_work(ada), name="Work")
    gallery_of(ada, *(new_work(ada, status="draft") for _ in range(2)), name="sea", description="Salt and foam")
    gallery_of(ada, name="Alps", visibility="unlisted")
    gallery_of(ben, new_work(ben), new_work(ben), new_work(ben), name="Bees")


@in_turn(
    ("query", "expected"),
    [
        ({}, {"Work", "sea", "Alps", "Bees"}),
        ({"artist": "me"}, {"Work", "sea", "Alps"}),
        ({"artist": "BEN"}, {"Bees"}),
        ({"artist": "nobody"}, set()),
        ({"artist": NOWHERE}, set()),
        ({"visibility": "unlisted"}, {"Alps"}),
        ({"visibility": "private"}, set()),
        ({"search": "SALT sea"}, {"sea"}),
        ({"search": "salt work"}, set()),
        ({"search": "foa"}, {"sea"}),
        ({"search": "%"}, set()),
        ({"search": "sea", "artist": "ben"}, set()),
    ],
)
def test_a_filter_leaves_those_that_fit(rooms, adas, query, expected):
    assert set(names(adas, **query)) == expected


def test_an_artist_is_named_by_id_too_and_a_visitor_has_none(rooms, ada, visitor):
    assert set(names(visitor, artist=str(ada.pk))) == {"Work", "sea"}
    assert names(visitor, artist="me") == []


@pytest.mark.parametrize("typed", ["été", "ÉTÉ", "ete", "łódź été"])
def test_letters_are_compared_without_accents_and_case(ada, visitor, typed):
    gallery_of(ada, name="Été à Łódź")
    gallery_of(ada, name="Étang")
    assert names(visitor, search=typed) == ["Été à Łódź"]


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ({"visibility": "open"}, "visibility", "invalid_choice"),
        ({"ordering": "size"}, "ordering", "invalid_choice"),
        ({"ordering": "seen_count"}, "ordering", "invalid_choice"),
        ({"search": "a" * 501}, "search", "max_length"),
        ({"cursor": "nonsense"}, "cursor", "invalid"),
    ],
)
def test_what_no_filter_takes_is_refused_by_name(adas, query, field, code):
    answer = adas.get("/api/galleries", query)
    assert (answer.status_code, codes(answer)) == (400, {field: code})


@pytest.mark.parametrize(
    ("who", "ordering", "expected"),
    [
        ("adas", "", ["Bees", "Alps", "sea", "Work"]),
        ("adas", "date", ["Work", "sea", "Alps", "Bees"]),
        ("adas", "name", ["Alps", "Bees", "sea", "Work"]),
        ("adas", "-name", ["Work", "sea", "Bees", "Alps"]),
        ("adas", "-artworks", ["Bees", "sea", "Work", "Alps"]),
        ("visitor", "artworks", ["sea", "Work", "Bees"]),
        ("bens", "-artworks", ["Bees", "Work", "sea"]),
    ],
)
def test_each_order_is_the_same_by_page_and_by_cursor(rooms, request, who, ordering, expected):
    client = request.getfixturevalue(who)
    assert names(client, ordering=ordering) == expected
    walked, url = [], f"/api/galleries?ordering={ordering}&page_size=1&cursor="
    while url:
        page = client.get(url).json()
        walked += [gallery["name"] for gallery in page["results"]]
        url = page["next"]
    assert walked == expected


def test_works_are_counted_as_the_viewer_sees_them(rooms, adas, visitor):
    def counted(client):
        told = client.get("/api/galleries?ordering=name").json()["results"]
        return {gallery["name"]: gallery["artwork_count"] for gallery in told}

    assert counted(adas) == {"Alps": 0, "Bees": 3, "sea": 2, "Work": 1}
    assert counted(visitor) == {"Bees": 3, "sea": 0, "Work": 1}


def queries(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("who", ["adas", "visitor"])
def test_a_list_of_many_costs_as_many_queries_as_one_of_one(ada, request, who):
    client, costs = request.getfixturevalue(who), []
    works = [new_work(ada, tags=["sea"]) for _ in range(3)]
    for number in (1, 3, 9):
        for each in range(number):
            gallery_of(ada, *works, name=str(each))
        costs.append(queries(client, "/api/galleries?page_size=100"))
    assert costs[0] == costs[1] == costs[2]
    assert costs[0] <= 6


def test_one_gallery_costs_no_more_for_what_is_in_it(ada, adas):
    few = gallery_of(ada, new_work(ada, tags=["sea"]))
    many = gallery_of(ada, *(new_work(ada, tags=["a", "b"]) for _ in range(6)))
    costs = [queries(adas, f"/api/galleries/{gallery.pk}") for gallery in (few, many)]
    listed = [queries(adas, f"/api/galleries/{gallery.pk}/artworks") for gallery in (few, many)]
    assert costs[0] == costs[1] <= 20
    assert listed[0] == listed[1] <= 20
