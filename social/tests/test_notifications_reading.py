"""Marking as read, and asking how much is unread."""

from uuid import uuid4

import pytest

from gallery.tests.works import new_work
from social.models import Notification
from social.notifying import unread_count
from social.tests.telling import like, told


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


@pytest.fixture
def lines(ada, ben):
    """The ids of three lines for ada, the last first."""
    for title in ("One", "Two", "Three"):
        like(new_work(ada, title), ben)
    return [str(pk) for pk in Notification.objects.order_by("-created_at").values_list("pk", flat=True)]


def read(client, body, **options):
    return client.post("/api/notifications/read", body, **{"format": "json"} | options)


def test_some_are_marked(adas, lines):
    assert read(adas, {"ids": lines[:2]}).json() == {"unread_count": 1, "read": 2}
    assert [row["read_at"] is None for row in told(adas)["results"]] == [False, False, True]


def test_all_are_marked(adas, lines):
    assert read(adas, {"all": True}).json() == {"unread_count": 0, "read": 3}
    assert read(adas, {"all": True}).json() == {"unread_count": 0, "read": 0}


@pytest.mark.parametrize("form", ["json", "multipart"])
def test_said_again_or_twice_it_changes_nothing(adas, lines, form):
    assert read(adas, {"ids": [lines[0], lines[0]]}, format=form).json()["read"] == 1
    assert read(adas, {"ids": [lines[0]]}, format=form).json() == {"unread_count": 2, "read": 0}


def test_one_that_is_not_ones_own_refuses_all(ada, cyn, adas, client_of, lines):
    assert read(client_of(cyn), {"ids": lines[:1]}).status_code == 404
    assert read(adas, {"ids": [lines[0], str(uuid4())]}).status_code == 404
    assert unread_count(ada) == 3


@pytest.mark.parametrize(
    "body",
    [{}, {"all": False}, {"all": True, "ids": ["x"]}, {"ids": []}, {"ids": ["x"]}, {"ids": "all"}, {"all": "perhaps"}],
)
def test_neither_both_or_nonsense_is_refused(ada, adas, lines, body):
    assert read(adas, body).status_code == 400
    assert unread_count(ada) == 3


def test_ids_and_all_together_are_refused(ada, adas, lines):
    assert read(adas, {"all": True, "ids": lines}).status_code == 400
    assert unread_count(ada) == 3


@pytest.mark.parametrize("path", ["/api/notifications/count", "/api/notifications"])
def test_whoever_knows_it_already_is_told_no_more(ben, ada, adas, lines, path):
    answer = adas.get(path)
    assert answer.json()["unread_count"] == 3
    assert set(answer["Cache-Control"].split(", ")) == {"private", "no-cache"}
    again = adas.get(path, headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    like(new_work(ada), ben)
    changed = adas.get(path, headers={"if-none-match": answer["ETag"]})
    assert (changed.status_code, changed.json()["unread_count"]) == (200, 4)


def test_asking_how_much_is_unread_costs_two_queries(adas, lines, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert adas.get("/api/notifications/count").json() == {"unread_count": 3}
