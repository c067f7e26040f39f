"""The tags of one's own things: counted, called otherwise, taken away."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gallery.tests.library import new_image
from gallery.tests.works import new_work

CHANGE = "/studio/tags/change"


@pytest.fixture
def adas(ada):
    browser = Client()
    browser.force_login(ada)
    return browser


def told(client, **query) -> list[tuple[str, int, int]]:
    return [(tag.name, tag.images, tag.works) for tag in client.get("/studio/tags", query).context["sheet"].rows]


def test_ones_own_tags_are_counted_on_pictures_and_works(adas, ada, ben):
    new_image(ada, tags=("sea", "light"))
    new_work(ada, tags=["sea"])
    new_image(ben, tags=("sea", "bens"))
    assert told(adas) == [("light", 1, 0), ("sea", 1, 1)]
    assert told(adas, ordering="-used") == [("sea", 1, 1), ("light", 1, 0)]
    assert told(adas, search="LIG") == [("light", 1, 0)]
    assert told(adas, ordering="odd", search="nothing") == []


def test_a_new_name_is_shown_before_it_is_given(adas, ada):
    image = new_image(ada, tags=("sea",))
    new_work(ada, tags=["sea"])
    page = adas.post(CHANGE, {"name": "sea", "into": "The  Ocean"}).content.decode()
    assert "“sea” becomes “the ocean” on 1 picture, 1 work." in page
    assert image.tags.get().name == "sea"


def test_confirmed_it_is_given_to_all(adas, ada):
    image = new_image(ada, tags=("sea",))
    answer = adas.post(CHANGE, {"name": "sea", "into": "ocean", "confirmed": "true"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/studio/tags")
    assert image.tags.get().name == "ocean"


def test_it_is_taken_away_where_that_was_asked_for(adas, ada):
    image = new_image(ada, tags=("sea", "light"))
    assert "goes from 1 picture" in adas.post(CHANGE, {"name": "sea", "remove": "true"}).content.decode()
    adas.post(CHANGE, {"name": "sea", "remove": "true", "confirmed": "true"})
    assert [tag.name for tag in image.tags.all()] == ["light"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": "sea", "into": ""}, "into"),
        ({"name": "sea", "into": "sea"}, "into"),
        ({"name": "sea", "into": "a, b"}, "into"),
        ({"name": "sea", "into": "x" * 51}, "into"),
        ({"name": "other", "into": "ocean"}, "name"),
        ({"into": "ocean"}, "name"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(adas, ada, said, field):
    image = new_image(ada, tags=("sea",))
    answer = adas.post(CHANGE, said)
    assert list(answer.context["form"].errors) == [field]
    assert image.tags.get().name == "sea"


def test_without_a_name_the_page_leads_to_all_tags(adas, visitor):
    assert adas.get(CHANGE).headers["Location"] == "/studio/tags"
    assert adas.get(CHANGE, {"name": "sea"}).status_code == 200
    assert visitor.get("/studio/tags").status_code == 302


def test_any_number_of_tags_costs_the_same(adas, ada):
    costs = []
    for number in (1, 3):
        new_image(ada, tags=tuple(f"tag {each}" for each in range(number)))
        with CaptureQueriesContext(connection) as queries:
            adas.get("/studio/tags")
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 6
