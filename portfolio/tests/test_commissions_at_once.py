"""Two in the same commission at the same time: one wins, and what is kept fits together."""

import pytest

from accounts.actions import delete_account
from accounts.exceptions import Conflict
from portfolio.actions.commissions import change_commission, request_commission
from portfolio.actions.quotes import answer_quote, make_quote
from portfolio.models import Commission, Portfolio, Quote, StatusChange
from portfolio.tests.commissioning import ASKED, log_of, quote_in, row
from social.models import Cause, Notification
from social.tests.conftest import at_once

__all__ = ["at_once"]
pytestmark = pytest.mark.django_db(transaction=True)


def outcomes(told):
    """The codes of those who were refused; anything but a Conflict fails."""
    refused = [each for each in told if isinstance(each, Exception)]
    assert all(isinstance(each, Conflict) for each in refused), refused
    return [each.code for each in refused]


def readers(count):
    """So many who have read it."""
    return [Commission.objects.get() for _ in range(count)]


def test_accepted_and_cancelled_at_once_it_is_either(ada, ben, at_once):
    commission = row(ben, ada)
    read = readers(2)

    def deed(index):
        status, by = (("accepted", ada), ("cancelled", ben))[index]
        return change_commission(commission=read[index], by=by, status=status, progress_notes=status)

    assert outcomes(at_once(2, deed)) == ["changed_meanwhile"]
    commission.refresh_from_db()
    assert log_of(commission) == [commission.status]
    assert [note.text for note in commission.notes.all()] == [commission.status]


def test_accepted_ten_times_at_once_it_is_accepted_once(ada, ben, at_once):
    commission, read = row(ben, ada), None
    read = readers(10)
    told = at_once(10, lambda index: change_commission(commission=read[index], by=ada, status="accepted"))
    assert outcomes(told) == ["changed_meanwhile"] * 9
    assert (log_of(commission), Notification.objects.count()) == (["accepted"], 1)


def test_of_quotes_that_are_made_at_once_the_last_waits(ada, ben, at_once):
    commission = row(ben, ada)
    read = readers(4)
    told = at_once(4, lambda index: make_quote(commission=read[index], by=ada, amount=100 + index, currency="EUR"))
    assert outcomes(told) == []
    assert sorted(Quote.objects.values_list("status", flat=True)) == ["offered"] + ["superseded"] * 3
    assert Quote.objects.get(status="offered") == Quote.objects.order_by("created_at").last()
    assert (log_of(commission), Commission.objects.get().quote_status) == (["accepted"], "offered")


def test_a_quote_that_is_answered_yes_and_no_at_once_has_one_answer(ada, ben, at_once):
    quote = quote_in(row(ben, ada, "accepted"))
    told = at_once(4, lambda index: answer_quote(quote=Quote.objects.get(), by=ben, accept=bool(index % 2)))
    assert outcomes(told) == ["not_offered"] * 3
    quote.refresh_from_db()
    assert Commission.objects.get().quote_status == quote.status
    assert Cause.objects.count() == 1


def test_a_quote_is_answered_or_superseded_and_the_commission_says_which(ada, ben, at_once):
    commission = row(ben, ada, "accepted")
    quote = quote_in(commission)

    def deed(index):
        if index:
            return make_quote(commission=commission, by=ada, amount=5, currency="EUR")
        return answer_quote(quote=quote, by=ben, accept=True)

    answered = outcomes(at_once(2, deed)) == []
    first, second = Quote.objects.order_by("created_at").values_list("status", flat=True)
    assert (first, second) == ("accepted" if answered else "superseded", "offered")
    assert Commission.objects.get().quote_status == "offered"


def test_the_same_request_ten_times_at_once_is_one(ada, ben, at_once):
    at_once(10, lambda _: request_commission(by=ben, artist_id=ada.pk, **ASKED))
    assert (Commission.objects.count(), Cause.objects.count()) == (1, 1)


def test_requests_beside_the_last_slot_being_taken_are_asked_before_it_or_refused(ada, ben, cyn, at_once):
    Portfolio.objects.create(artist=ada, commission_slots=1)
    first = row(cyn, ada)

    def deed(index):
        if index == 0:
            return change_commission(commission=first, by=ada, status="accepted")
        return request_commission(by=ben, artist_id=ada.pk, **ASKED | {"title": f"{index}"})

    told = at_once(6, deed)
    assert set(outcomes(told)) <= {"no_slots"}
    accepted = StatusChange.objects.get().at
    assert all(each.created_at <= accepted for each in Commission.objects.filter(client=ben))


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_what_is_done_beside_a_party_leaving_neither_waits_in_a_circle_nor_stays_open(request, ada, ben, at_once, who):
    row(ben, ada, "accepted")
    row(ada, ben, "requested", title="Tide")
    leaving, staying = (ada, ben) if who == "ada" else (ben, ada)
    rows = list(Commission.objects.all())

    def deed(index):
        if index == 0:
            return delete_account(user=leaving, by=leaving)
        return change_commission(commission=rows[index % 2], by=staying, progress_notes=f"note {index}")

    told = at_once(6, deed)
    assert not [each for each in told if isinstance(each, Exception)], told
    assert {each.status for each in Commission.objects.visible_to(staying)} == {"cancelled"}
    assert Commission.objects.count() == 2


def test_where_both_leave_at_once_nothing_of_it_stays(ada, ben, at_once):
    for status in ("requested", "in_progress", "completed"):
        quote_in(row(ben, ada, status))
    people = [ada, ben]
    assert at_once(2, lambda index: delete_account(user=people[index], by=people[index])) == [None, None]
    assert (Commission.objects.count(), Quote.objects.count(), Cause.objects.count()) == (0, 0, 0)
