"""Announcing what was decided, and moving an exhibition on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portfolio.models import Exhibition, Submission
from portfolio.tests.entries import new_exhibition, new_juror, new_submission
from portfolio.tests.organising import page_of, press, said


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


@pytest.fixture
def jurying(ada, ben, cyn, mo):
    """One of which one submission is accepted, one declined, and one not decided."""
    exhibition = new_exhibition(ada, status="jurying")
    for artist, status in ((ben, "accepted"), (cyn, "rejected"), (mo, "shortlisted")):
        new_submission(exhibition, artist, status=status)
    return exhibition


def status_of(exhibition):
    return Exhibition.objects.get(pk=exhibition.pk).status


def numbers(page):
    return [number.text for number in page.all("strong")]


def test_the_page_says_how_many_are_told_what_before_it_is_done(read, adas, jurying):
    page = read(adas, page_of(jurying, "announce"))
    assert page.one("h1").text == "Announce the decisions?"
    assert numbers(page) == ["1", "0", "1", "1"]
    assert status_of(jurying) == "jurying"


def test_while_one_is_undecided_nothing_is_announced(adas, jurying):
    answer = adas.post(page_of(jurying, "announce"), {}, format="multipart")
    assert "1 submission is not decided yet." in answer.content.decode()
    assert status_of(jurying) == "jurying"


def test_the_rest_is_declined_where_that_is_asked_for(read, adas, jurying, mo):
    assert press(adas, jurying, "announce", reject_rest="on") == page_of(jurying, "announce")
    assert status_of(jurying) == "announced"
    assert Submission.objects.get(artist=mo).status == "rejected"
    page = read(adas, page_of(jurying, "announce"))
    assert "The decisions are announced." in page.text
    assert numbers(page) == ["1", "0", "2"]
    assert not page.all("input", name="reject_rest")


@pytest.mark.parametrize("status", ["draft", "open", "cancelled"])
def test_at_other_times_there_is_nothing_to_press(read, adas, ada, status):
    exhibition = new_exhibition(ada, status=status)
    page = read(adas, page_of(exhibition, "announce"))
    assert "Announce the decisions" not in [button.text for button in page.all("button")]
    answer = adas.post(page_of(exhibition, "announce"), {}, format="multipart")
    assert "cannot move it" in answer.content.decode()
    assert status_of(exhibition) == status


def moves(page):
    """What its buttons and the ways to questions lead to."""
    ways = [way["href"].rpartition("/")[2] for way in page.all("a") if "/move/" in way["href"]]
    return {button["value"] for button in page.all("button", name="status")} | set(ways)


@pytest.mark.parametrize(
    ("status", "offered"),
    [
        ("draft", {"open", "cancelled"}),
        ("open", {"jurying", "cancelled"}),
        ("jurying", {"cancelled"}),
        ("announced", {"running", "cancelled"}),
        ("running", {"closed", "cancelled"}),
        ("closed", set()),
        ("cancelled", set()),
    ],
)
def test_what_can_be_done_with_it_now_is_offered_and_nothing_else(read, adas, ada, status, offered):
    exhibition = new_exhibition(ada, status=status)
    assert moves(read(adas, page_of(exhibition))) == offered


def test_a_light_move_is_one_button(adas, ada):
    exhibition = new_exhibition(ada, status="draft")
    back = page_of(exhibition, "jurors")
    assert press(adas, exhibition, "move", status="open", next=back) == back
    assert status_of(exhibition) == "open"
    assert said(adas, exhibition) == "“Salt and Light” is now: open."


def test_a_grave_one_is_asked_about_first_with_what_follows(read, adas, ada, ben):
    exhibition = new_exhibition(ada)
    new_juror(exhibition, ben)
    page = read(adas, page_of(exhibition, "move/jurying"))
    assert page.one("h1").text == "Begin jurying?"
    assert "Its deadline has not come yet" in page.text
    assert "1 juror is told to begin." in page.text
    assert status_of(exhibition) == "open"
    assert press(adas, exhibition, "move/jurying", status="jurying") == page_of(exhibition)
    assert status_of(exhibition) == "jurying"


@pytest.mark.parametrize(
    ("status", "asked"), [("running", "closed"), ("announced", "cancelled"), ("draft", "cancelled")]
)
def test_each_grave_one_has_its_question(read, adas, ada, status, asked):
    page = read(adas, page_of(new_exhibition(ada, status=status), f"move/{asked}"))
    assert page.one("h1").text.endswith("the exhibition?")


@pytest.mark.parametrize(("asked", "status"), [("nonsense", 404), ("announced", 404), ("running", 302), ("open", 302)])
def test_what_is_not_to_be_asked_now_leads_nowhere(adas, ada, asked, status):
    assert adas.get(page_of(new_exhibition(ada), f"move/{asked}")).status_code == status


def test_a_move_that_is_not_open_is_refused_with_what_is(adas, ada):
    exhibition = new_exhibition(ada, status="draft", submission_deadline=timezone.now() - timedelta(days=1))
    assert press(adas, exhibition, "move", status="open") == page_of(exhibition, "submissions#told")
    assert said(adas, exhibition) == "Its deadline has passed: set another first."
    assert adas.post(page_of(exhibition, "move"), {"status": "x"}, format="multipart").status_code == 400
    assert status_of(exhibition) == "draft"


def test_a_draft_is_deleted_after_a_question(read, adas, ada):
    exhibition = new_exhibition(ada, status="draft")
    assert read(adas, page_of(exhibition, "delete")).one("h1").text == "Delete this draft?"
    assert press(adas, exhibition, "delete") == "/exhibitions/yours"
    assert not Exhibition.objects.exists()
    assert "“Salt and Light” is deleted." in read(adas, "/exhibitions/yours").text


def test_what_is_more_than_a_draft_is_not_deleted(adas, ada):
    exhibition = new_exhibition(ada)
    assert adas.get(page_of(exhibition, "delete")).headers["Location"] == page_of(exhibition, "edit")
    press(adas, exhibition, "delete")
    assert said(adas, exhibition, "edit") == "Only a draft can be deleted. You can cancel it."
    assert Exhibition.objects.exists()
