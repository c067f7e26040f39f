"""Exhibitions moved by several people, or by a person and the clock, at the same time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.actions import delete_account
from accounts.exceptions import Conflict
from portfolio.actions.exhibitions import announce, change_exhibition
from portfolio.actions.jurors import invite_juror
from portfolio.exhibitions.clock import turn_all
from portfolio.models import Exhibition, Juror, StatusChange, Submission
from portfolio.tests.entries import crowd, new_exhibition, new_submission
from social.actions.blocks import set_block

pytestmark = pytest.mark.django_db(transaction=True)


def outcomes(told):
    """The codes of those who were refused, in order; anything but a Conflict fails."""
    refused = [each for each in told if isinstance(each, Exception)]
    assert all(isinstance(each, Conflict) for each in refused), refused
    return sorted(each.code for each in refused)


def log_of(exhibition):
    return [step.target for step in StatusChange.objects.filter(thing_id=exhibition.pk).order_by("pk")]


@pytest.mark.parametrize("reject_rest", [True, False])
def test_of_two_who_announce_at_once_one_does(ada, ben, at_once, reject_rest):
    exhibition = new_exhibition(ada, status="jurying")
    new_submission(exhibition, ben, status="submitted" if reject_rest else "accepted")
    read = [Exhibition.objects.get() for _ in range(4)]
    told = at_once(4, lambda index: announce(exhibition=read[index], by=ada, reject_rest=reject_rest))
    assert outcomes(told) == ["changed_meanwhile"] * 3
    assert log_of(exhibition) == ["announced"]
    submission = Submission.objects.get()
    assert StatusChange.objects.filter(thing_id=submission.pk).count() == int(reject_rest)


def test_announced_or_cancelled_at_once_it_is_either(ada, ben, at_once):
    exhibition = new_exhibition(ada, status="jurying")
    submission = new_submission(exhibition, ben)
    read = [Exhibition.objects.get() for _ in range(2)]

    def deed(index):
        if index:
            return change_exhibition(exhibition=read[1], by=ada, status="cancelled")
        return announce(exhibition=read[0], by=ada, reject_rest=True)

    assert len(outcomes(at_once(2, deed))) == 1
    exhibition.refresh_from_db()
    submission.refresh_from_db()
    assert log_of(exhibition) == [exhibition.status]
    # Where the cancelling won, nothing of the announcement is left.
    assert (exhibition.status, submission.status) in {("announced", "rejected"), ("cancelled", "submitted")}


def test_the_clock_and_the_organiser_open_it_once(ada, at_once):
    yesterday = timezone.now().date() - timedelta(days=1)
    exhibition = new_exhibition(ada, status="announced", exhibition_start=yesterday)
    read = Exhibition.objects.get()

    def deed(index):
        return turn_all() if index else change_exhibition(exhibition=read, by=ada, status="running")

    outcomes(at_once(4, deed))
    assert log_of(exhibition) == ["running"]


def test_many_announcements_with_common_artists_wait_for_each_other_in_order(ada, ben, at_once):
    artists = crowd(6)
    both = [new_exhibition(each, status="jurying") for each in (ada, ben)]
    for exhibition, order in zip(both, (artists, artists[::-1]), strict=True):
        for artist in order:
            new_submission(exhibition, artist)
    told = at_once(2, lambda index: announce(exhibition=both[index], by=(ada, ben)[index], reject_rest=True))
    assert outcomes(told) == []
    assert Submission.objects.filter(status="rejected").count() == 12


def test_one_is_invited_once(ada, ben, at_once):
    exhibition = new_exhibition(ada)
    told = at_once(5, lambda index: invite_juror(exhibition=exhibition, by=ada, username="ben"))
    assert outcomes(told) == ["already_juror"] * 4
    assert Juror.objects.count() == 1


def test_an_invitation_beside_a_block_or_a_leaving_leaves_nobody_behind(ada, ben, cyn, at_once):
    exhibition = new_exhibition(ada)

    def deed(index):
        if index == 0:
            return delete_account(user=ben, by=ben)
        if index == 1:
            return set_block(artist_id=ada.pk, by=cyn, blocked=True)
        return invite_juror(exhibition=exhibition, by=ada, username=("ben", "cyn")[index % 2])

    at_once(4, deed)
    assert set(Juror.objects.values_list("user__username", flat=True)) <= {"cyn"}


def test_an_organiser_who_leaves_while_it_is_announced_takes_all_of_it_along(ada, ben, at_once):
    exhibition = new_exhibition(ada, status="jurying")
    new_submission(exhibition, ben)
    read = Exhibition.objects.get()

    def deed(index):
        return announce(exhibition=read, by=ada, reject_rest=True) if index else delete_account(user=ada, by=ada)

    told = at_once(2, deed)
    assert told[0] is None
    assert (Exhibition.objects.count(), Submission.objects.count()) == (0, 0)
