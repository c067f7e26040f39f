"""`albums`: which, in what order, at what cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.models import Album
from gallery.tests.albums import NOWHERE, album_of
from gallery.tests.library import codes, new_image


def names(client, **query):
    answer = client.get("/api/albums", query)
    assert answer.status_code == 200, answer.content
    return [album["name"] for album in answer.json()["results"]]


@pytest.fixture
def shelf(ada, ben):
    """Four albums: three of ada's, one in another, and ben's."""
    work = album_of(ada, name="Work", privacy_setting="public")
    album_of(ada, new_image(ada), name="sea", parent=work, privacy_setting="public", description="Salt and foam")
    album_of(ada, new_image(ada), new_image(ada), name="Alps", privacy_setting="private")
    album_of(ben, name="Bees", privacy_setting="public")
    return work


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, {"Work", "sea", "Alps", "Bees"}),
        ({"user": "me"}, {"Work", "sea", "Alps"}),
        ({"user": "BEN"}, {"Bees"}),
        ({"user": "nobody"}, set()),
        ({"user": NOWHERE}, set()),
        ({"privacy_setting": "private"}, {"Alps"}),
        ({"parent": "root"}, {"Work", "Alps", "Bees"}),
        ({"parent": NOWHERE}, set()),
        ({"search": "SALT sea"}, {"sea"}),
        ({"search": "salt work"}, set()),
        ({"search": "foa"}, {"sea"}),
        ({"search": "%"}, set()),
    ],
)
def test_a_filter_leaves_those_that_fit(shelf, adas, query, expected):
    assert set(names(adas, **query)) == expected


@pytest.mark.parametrize("typed", ["été", "ÉTÉ", "ete", "Été ŁÓDŹ", "süss"])
def test_letters_are_compared_without_accents_and_case(ada, visitor, typed):
    album_of(ada, name="Été à Łódź", description="Süß", privacy_setting="public")
    album_of(ada, name="Étang", privacy_setting="public")
    assert names(visitor, search=typed) == ["Été à Łódź"]


def test_a_person_is_named_by_id_and_a_parent_too(shelf, ada, adas, visitor):
    assert set(names(visitor, user=str(ada.pk))) == {"Work", "sea"}
    assert names(visitor, user="me") == []
    assert names(adas, parent=str(shelf.pk)) == ["sea"]


def test_at_the_root_is_what_is_told_without_a_parent(shelf, adas, visitor):
    Album.objects.filter(pk=shelf.pk).update(privacy_setting="private")
    assert set(names(visitor, parent="root")) == {"sea", "Bees"}
    assert names(visitor, parent=str(shelf.pk)) == []


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ({"parent": "top"}, "parent", "invalid"),
        ({"privacy_setting": "open"}, "privacy_setting", "invalid_choice"),
        ({"ordering": "size"}, "ordering", "invalid_choice"),
        ({"search": "a" * 501}, "search", "max_length"),
    ],
)
def test_what_no_filter_takes_is_refused_by_name(adas, query, field, code):
    answer = adas.get("/api/albums", query)
    assert (answer.status_code, codes(answer)) == (400, {field: code})


@pytest.mark.parametrize(
    ("ordering", "expected"),
    [
        ("", ["Bees", "Alps", "sea", "Work"]),
        ("date", ["Work", "sea", "Alps", "Bees"]),
        ("name", ["Alps", "Bees", "sea", "Work"]),
        ("-name", ["Work", "sea", "Bees", "Alps"]),
        ("-images", ["Alps", "sea", "Bees", "Work"]),
    ],
)
def test_each_order_is_the_same_by_page_and_by_cursor(shelf, adas, ordering, expected):
    assert names(adas, ordering=ordering) == expected
    walked, url = [], f"/api/albums?ordering={ordering}&page_size=1&cursor="
    while url:
        page = adas.get(url).json()
        walked += [album["name"] for album in page["results"]]
        url = page["next"]
    assert walked == expected


def queries(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_a_list_of_many_costs_as_many_queries_as_one_of_one(ada, adas):
    costs = []
    for number in (1, 3, 30):
        for each in range(number):
            album_of(ada, new_image(ada), parent=None, name=str(each))
        costs.append(queries(adas, "/api/albums?page_size=100"))
    assert costs[0] == costs[1] == costs[2]
    assert costs[0] <= 7


def test_one_album_costs_no_more_for_what_is_in_it(ada, adas):
    few, many = album_of(ada, new_image(ada)), album_of(ada, *(new_image(ada, tags=("a", "b")) for _ in range(10)))
    for number in range(5):
        album_of(ada, parent=many, name=str(number))
    costs = [queries(adas, f"/api/albums/{album.pk}") for album in (few, many)]
    assert costs[0] == costs[1] <= 11
