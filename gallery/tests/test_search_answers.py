"""What `GET search` takes and answers."""

from datetime import timedelta

import pytest

from gallery.search import finding
from gallery.tests.albums import album_of
from gallery.tests.library import NOON, codes, new_image
from gallery.tests.searching import found, search
from gallery.tests.tables import in_turn

NOWHERE = "01900000-0000-7000-8000-000000000000"


@pytest.fixture
def shelf(ada, ben):
    dawn = new_image(ada, "Dawn", tags=("sea", "light"), colors=[{"hex": "#2457c5", "name": "blue", "share": 1.0}])
    new_image(ben, "Dusk", tags=("sea", "🌊"), uploaded_at=NOON + timedelta(days=1))
    return album_of(ada, dawn, name="Days", privacy_setting="public")


def test_an_answer_has_the_shape_that_it_says(shelf, visitor):
    answer = search(visitor, "dawn OR days (")
    assert set(answer) == {"count", "count_is_exact", "next", "previous", "results", "facets", "query"}
    assert {result["type"] for result in answer["results"]} == {"image", "album"}
    assert all(set(result) == {"type", "score", "highlight", "item"} for result in answer["results"])
    assert answer["query"]["parsed_as"] == "dawn OR days"
    assert [warning["position"] for warning in answer["query"]["warnings"]] == [13]
    assert all(warning["detail"] for warning in answer["query"]["warnings"])


def test_an_item_is_told_as_in_the_lists_of_its_type(shelf, visitor):
    images = visitor.get("/api/images").json()["results"]
    albums = visitor.get("/api/albums").json()["results"]
    items = {result["item"]["id"]: result["item"] for result in search(visitor, type="image,album")["results"]}
    assert items == {each["id"]: each for each in images + albums}


def test_facets_count_what_was_found(shelf, visitor):
    assert search(visitor)["facets"] == {
        "type": {"image": 2, "album": 1, "artist": 2},
        "medium": {},
        "tag": {"sea": 2, "light": 1, "🌊": 1},
    }
    assert search(visitor, "dusk")["facets"]["tag"] == {"sea": 1, "🌊": 1}
    assert search(visitor, "nothing")["facets"] == {"type": {}, "medium": {}, "tag": {}}


@in_turn(
    ("filters", "names"),
    [
        ({"type": "image"}, {"Dawn", "Dusk"}),
        ({"type": "album"}, {"Days"}),
        ({"type": "album, image"}, {"Dawn", "Dusk", "Days"}),
        ({"type": "artwork,gallery,exhibition"}, set()),
        ({"type": "artist"}, {"ada", "ben"}),
        ({"user": "BEN"}, {"Dusk"}),
        ({"user": "me"}, set()),
        ({"user": "nobody"}, set()),
        ({"user": NOWHERE}, set()),
        ({"tags": "sea"}, {"Dawn", "Dusk"}),
        ({"tags": "Sea, light"}, {"Dawn"}),
        ({"tags": "🌊"}, {"Dusk"}),
        ({"tags": "se"}, set()),
        ({"tags": ",".join(map(str, range(100)))}, set()),
        ({"date_from": "2024-05-18", "type": "image"}, {"Dusk"}),
        ({"date_to": "2024-05-17"}, {"Dawn"}),
        ({"color": "blue"}, {"Dawn"}),
        ({"color": "#2050c0"}, {"Dawn"}),
        ({"color": "red"}, set()),
        ({"category": "painting"}, set()),
        ({"medium": "oil"}, set()),
        ({"location": "paris"}, set()),
        ({"min_price": "1"}, set()),
        ({"max_price": "10.50"}, set()),
        ({"album": NOWHERE}, set()),
        ({"query": "dusk", "tags": "light"}, set()),
        ({"user": "", "tags": "", "color": "", "min_price": "", "type": ""}, {"Dawn", "Dusk", "Days", "ada", "ben"}),
    ],
)
def test_a_filter_keeps_what_it_names(shelf, visitor, filters, names):
    assert set(found(visitor, **filters)) == names


def test_an_album_and_me_are_filters_too(shelf, adas, visitor):
    assert found(visitor, album=str(shelf.pk)) == ["Dawn"]
    assert set(found(adas, user="me")) == {"Dawn", "Days"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("query", "x" * 501),
        ("type", "painting"),
        ("type", "image,,album"),
        ("date_from", "yesterday"),
        ("date_to", "2024-02-30"),
        ("album", "17"),
        ("min_price", "cheap"),
        ("max_price", "-1"),
        ("max_price", "NaN"),
        ("color", "ultraviolet"),
        ("ordering", "price"),
        ("user", "a\0b"),
        ("page", "0"),
        ("page_size", "many"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_by_name(db, visitor, name, value):
    answer = visitor.get("/api/search", {name: value})
    assert (answer.status_code, list(codes(answer))) == (400, [name])


def test_a_query_of_500_characters_is_taken(db, visitor):
    assert search(visitor, "é" * 500)["count"] == 0


def test_pages_are_as_everywhere(shelf, visitor):
    first = search(visitor, type="image,album", page_size=2)
    assert (first["count"], first["previous"], len(first["results"])) == (3, None, 2)
    second = visitor.get(first["next"]).json()
    assert (len(second["results"]), second["next"]) == (1, None)
    assert visitor.get("/api/search", {"page": 2}).status_code == 404


def test_a_count_that_is_not_exact_says_so(shelf, visitor, monkeypatch):
    monkeypatch.setattr(finding, "MOST", 2)
    answer = search(visitor)
    assert (answer["count"], answer["count_is_exact"], len(answer["results"])) == (2, False, 2)
    assert search(visitor, "dawn")["count_is_exact"] is True


def test_a_search_takes_a_fixed_number_of_queries(shelf, ada, visitor, django_assert_max_num_queries):
    for number in range(10):
        new_image(ada, f"Dawn {number}", tags=("sea",))
    with django_assert_max_num_queries(12):
        search(visitor, "dawn OR days")
