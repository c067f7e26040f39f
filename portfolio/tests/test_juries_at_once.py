"""What jurors declare, and what staff withhold, while those whom it concerns leave and the exhibition moves on."""

from threading import Event
from time import sleep

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.actions import delete_account
from accounts.models import User
from portfolio.actions.exhibitions import change_exhibition
from portfolio.actions.jurors import declare_conflicts
from portfolio.actions.withholding import withhold_exhibition
from portfolio.models import ConflictOfInterest, Exhibition
from portfolio.tests.entries import new_exhibition, new_juror
from social.actions.people import lock_people
from social.tests.moderation import moderator

pytestmark = pytest.mark.django_db(transaction=True)
UNCOMMITTED = 0.5
"""Seconds in which whoever is to wait for a commit would be through without."""


def one_behind_the_other(at_once, first, second):
    """What `first` and `second` give, where the one is done and not committed yet when the other begins."""
    is_done = Event()

    def deed(index):
        if index:
            is_done.wait(10)
            return second()
        with transaction.atomic():
            given = first()
            is_done.set()
            sleep(UNCOMMITTED)
            return given

    return at_once(2, deed)


def test_somebody_who_leaves_while_a_juror_names_them_is_nobody_of_this_name(ada, ben, cyn, at_once):
    exhibition = new_exhibition(ada)
    new_juror(exhibition, ben)

    def leave():
        lock_people(ben.pk)
        delete_account(user=cyn, by=cyn)

    told = one_behind_the_other(
        at_once, leave, lambda: declare_conflicts(exhibition=exhibition, by=ben, usernames=["cyn"])
    )
    assert (told[0], type(told[1])) == (None, ValidationError)


def test_when_a_blind_jurying_begins_all_conflicts_that_count_are_there(ada, ben, cyn, at_once):
    exhibition = new_exhibition(ada, blind=True)
    new_juror(exhibition, ben)

    def begin():
        change_exhibition(exhibition=exhibition, by=ada, status="jurying")
        return ConflictOfInterest.objects.count()

    told = one_behind_the_other(
        at_once, lambda: declare_conflicts(exhibition=exhibition, by=ben, usernames=["cyn"]), begin
    )
    assert told == [[cyn], 1]


def test_what_is_withheld_while_its_organiser_leaves_goes_with_them(ada, at_once):
    exhibition, judge, is_read = new_exhibition(ada), moderator(), Event()

    def deed(index):
        if index:
            is_read.wait(10)
            return withhold_exhibition(exhibition=exhibition, by=judge, is_hidden=True)
        with transaction.atomic():
            User.objects.select_for_update().get(pk=ada.pk)
            is_read.set()
            sleep(UNCOMMITTED)
            return delete_account(user=ada, by=ada)

    told = at_once(2, deed)
    assert (told[0], type(told[1])) in {(None, bool), (None, Exhibition.DoesNotExist)}
    assert not Exhibition.objects.exists()
