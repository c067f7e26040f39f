"""`images` page by page."""

import pytest

from gallery.models import Image
from gallery.tests.library import codes, new_image, titles


@pytest.fixture
def fifty(ada):
    """Fifty public pictures, named by two digits."""
    for number in range(50):
        new_image(ada, f"{number:02}")


def page(client, **query):
    return client.get("/api/images", {"ordering": "name", **query})


def test_a_page_holds_24_and_tells_how_many_there_are(fifty, visitor):
    first = page(visitor).json()
    assert (first["count"], len(first["results"]), first["previous"]) == (50, 24, None)
    assert first["next"].startswith("http://testserver/api/images?")


def test_following_next_gives_everything_once(fifty, visitor):
    found, url = [], "/api/images?ordering=name"
    while url:
        answer = visitor.get(url).json()
        found += [image["title"] for image in answer["results"]]
        url = answer["next"]
    assert found == [f"{number:02}" for number in range(50)]


def test_the_last_page_leads_back(fifty, visitor):
    last = page(visitor, page=3).json()
    assert (last["next"], len(last["results"])) == (None, 2)
    assert visitor.get(last["previous"]).json()["results"][0]["title"] == "24"


def test_a_page_may_be_larger_or_smaller(fifty, visitor):
    assert len(page(visitor, page_size=7).json()["results"]) == 7
    assert len(page(visitor, page_size=50).json()["results"]) == 50


def test_more_than_a_hundred_is_cut_to_a_hundred(ada, visitor):
    for _ in range(101):
        new_image(ada)
    answer = page(visitor, page_size=5000).json()
    assert (answer["count"], len(answer["results"])) == (101, 100)


def test_a_page_past_the_end_is_not_there(fifty, visitor):
    answer = page(visitor, page=4)
    assert (answer.status_code, codes(answer)) == (404, {None: "not_found"})


def test_the_first_page_of_nothing_is_empty(db, visitor):
    assert page(visitor).json() == {"count": 0, "next": None, "previous": None, "results": []}


@pytest.mark.parametrize("name", ["page", "page_size"])
@pytest.mark.parametrize("value", ["0", "-1", "1.5", "two", "last", "１", "1e3", " "])
def test_a_page_that_is_no_positive_number_is_refused(db, visitor, name, value):
    answer = page(visitor, **{name: value})
    assert (answer.status_code, list(codes(answer))) == (400, [name])


def test_a_page_number_of_a_thousand_digits_is_only_past_the_end(db, visitor):
    assert page(visitor, page="9" * 1000).status_code == 404


def test_what_others_may_not_see_is_not_counted(fifty, ada, client_of, visitor):
    Image.objects.filter(title__lt="10").update(visibility="private", is_public=False)
    assert page(visitor).json()["count"] == 40
    assert page(client_of(ada)).json()["count"] == 50


def test_pages_and_filters_go_together(fifty, visitor):
    Image.objects.filter(title__contains="4").update(width=5000)
    answer = page(visitor, min_width=5000, page_size=5).json()
    assert answer["count"] == 14
    assert titles(visitor, min_width=5000, page_size=5, page=3, ordering="name") == ["46", "47", "48", "49"]
    assert "min_width=5000" in answer["next"]
