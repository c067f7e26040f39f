"""All that happened in a commission, as one list: what, when, by whom."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actions import delete_account, set_active
from accounts.models import User
from gallery.tests.library import new_file, new_image
from portfolio.actions.commissions import change_commission, request_commission
from portfolio.actions.messages import write_message
from portfolio.actions.quotes import answer_quote, make_quote
from portfolio.commissions.timeline import timeline
from portfolio.models import Commission, Portfolio
from portfolio.tests.messaging import commission_of

BEGIN = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    """A clock that stands; `clock.shift(60)` moves it on."""
    with time_machine.travel(BEGIN, tick=False) as traveller:
        yield traveller


def told(commission, viewer):
    """Kind, who, what of each."""
    return [
        (each.kind, each.author and each.author["username"], each.text or each.label)
        for each in timeline(Commission.objects.get(pk=commission.pk), viewer=viewer)
    ]


@pytest.fixture
def finished(ada, ben, clock):
    """From request to completion, a minute a step."""
    Portfolio.objects.filter(pk=ada.pk).update(commissions_open=True)
    commission = request_commission(by=ben, artist_id=ada.pk, title="Harbour", description="At dawn.")
    steps = (
        lambda: make_quote(commission=commission, by=ada, amount=Decimal(300), currency="EUR", terms="Framed."),
        lambda: answer_quote(quote=commission.quotes.get(), by=ben, accept=True),
        lambda: write_message(commission=commission, by=ben, text="Wonderful.", files=[new_file(ben).pk]),
        lambda: change_commission(commission=commission, by=ada, status="in_progress", progress_notes="Begun."),
        lambda: change_commission(commission=commission, by=ada, status="completed", completion_date=date(2026, 5, 1)),
    )
    for step in steps:
        clock.shift(timedelta(minutes=1))
        step()
        commission.refresh_from_db()
    return commission


def test_it_tells_the_whole_from_request_to_completion(ada, ben, finished):
    expected = [
        ("requested", "ben", "At dawn."),
        ("quote", "ada", "Framed."),
        ("moved", "ada", "accepted"),
        ("answer", "ben", "accepted"),
        ("message", "ben", "Wonderful."),
        ("moved", "ada", "in progress"),
        ("note", "ada", "Begun."),
        ("moved", "ada", "completed"),
    ]
    assert told(finished, ada) == told(finished, ben) == expected


def test_each_knows_what_is_their_own(ada, ben, finished):
    own = [[each.is_own for each in timeline(finished, viewer=viewer)] for viewer in (ada, ben)]
    assert own[0] == [not each for each in own[1]]


def test_it_is_in_the_order_of_time(ada, finished):
    at = [each.at for each in timeline(finished, viewer=ada)]
    assert at == sorted(at)
    assert (at[0], at[-1]) == (BEGIN, BEGIN + timedelta(minutes=5))


def test_a_quote_and_files_stand_beside_what_they_belong_to(ada, finished):
    happened = {each.kind: each for each in timeline(finished, viewer=ada, base="https://example.org")}
    quote = finished.quotes.get()
    assert (happened["quote"].quote, happened["answer"].quote, happened["answer"].status) == (quote, quote, "accepted")
    (file,) = happened["message"].files
    assert file["urls"]["download"] == f"https://example.org/api/files/{file['id']}/download"
    assert (file["name"], happened["message"].removed_files) == ("notes.txt", [])


def test_a_quote_that_another_follows_has_no_answer(ada, ben, clock):
    commission = commission_of(ben, ada)
    for amount in (300, 200):
        make_quote(commission=commission, by=ada, amount=Decimal(amount), currency="EUR", terms=str(amount))
        clock.shift(timedelta(minutes=1))
    assert told(commission, ben)[1:] == [("quote", "ada", "300"), ("moved", "ada", "accepted"), ("quote", "ada", "200")]


def test_strangers_are_told_of_nothing_that_was_written(cyn, finished):
    assert {kind for kind, *_ in told(finished, cyn)} <= {"requested", "moved"}


def test_who_is_shut_out_is_not_named_meanwhile(ada, ben, mo, finished):
    set_active(user=ben, is_active=False, by=mo)
    assert {author for _kind, author, _text in told(finished, ada)} == {"ada", None}


def test_of_who_has_left_it_keeps_what_was_agreed(ada, ben, finished):
    there = User.objects.get(pk=ben.pk)
    delete_account(user=there, by=there)
    kept = [(kind, author) for kind, author, _text in told(finished, ada)]
    assert kept == [
        ("requested", None), ("quote", "ada"), ("moved", "ada"), ("answer", None), ("moved", "ada"), ("note", "ada"),
        ("moved", "ada"),
    ]  # fmt: skip


def test_the_cost_does_not_rise_with_what_happened(ada, ben):
    commission, costs = commission_of(ben, ada), []
    for number in range(12):
        files = [new_file(ben).pk, new_image(ben, visibility="private").pk]
        write_message(commission=commission, by=ben, text=str(number), files=files)
        change_commission(commission=commission, by=ada, progress_notes=str(number))
        if number in (0, 2, 11):
            with CaptureQueriesContext(connection) as captured:
                assert len(timeline(commission, viewer=ada)) == 2 * number + 3
            costs.append(len(captured))
    assert costs == [7, 7, 7]
