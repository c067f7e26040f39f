"""One's own exhibitions, what waits for one on top."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portfolio.models import Score
from portfolio.tests.entries import new_exhibition, new_juror, new_submission


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def links(page):
    return [way.text for way in page.all("a") if way["href"].startswith("/exhibitions/01")]


@pytest.mark.parametrize(
    ("facts", "waits"),
    [
        ({"status": "draft"}, ["Open it for entry."]),
        ({"status": "open"}, []),
        (
            {"status": "open", "submission_deadline": timezone.now() - timedelta(days=1)},
            ["Entry is over: begin jurying."],
        ),
        ({"status": "jurying"}, ["1 submission waits for a decision."]),
        ({"status": "announced"}, []),
    ],
)
def test_what_one_organises_says_what_is_to_be_done(read, adas, ada, ben, facts, waits):
    new_submission(new_exhibition(ada, **facts), ben)
    page = read(adas, "/exhibitions/yours")
    assert links(page) == ["Salt and Light"]
    assert [each.text for each in page.all("p", **{"class": "waits"})] == waits


def test_when_all_is_decided_announcing_waits(read, adas, ada, ben):
    new_submission(new_exhibition(ada, status="jurying"), ben, status="accepted")
    assert "All is decided: announce it." in read(adas, "/exhibitions/yours").text


def test_what_waits_is_on_top(read, adas, ada):
    for title, status in (("Over", "closed"), ("Judged", "jurying"), ("Draft", "draft"), ("Open", "open")):
        new_exhibition(ada, title=title, status=status)
    assert links(read(adas, "/exhibitions/yours")) == ["Judged", "Open", "Draft", "Over"]


def test_a_juror_reads_how_many_works_wait_for_their_score(read, adas, ada, ben, cyn, mo):
    exhibition = new_exhibition(mo, status="jurying")
    juror = new_juror(exhibition, ada, close_to=(ben,))
    scored = new_submission(exhibition, cyn).works.get()
    for artist in (ada, ben):
        new_submission(exhibition, artist)
    assert "1 work waits for your score." in read(adas, "/exhibitions/yours").text
    Score.objects.create(juror=juror, work=scored, score=5)
    page = read(adas, "/exhibitions/yours")
    assert "your score" not in page.text
    assert page.one("a", href=f"/exhibitions/{exhibition.pk}/jury").text == "Salt and Light"


@pytest.mark.parametrize("status", ["submitted", "accepted", "rejected"])
def test_an_artist_is_told_no_decision_before_it_is_announced(read, adas, ada, ben, status):
    new_submission(new_exhibition(ben, status="jurying"), ada, status=status)
    assert "You are told when the decisions are announced." in read(adas, "/exhibitions/yours").text


def test_an_artist_is_told_it_after_that(read, adas, ada, ben):
    exhibition = new_exhibition(ben, status="announced")
    new_submission(exhibition, ada, status="accepted")
    page = read(adas, "/exhibitions/yours")
    assert "Your submission is accepted." in page.text
    assert page.one("a", href=f"/exhibitions/{exhibition.pk}/submission")


def test_a_draft_is_not_told_to_who_is_on_its_jury(read, adas, ada, ben):
    new_juror(new_exhibition(ben, status="draft"), ada)
    assert links(read(adas, "/exhibitions/yours")) == []


def test_more_than_a_few_have_a_page_of_their_own(read, adas, ada):
    for number in range(26):
        new_exhibition(ada, title=f"Show {number}")
    page = read(adas, "/exhibitions/yours")
    assert len(links(page)) == 6
    more = page.one("a", href="/exhibitions/yours?show=organised")
    page = read(adas, more["href"])
    assert len(links(page)) == 24
    assert len(links(read(adas, page.one("a", rel="next")["href"]))) == 2


@pytest.mark.parametrize("number", [1, 3, 6])
def test_it_costs_the_same_queries_for_any_number(django_assert_num_queries, adas, ada, ben, number):
    for _ in range(number):
        new_submission(new_exhibition(ada, status="jurying"), ben)
        theirs = new_exhibition(ben, status="jurying")
        new_juror(theirs, ada)
        new_submission(theirs, ada)
    with django_assert_num_queries(9):
        adas.get("/exhibitions/yours")
