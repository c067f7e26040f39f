"""Deciding about submissions by the buttons of the table."""

from uuid import uuid4

import pytest

from gallery.tests.works import new_work
from portfolio.models import Submission
from portfolio.tests.entries import new_exhibition, new_submission
from portfolio.tests.organising import page_of, press, said


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


@pytest.fixture
def exhibition(ada):
    return new_exhibition(ada, status="jurying", submission_fee=20, currency="EUR")


@pytest.fixture
def submission(exhibition, ben):
    return new_submission(exhibition, ben, new_work(ben, "Dune"), new_work(ben, "Pier"))


def status_of(submission):
    return Submission.objects.get(pk=submission.pk).status


def test_one_is_decided_and_the_page_comes_back_to_its_line(adas, exhibition, submission):
    back = page_of(exhibition, "submissions?status=submitted")
    way = press(adas, exhibition, "submissions/decide/one", decision=f"accepted {submission.pk}", next=back)
    assert way == f"{back}#submission-{submission.pk}"
    assert status_of(submission) == "accepted"
    assert said(adas, exhibition) == "ben: accepted."


def test_what_the_workflow_forbids_is_told_and_changes_nothing(adas, ada, ben):
    exhibition = new_exhibition(ada, status="announced")
    submission = new_submission(exhibition, ben, status="rejected")
    way = press(adas, exhibition, "submissions/decide/one", decision=f"accepted {submission.pk}")
    assert way == page_of(exhibition, "submissions#told")
    assert "cannot" in said(adas, exhibition)
    assert status_of(submission) == "rejected"


def test_several_are_decided_at_once_and_what_is_refused_is_told(adas, exhibition, submission, cyn, mo):
    other, withdrawn = new_submission(exhibition, cyn), new_submission(exhibition, mo, status="withdrawn")
    ticked = [str(each.pk) for each in (submission, other, withdrawn)]
    press(adas, exhibition, "submissions/decide", status="rejected", submission=ticked)
    assert [status_of(each) for each in (submission, other, withdrawn)] == ["rejected", "rejected", "withdrawn"]
    words = said(adas, exhibition)
    assert words.startswith("2 submissions: not accepted. moe: ")


def test_without_a_tick_nothing_is_decided_and_that_is_said(adas, exhibition, submission):
    press(adas, exhibition, "submissions/decide", status="rejected")
    assert status_of(submission) == "submitted"
    assert said(adas, exhibition) == "Tick the submissions first."


def test_works_of_an_accepted_one_are_chosen(adas, exhibition, submission):
    _dune, pier = submission.works.order_by("position")
    press(adas, exhibition, "submissions/decide/one", decision=f"accepted {submission.pk}")
    press(
        adas,
        exhibition,
        "submissions/choose",
        **{"choose": str(submission.pk), f"works-{submission.pk}": [str(pier.artwork_id)]},
    )
    assert list(submission.works.filter(is_selected=True)) == [pier]
    press(adas, exhibition, "submissions/choose", choose=str(submission.pk))
    assert list(submission.works.filter(is_selected=True)) == [pier]
    assert "Choose at least one work." in said(adas, exhibition)


def test_a_fee_is_noted_and_taken_back(adas, exhibition, submission):
    for word, is_paid in (("paid", True), ("unpaid", False)):
        press(adas, exhibition, "submissions/fee", fee=f"{word} {submission.pk}")
        assert (Submission.objects.get().fee_paid_at is not None) == is_paid


BAD = [
    ("submissions/decide", {"status": "loved"}),
    ("submissions/decide", {"status": "accepted", "submission": "x"}),
    ("submissions/decide/one", {}),
    ("submissions/decide/one", {"decision": "accepted"}),
    ("submissions/decide/one", {"decision": "accepted x"}),
    ("submissions/choose", {"choose": "x"}),
    ("submissions/fee", {"fee": "x"}),
]


@pytest.mark.parametrize(("rest", "sent"), BAD)
def test_what_no_button_sends_is_refused(adas, exhibition, submission, rest, sent):
    assert adas.post(page_of(exhibition, rest), sent, format="multipart").status_code == 400
    assert status_of(submission) == "submitted"


@pytest.mark.parametrize("is_there", [True, False])
def test_what_was_submitted_elsewhere_is_not_there(adas, ada, ben, exhibition, is_there):
    elsewhere = new_submission(new_exhibition(ada, status="jurying"), ben)
    named = elsewhere.pk if is_there else uuid4()
    sent = {"decision": f"accepted {named}"}
    assert adas.post(page_of(exhibition, "submissions/decide/one"), sent, format="multipart").status_code == 404
    assert status_of(elsewhere) == "submitted"
    press(adas, exhibition, "submissions/decide", status="accepted", submission=[str(named)])
    assert status_of(elsewhere) == "submitted"
