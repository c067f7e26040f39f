"""What becomes of a commission where a party's account goes."""

import pytest

from accounts.actions import delete_account
from gallery.tests.library import new_file, new_image
from portfolio.actions.commissions import change_commission
from portfolio.actions.messages import write_message
from portfolio.models import Attachment, Commission, Message, Note, Quote, StatusChange
from portfolio.tests.commissioning import STATUSES, log_of, quote_in, row
from social.models import Cause, Notification

ACTIVE = ("requested", "accepted", "in_progress")


@pytest.mark.parametrize("who", ["ada", "ben"])
@pytest.mark.parametrize("status", STATUSES)
def test_what_is_under_way_is_cancelled_and_stays_with_the_other(request, ada, ben, status, who):
    commission = row(ben, ada, status)
    leaving = request.getfixturevalue(who)
    delete_account(user=leaving, by=leaving)
    commission.refresh_from_db()
    assert commission.status == ("cancelled" if status in ACTIVE else status)
    assert [commission.artist_id is None, commission.client_id is None] == [who == "ada", who == "ben"]
    assert log_of(commission) == (["cancelled"] if status in ACTIVE else [])


def test_the_other_is_told_once_and_the_log_names_nobody(ada, ben):
    commission = row(ben, ada, "accepted")
    delete_account(user=ada, by=ada)
    assert list(Notification.objects.values_list("recipient", "kind", "actor")) == [
        (ben.pk, "commission_cancelled", None)
    ]
    assert Cause.objects.count() == 1
    step = StatusChange.objects.get(thing_id=commission.pk)
    assert (step.role, step.actor_id, step.actor_name) == ("system", None, "")


def test_what_was_finished_is_told_to_nobody(ada, ben):
    row(ben, ada, "completed")
    delete_account(user=ada, by=ada)
    assert not Notification.objects.exists()


def test_what_they_wrote_goes_and_what_the_other_wrote_stays(ada, ben):
    commission = row(ben, ada)
    for author in (ada, ben):
        change_commission(commission=commission, by=author, progress_notes=f"by {author.username}")
        sent = [new_file(author).pk, new_image(author).pk]
        write_message(commission=commission, by=author, text=f"by {author.username}", files=sent)
    delete_account(user=ada, by=ada)
    assert [each.text for each in (*Message.objects.all(), *Note.objects.all())] == ["by ben", "by ben"]
    assert set(Attachment.objects.values_list("file__owner__username", flat=True)) == {"ben"}
    assert Attachment.objects.count() == 2


def test_an_open_quote_is_off_and_answered_ones_stay(ada, ben):
    commission = row(ben, ada, "accepted")
    quote_in(commission, "declined")
    quote_in(commission)
    delete_account(user=ada, by=ada)
    assert list(Quote.objects.order_by("pk").values_list("status", "author")) == [
        ("declined", None),
        ("superseded", None),
    ]
    assert Commission.objects.get().quote_status == "superseded"


def test_where_the_second_leaves_too_it_goes_and_its_log_stays(ada, ben):
    quote_in(row(ben, ada, "accepted"))
    for person in (ada, ben):
        delete_account(user=person, by=person)
    assert (Commission.objects.count(), Quote.objects.count(), Notification.objects.count()) == (0, 0, 0)
    assert StatusChange.objects.count() == 1


def test_who_leaves_takes_nothing_of_others(ada, ben, cyn):
    theirs = row(cyn, ben)
    delete_account(user=ada, by=ada)
    theirs.refresh_from_db()
    assert (theirs.status, theirs.client, theirs.artist) == ("requested", cyn, ben)
