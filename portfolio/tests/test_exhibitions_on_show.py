"""What an exhibition shows, and what works tell of where they were shown."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Artist
from gallery.actions.artworks import change_artwork
from gallery.actions.withholding import set_hidden
from gallery.tests.withholding import suspended
from gallery.tests.works import new_work
from portfolio.models import SubmittedWork
from portfolio.tests.calls import ROUTE, put, read
from portfolio.tests.entries import new_exhibition, new_submission

pytestmark = pytest.mark.django_db
SHOWING = {"draft": 0, "open": 0, "jurying": 0, "announced": 0, "running": 1, "closed": 1, "cancelled": 0}


def shown(client, exhibition, **query):
    """The works on show, by the route and by the first page of the whole."""
    listed = client.get(f"{ROUTE}/{exhibition.pk}/artworks", query)
    assert listed.status_code == 200, listed.content
    works = [work["title"] for work in listed.json()["results"]]
    if not query:
        whole = read(client, exhibition)["artworks"]
        assert [work["title"] for work in whole["results"]] == works
        assert whole["count"] == listed.json()["count"]
    return works


def history(client, work):
    return client.get(f"/api/artworks/{work.pk}").json()["exhibitions"]


@pytest.mark.parametrize("status", SHOWING)
def test_works_are_on_show_from_the_first_day_on_and_stay_in_their_history(ada, ben, client_of, visitor, status):
    exhibition = new_exhibition(ada, status=status, exhibition_start=date(2025, 12, 6))
    work = new_work(ben, "Dunes")
    new_submission(exhibition, work.owner, work, status="accepted")
    client = client_of(ada) if status == "draft" else visitor
    assert shown(client, exhibition) == ["Dunes"] * SHOWING[status]
    told = {"id": str(exhibition.pk), "title": "Salt and Light", "year": 2025}
    told["url"] = f"http://testserver/exhibitions/{exhibition.pk}"
    for viewer in (visitor, client_of(ben), client_of(ada)):
        assert history(viewer, work) == [told] * SHOWING[status]


@pytest.mark.parametrize("status", ["submitted", "shortlisted", "waitlisted", "rejected", "withdrawn"])
def test_what_was_not_accepted_is_not_shown(ada, ben, visitor, client_of, status):
    exhibition = new_exhibition(ada, status="running")
    work = new_work(ben)
    new_submission(exhibition, ben, work, status=status)
    assert shown(visitor, exhibition) == shown(client_of(ben), exhibition) == []
    assert history(client_of(ben), work) == []


def test_of_an_accepted_submission_the_chosen_works_are_shown(ada, ben, visitor):
    exhibition = new_exhibition(ada, status="running")
    works = [new_work(ben, title) for title in ("Dunes", "Harbour", "Pier")]
    new_submission(exhibition, ben, *works, status="accepted")
    SubmittedWork.objects.filter(artwork=works[1]).update(is_selected=False)
    assert shown(visitor, exhibition) == ["Dunes", "Pier"]
    assert [bool(history(visitor, work)) for work in works] == [True, False, True]


def test_they_hang_by_their_artists_names_then_as_submitted_on_pages(ada, ben, cyn, visitor):
    exhibition = new_exhibition(ada, status="running")
    Artist.objects.filter(user=ben).update(artist_name="Zoe")
    for artist, titles in ((ben, "BA"), (cyn, "DC")):
        new_submission(exhibition, artist, *(new_work(artist, title) for title in titles), status="accepted")
    assert shown(visitor, exhibition) == ["D", "C", "B", "A"]
    assert [shown(visitor, exhibition, page_size=3, page=page) for page in (1, 2)] == [["D", "C", "B"], ["A"]]


def hide(work, mo):
    set_hidden(target_type="artwork", target_id=work.pk, is_hidden=True)


GONE = {
    "a draft": lambda work, mo: change_artwork(artwork=work, by=work.owner, status="draft"),
    "private": lambda work, mo: change_artwork(artwork=work, by=work.owner, availability_status="private"),
    "hidden": hide,
    "of who is shut out": lambda work, mo: suspended(work.owner, mo),
}


@pytest.mark.parametrize("why", GONE)
def test_what_others_may_no_longer_see_is_no_longer_shown_to_them(ada, ben, cyn, mo, client_of, visitor, why):
    exhibition = new_exhibition(ada, status="running")
    gone, stays = new_work(ben, "Gone"), new_work(cyn, "Stays")
    for work in (gone, stays):
        new_submission(exhibition, work.owner, work, status="accepted")
    GONE[why](gone, mo)
    for client in (visitor, client_of(ada), client_of(cyn)):
        assert shown(client, exhibition) == ["Stays"]
        assert client.get(f"/api/artworks/{gone.pk}").status_code == 404


def test_an_exhibition_that_is_withheld_leaves_the_histories_of_works_to_all_but_its_organiser(
    ada, ben, client_of, visitor
):
    exhibition = new_exhibition(ada, status="closed", is_hidden=True)
    work = new_work(ben)
    new_submission(exhibition, ben, work, status="accepted")
    assert (history(visitor, work), history(client_of(ben), work)) == ([], [])
    assert len(history(client_of(ada), work)) == 1


def test_a_history_begins_with_the_last_one_and_goes_by_the_announcement_where_no_day_is_known(ada, ben, visitor):
    work = new_work(ben)
    for title, first_day in (("Old", date(2019, 1, 5)), ("New", date(2024, 7, 1)), ("Undated", None)):
        exhibition = new_exhibition(ada, title=title, status="closed", exhibition_start=first_day)
        new_submission(exhibition, ben, work, status="accepted")
    years = [(row["title"], row["year"]) for row in history(visitor, work)]
    assert years == [("Undated", exhibition.announced_at.year), ("New", 2024), ("Old", 2019)]


def test_a_show_that_is_called_off_leaves_the_history(ada, ben, client_of, visitor):
    exhibition = new_exhibition(ada, status="running")
    work = new_work(ben)
    new_submission(exhibition, ben, work, status="accepted")
    put(client_of(ada), exhibition, status="cancelled")
    assert (history(visitor, work), shown(visitor, exhibition)) == ([], [])


@pytest.mark.parametrize("path", ["", "/artworks"])
def test_many_works_cost_as_many_queries_as_one(ada, ben, visitor, path):
    exhibition, costs = new_exhibition(ada, status="running"), []
    submission = new_submission(exhibition, ben, status="accepted")
    for more in (0, 2, 9):
        for _ in range(more):
            SubmittedWork.objects.create(submission=submission, artwork=new_work(ben), position=more)
        with CaptureQueriesContext(connection) as captured:
            visitor.get(f"{ROUTE}/{exhibition.pk}{path}")
        costs.append(len(captured))
    assert len(set(costs)) == 1
    assert costs[0] <= 20
