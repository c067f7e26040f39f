"""Submitting, deciding and scoring by several at the same time."""

import pytest

from accounts.actions import delete_account
from accounts.exceptions import Conflict
from accounts.tests.conftest import at_once
from gallery.tests.works import new_work
from portfolio.actions.scores import score
from portfolio.actions.submissions import decide_submission, submit, withdraw_submission
from portfolio.models import Exhibition, Score, StatusChange, Submission, SubmittedWork
from portfolio.permissions import ORGANIZER
from portfolio.tests.entries import crowd, new_exhibition, new_juror, new_submission
from portfolio.workflow.tables import EXHIBITION

__all__ = ["at_once"]

pytestmark = pytest.mark.django_db(transaction=True)


def read(thing):
    """As each request reads it for itself."""
    related = ["exhibition", "artist"] if isinstance(thing, Submission) else []
    return type(thing).objects.select_related(*related).get(pk=thing.pk)


def codes(told):
    return sorted(each.code for each in told if isinstance(each, Conflict))


def test_of_submissions_sent_together_one_is_taken(ada, ben, at_once):
    call, works = new_exhibition(ben), [new_work(ada) for _ in range(4)]
    told = at_once(4, lambda index: submit(exhibition=read(call), by=ada, artwork_ids=[works[index].pk]))
    assert codes(told) == ["already_submitted"] * 3
    assert (Submission.objects.count(), SubmittedWork.objects.count()) == (1, 1)


def test_of_two_decisions_one_wins_and_the_other_is_told(ada, ben, at_once):
    entry = new_submission(new_exhibition(ben, status="jurying"), ada)
    seen = read(entry), read(entry)
    told = at_once(
        2, lambda index: decide_submission(submission=seen[index], by=ben, status=["accepted", "rejected"][index])
    )
    assert codes(told) == ["changed_meanwhile"]
    assert StatusChange.objects.get().target == read(entry).status


def test_an_artist_who_withdraws_beside_a_decision_learns_nothing_of_it(ada, ben, at_once):
    entry = new_submission(new_exhibition(ben, status="jurying"), ada)
    seen = read(entry), read(entry)

    def deed(index):
        if index:
            return withdraw_submission(submission=seen[1], by=ada).status
        return decide_submission(submission=seen[0], by=ben, status="accepted").status

    assert at_once(2, deed)[1] == "withdrawn"
    assert read(entry).status == "withdrawn"


def test_what_is_submitted_while_entry_ends_is_in_before_or_refused(ben, at_once):
    call, artists = new_exhibition(ben), crowd(4)
    works, organised = [new_work(artist) for artist in artists], read(call)

    def deed(index):
        if index == 4:
            return EXHIBITION.move(organised, "jurying", roles={ORGANIZER}, by=ben)
        return submit(exhibition=read(call), by=artists[index], artwork_ids=[works[index].pk]).pk

    told = at_once(5, deed)
    assert read(call).status == "jurying"
    assert codes(told) == ["not_open"] * (4 - Submission.objects.count())


def test_a_juror_who_scores_a_work_often_at_once_scores_it_once(ada, ben, cyn, at_once):
    call = new_exhibition(ben, status="jurying")
    entry, _juror = new_submission(call, ada, new_work(ada), new_work(ada)), new_juror(call, cyn)
    seen = [read(entry) for _ in range(6)]
    told = at_once(6, lambda index: len(score(submission=seen[index], by=cyn, score=index + 1)))
    assert told == [2] * 6
    assert len(set(Score.objects.values_list("score", flat=True))) == 1
    assert Score.objects.count() == 2


def test_an_artist_who_leaves_beside_all_that_is_done_leaves_nothing(ada, ben, cyn, at_once):
    call = new_exhibition(ben, status="jurying")
    entry, _juror = new_submission(call, ada), new_juror(call, cyn)
    seen = [read(entry) for _ in range(3)]

    def deed(index):
        if index == 0:
            return delete_account(user=ada, by=ada)
        if index == 1:
            return score(submission=seen[1], by=cyn, score=5)
        return decide_submission(submission=seen[2], by=ben, status="accepted")

    told = at_once(3, deed)
    assert told[0] is None
    assert all(isinstance(each, list | Submission | Submission.DoesNotExist | Conflict) for each in told[1:])
    assert not Submission.objects.exists()
    assert not Score.objects.exists()
    assert Exhibition.objects.exists()
