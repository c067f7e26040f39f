"""The list of exhibitions: what is in it for whom, filters, orders, costs."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conftest import person
from gallery.tests.library import codes, new_image
from gallery.tests.withholding import suspended
from portfolio.models import Exhibition
from portfolio.tests.calls import ROUTE, in_days, read, titles
from portfolio.tests.entries import new_exhibition, new_juror, new_submission

pytestmark = pytest.mark.django_db
NOW = timezone.now


@pytest.fixture
def three(ada, ben):
    """In the order in which they were called: open, running, closed."""
    facts = {"submission_deadline": NOW() + timedelta(days=9), "exhibition_start": in_days(20)}
    new_exhibition(ada, title="Open", location="Harwich", **facts)
    past = NOW() - timedelta(days=30)
    new_exhibition(ben, title="Running", status="running", submission_deadline=past, exhibition_start=in_days(-2))
    new_exhibition(ben, title="Closed", status="closed", submission_deadline=past - timedelta(days=9))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Closed", "Running", "Open"]),
        ({"status": "open"}, ["Open"]),
        ({"status": "open, running"}, ["Running", "Open"]),
        ({"status": "draft"}, []),
        ({"status": ""}, ["Closed", "Running", "Open"]),
        ({"location": "HARW"}, ["Open"]),
        ({"location": "Leipzig"}, []),
        ({"organizer": "Ben"}, ["Closed", "Running"]),
        ({"organizer": "me"}, []),
        ({"organizer": "nobody"}, []),
        ({"organizer": str(uuid4())}, []),
        ({"open_for_entry": "true"}, ["Open"]),
        ({"open_for_entry": "false"}, ["Closed", "Running"]),
        ({"deadline_after": in_days(0)}, ["Open"]),
        ({"deadline_after": (NOW() - timedelta(days=31)).isoformat()}, ["Running", "Open"]),
        ({"ordering": "date"}, ["Open", "Running", "Closed"]),
        ({"ordering": "deadline"}, ["Closed", "Running", "Open"]),
        ({"ordering": "-deadline"}, ["Open", "Running", "Closed"]),
        ({"ordering": "start"}, ["Running", "Open", "Closed"]),
        ({"ordering": "-start"}, ["Open", "Running", "Closed"]),
    ],
)
def test_it_is_filtered_and_ordered(visitor, three, query, found):
    assert titles(visitor, **query) == found


def test_what_is_late_is_not_open_for_entry(ada, visitor):
    new_exhibition(ada, title="Late", submission_deadline=NOW() - timedelta(seconds=1))
    assert titles(visitor, open_for_entry="true") == []
    assert titles(visitor, open_for_entry="false") == ["Late"]


def test_an_organiser_finds_their_own_by_their_id_or_as_me(ada, client_of, three):
    assert titles(client_of(ada), organizer="me") == titles(client_of(ada), organizer=str(ada.pk)) == ["Open"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"status": "open,ended"}, "status"),
        ({"open_for_entry": "perhaps"}, "open_for_entry"),
        ({"deadline_after": "soon"}, "deadline_after"),
        ({"ordering": "title"}, "ordering"),
        ({"location": "x" * 201}, "location"),
        ({"organizer": "a\0b"}, "organizer"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(visitor, query, field):
    answer = visitor.get(ROUTE, query)
    assert (answer.status_code, list(codes(answer))) == (400, [field])


@pytest.mark.parametrize("ordering", ["deadline", "-start", "-date"])
def test_a_walk_by_cursor_meets_each_once(ada, visitor, ordering):
    for number in range(7):
        start = in_days(number) if number % 2 else None
        new_exhibition(ada, title=str(number), exhibition_start=start)
    told, url = [], f"{ROUTE}?page_size=2&cursor=&ordering={ordering}"
    while url:
        page = visitor.get(url).json()
        told += [row["title"] for row in page["results"]]
        url = page["next"]
    assert told == titles(visitor, ordering=ordering)
    assert len(told) == 7


HIDDEN = [{"status": "draft"}, {"is_hidden": True}]


@pytest.mark.parametrize("facts", HIDDEN)
def test_what_is_hidden_is_seen_by_its_organiser_and_nowhere_by_others(ada, ben, cyn, mo, client_of, visitor, facts):
    exhibition = new_exhibition(ada, **facts)
    new_juror(exhibition, ben)
    assert titles(client_of(ada)) == ["Salt and Light"]
    assert read(client_of(ada), exhibition)["viewer_roles"] == ["organizer"]
    for client in (visitor, *map(client_of, (ben, cyn, mo))):
        assert client.get(ROUTE).json() == {"count": 0, "next": None, "previous": None, "results": []}
        for rest in ("", "/artworks", "/cover"):
            unseen = client.get(f"{ROUTE}/{exhibition.pk}{rest}")
            absent = client.get(f"{ROUTE}/{uuid4()}{rest}")
            assert (unseen.status_code, unseen.json()) == (404, absent.json())


@pytest.mark.parametrize("facts", HIDDEN)
@pytest.mark.parametrize(
    ("method", "rest"),
    [
        ("put", ""), ("delete", ""), ("post", "/announce"), ("get", "/jurors"), ("post", "/jurors"),
        ("delete", "/jurors/{ben}"), ("get", "/conflicts"), ("put", "/conflicts"),
    ],
)  # fmt: skip
def test_nor_can_others_do_anything_there(ada, ben, client_of, facts, method, rest):
    exhibition = new_exhibition(ada, **facts)
    new_juror(exhibition, ben)
    answer = getattr(client_of(ben), method)(f"{ROUTE}/{exhibition.pk}{rest.format(ben=ben.pk)}")
    assert answer.status_code == 404
    assert exhibition.jurors.count() == 1


def test_the_exhibitions_of_who_is_shut_out_are_gone_until_they_are_back(ada, mo, visitor):
    exhibition = new_exhibition(ada, status="running")
    suspended(ada, mo)
    assert titles(visitor) == []
    assert visitor.get(f"{ROUTE}/{exhibition.pk}").status_code == 404
    suspended(ada, mo, lifted=True)
    assert titles(visitor) == ["Salt and Light"]


def test_what_was_withdrawn_or_is_of_who_is_shut_out_is_not_counted(ada, ben, cyn, mo, visitor):
    exhibition = new_exhibition(ada)
    for artist, status in ((ben, "submitted"), (cyn, "rejected"), (person("dan"), "withdrawn")):
        new_submission(exhibition, artist, status=status)
    assert read(visitor, exhibition)["submission_count"] == 2
    suspended(cyn, mo)
    assert read(visitor, exhibition)["submission_count"] == 1


def test_what_one_submitted_is_told_to_oneself_alone(ada, ben, cyn, client_of, visitor):
    exhibition = new_exhibition(ada, status="jurying")
    submission = new_submission(exhibition, ben, status="accepted")
    told = read(client_of(ben), exhibition)["my_submission"]
    assert (told["id"], told["status"]) == (str(submission.pk), "submitted")
    for client in (visitor, client_of(ada), client_of(cyn)):
        assert read(client, exhibition)["my_submission"] is None


def queries(client, path):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", [ROUTE, f"{ROUTE}?cursor=", f"{ROUTE}?status=open,jurying&organizer=ada"])
def test_many_cost_as_many_queries_as_one(ada, ben, cyn, client_of, visitor, path):
    def fill(number):
        for index in range(number):
            status = ("jurying", "open", "draft")[index % 3]
            exhibition = new_exhibition(ada, status=status, cover=new_image(ada))
            new_juror(exhibition, cyn)
            new_submission(exhibition, ben)

    clients, costs = [visitor, client_of(ada), client_of(ben), client_of(cyn)], []
    for more in (1, 2, 17):
        fill(more)
        costs.append([queries(client, path) for client in clients])
    # One more where something is found to be told of: ben's submissions are there from the first on.
    assert costs[0] == costs[1] == costs[2]
    assert max(costs[0]) <= 30
    assert Exhibition.objects.count() == 20
