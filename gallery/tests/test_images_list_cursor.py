"""`images` by cursor: the same list, walked by position."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from gallery.models import File, Image
from gallery.tests.library import NOON, codes, new_image, titles

ORDERINGS = [sign + name for name in ("date", "name", "size", "views", "taken") for sign in ("", "-")]


def forward(client, **query):
    """Every page of the list, by `next`, and the last answer."""
    pages, answer = [], client.get("/api/images", {"cursor": "", **query}).json()
    while True:
        pages.append([image["id"] for image in answer["results"]])
        if not answer["next"]:
            return pages, answer
        answer = client.get(answer["next"]).json()


def backward(client, answer):
    """The ids before this answer, by `previous`, in the list's own order."""
    found = []
    while answer["previous"]:
        answer = client.get(answer["previous"]).json()
        found = [image["id"] for image in answer["results"]] + found
    return found


def whole(client, **query):
    return [image["id"] for image in client.get("/api/images", {"page_size": 100, **query}).json()["results"]]


@pytest.mark.parametrize("ordering", ORDERINGS)
def test_walking_over_equals_and_nothing_gives_the_same_list(ada, visitor, ordering):
    for number in range(7):
        taken = NOON - timedelta(days=number // 2) if number < 4 else None
        new_image(ada, "ab"[number % 2], file_size=number // 3, view_count=number // 4, date_taken=taken)
    everything = whole(visitor, ordering=ordering)
    pages, last = forward(visitor, ordering=ordering, page_size=2)
    assert sum(pages, []) == everything
    assert [len(page) for page in pages] == [2, 2, 2, 1]
    assert backward(visitor, last) + pages[-1] == everything


facts = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["", "a", "A", "ä", "b c", "%"]),
        "view_count": st.integers(0, 2),
        "file_size": st.sampled_from([0, 1, 2**40]),
        "date_taken": st.none()
        | st.sampled_from([NOON, NOON + timedelta(microseconds=1), NOON - timedelta(days=9000)]),
    }
)


@pytest.mark.django_db
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(facts, max_size=9), ordering=st.sampled_from(ORDERINGS), size=st.integers(1, 4))
def test_any_list_walked_both_ways_is_the_list(visitor, rows, ordering, size):
    File.objects.all().delete()
    owner = User.objects.filter(username="dot").first() or User.objects.create_user("dot", "dot@example.org")
    for row in rows:
        new_image(owner, **row)
    everything = whole(visitor, ordering=ordering)
    pages, last = forward(visitor, ordering=ordering, page_size=size)
    assert sum(pages, []) == everything
    assert backward(visitor, last) + pages[-1] == everything


def test_an_answer_by_cursor_counts_nothing(ada, visitor):
    new_image(ada)
    assert set(visitor.get("/api/images?cursor=").json()) == {"next", "previous", "results"}


def test_what_is_added_at_the_front_moves_nothing(ada, visitor):
    for number in range(4):
        new_image(ada, str(number), uploaded_at=NOON + timedelta(minutes=number))
    first = visitor.get("/api/images?cursor=&page_size=2").json()
    new_image(ada, "newer", uploaded_at=NOON + timedelta(hours=1))
    assert [image["title"] for image in visitor.get(first["next"]).json()["results"]] == ["1", "0"]


def test_the_row_that_a_cursor_stands_at_may_be_gone(ada, visitor):
    images = [new_image(ada, str(number), uploaded_at=NOON + timedelta(minutes=number)) for number in range(4)]
    first = visitor.get("/api/images?cursor=&page_size=2").json()
    images[2].file.delete()
    assert [image["title"] for image in visitor.get(first["next"]).json()["results"]] == ["1", "0"]


def test_a_cursor_keeps_the_filters(ada, ben, visitor):
    for number in range(3):
        new_image(ada, f"a{number}")
        new_image(ben, f"b{number}")
    pages, _ = forward(visitor, user="ben", page_size=2)
    assert set(sum(pages, [])) == {str(pk) for pk in Image.objects.filter(owner=ben).values_list("pk", flat=True)}


@pytest.fixture
def cursor(ada, visitor):
    """A good cursor of the list by date."""
    new_image(ada, "1")
    new_image(ada, "2")
    url = visitor.get("/api/images?cursor=&page_size=1").json()["next"]
    return dict(part.split("=") for part in url.split("?")[1].split("&"))["cursor"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda good: good[:-1],
        lambda good: "x" + good,
        lambda good: good.split("%3A")[0],
        lambda good: "WyJzaXplIl0:abc",
        lambda good: "é",
        lambda good: "a%00b",
        lambda good: "1",
    ],
)
def test_a_cursor_that_was_tampered_with_is_refused(cursor, visitor, spoil):
    answer = visitor.get(f"/api/images?page_size=1&cursor={spoil(cursor)}")
    assert (answer.status_code, codes(answer)) == (400, {"cursor": "invalid"})


def test_a_cursor_of_another_order_is_refused(cursor, visitor):
    assert visitor.get(f"/api/images?cursor={cursor}&ordering=size").status_code == 400


def test_a_cursor_shows_nobody_what_they_may_not_see(cursor, visitor):
    Image.objects.update(visibility="private", is_public=False)
    assert visitor.get(f"/api/images?cursor={cursor}").json()["results"] == []
    assert titles(visitor) == []
