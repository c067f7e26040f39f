"""Asking an artist for a work: what is kept, and what is refused."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

import pytest

from accounts.actions import set_active
from gallery.tests.library import codes
from portfolio.models import Commission, Portfolio
from portfolio.tests.commissioning import ASKED, ask, in_days, row
from social.actions.blocks import set_block
from social.models import Cause

WHOLE = ASKED | {"budget": "1200.00", "currency": "EUR"}


@pytest.fixture
def bens(ben, client_of):
    return client_of(ben)


def offer(artist, **facts):
    Portfolio.objects.update_or_create(artist=artist, defaults={f"commission{name}": v for name, v in facts.items()})


def test_it_is_told_as_it_was_asked(ada, ben, bens):
    answer = ask(bens, ada, **WHOLE, deadline=str(in_days(30)))
    assert answer.status_code == 201, answer.content
    commission = Commission.objects.get()
    told = answer.json()
    assert told.pop("created_at")
    assert told.pop("updated_at")
    assert told == WHOLE | {
        "id": str(commission.pk),
        "client": {"id": str(ben.pk), "username": "ben", "artist_name": "ben", "url": "http://testserver/@ben"},
        "artist": {"id": str(ada.pk), "username": "ada", "artist_name": "ada", "url": "http://testserver/@ada"},
        "deadline": str(in_days(30)),
        "status": "requested",
        "waiting_on": "artist",
        "progress_notes": [],
        "completion_date": None,
        "allowed_transitions": ["cancelled"],
        "quote": None,
        "quotes": [],
        "message_count": 0,
        "artwork_id": None,
        "url": f"http://testserver/commissions/{commission.pk}",
    }


def test_budget_and_deadline_can_be_left_out(ada, bens):
    for said in ({}, {"budget": None, "currency": None, "deadline": None}, {"budget": "", "currency": "usd"}):
        answer = ask(bens, ada, **(said | {"title": f"Harbour {len(said)}"}))
        assert (answer.status_code, answer.json()["budget"], answer.json()["deadline"]) == (201, None, None)
    assert answer.json()["currency"] == "USD"


@pytest.mark.parametrize(
    ("budget", "currency", "told"), [("5", "EUR", "5.00"), ("1200", "JPY", "1200"), (7.5, "kwd", "7.500")]
)
def test_a_budget_has_the_decimals_of_its_currency(ada, bens, budget, currency, told):
    answer = ask(bens, ada, budget=budget, currency=currency).json()
    assert (answer["budget"], answer["currency"]) == (told, currency.upper())


def test_of_a_deadline_that_is_a_time_the_day_in_utc_counts(ada, bens):
    day = in_days(30)
    late = datetime(day.year, day.month, day.day, 23, 30, tzinfo=timezone(-timedelta(hours=2)))
    assert ask(bens, ada, deadline=late.isoformat()).json()["deadline"] == str(late.astimezone(UTC).date())
    assert ask(bens, ada, title="Today", deadline=str(in_days(0))).json()["deadline"] == str(in_days(0))


BAD = [
    ({"artist_id": "ada"}, "artist_id"),
    ({"artist_id": None}, "artist_id"),
    ({"artist_id": str(uuid4())}, "artist_id"),
    ({"title": ""}, "title"),
    ({"title": "\u200b"}, "title"),
    ({"title": "x" * 201}, "title"),
    ({"title": "a\0b"}, "title"),
    ({"title": None}, "title"),
    ({"description": " "}, "description"),
    ({"description": "x" * 10_001}, "description"),
    ({"budget": "0"}, "budget"),
    ({"budget": "-1"}, "budget"),
    ({"budget": "1.001"}, "budget"),
    ({"budget": "0.5", "currency": "JPY"}, "budget"),
    ({"budget": "100000000"}, "budget"),
    ({"budget": "1e999999"}, "budget"),
    ({"budget": "Infinity"}, "budget"),
    ({"budget": "much"}, "budget"),
    ({"currency": ""}, "currency"),
    ({"currency": "EURO"}, "currency"),
    ({"currency": "XXX"}, "currency"),
    ({"deadline": -1}, "deadline"),
    ({"deadline": "2026-13-01"}, "deadline"),
    ({"deadline": "soon"}, "deadline"),
    ({"deadline": "0001-01-01T00:00:00+14:00"}, "deadline"),
    ({"deadline": 20300101}, "deadline"),
]


@pytest.mark.parametrize(("said", "field"), BAD)
def test_what_cannot_stand_is_refused_on_its_field_and_nothing_is_kept(ada, bens, said, field):
    sent = said | ({"deadline": str(in_days(-1))} if said.get("deadline") == -1 else {})
    answer = bens.post("/api/commissions", {"artist_id": str(ada.pk), **WHOLE, **sent})
    assert (answer.status_code, set(codes(answer))) == (400, {field}), answer.content
    assert not Commission.objects.exists()
    assert not Cause.objects.exists()


def test_all_that_is_wrong_is_told_at_once(ada, bens):
    answer = ask(bens, ada, title=" . ", description="\u200b", budget="-1", currency="XXX", deadline=str(in_days(-1)))
    assert set(codes(answer)) == {"description", "budget", "currency", "deadline"}


@pytest.mark.parametrize("field", ["artist_id", "title", "description"])
def test_what_is_needed_cannot_be_left_out(ada, bens, field):
    said = {"artist_id": str(ada.pk), **ASKED}
    del said[field]
    assert codes(bens.post("/api/commissions", said)) == {field: "required"}


def test_nobody_asks_oneself_or_who_is_shut_out(ada, ben, mo, bens):
    assert codes(ask(bens, ben)) == {"artist_id": "invalid"}
    set_active(user=ada, by=mo, is_active=False)
    assert codes(ask(bens, ada)) == {"artist_id": "does_not_exist"}
    assert not Commission.objects.exists()


def test_a_visitor_has_to_sign_in(visitor, ada):
    assert ask(visitor, ada).status_code == 401


def test_who_is_kept_away_cannot_ask(ada, ben, bens):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    answer = ask(bens, ada)
    assert (answer.status_code, codes(answer)) == (403, {None: "blocked"})
    set_block(artist_id=ben.pk, by=ada, blocked=False)
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    answer = ask(bens, ada)
    assert (answer.status_code, codes(answer)) == (409, {None: "blocking"})
    assert not Commission.objects.exists()


def test_a_closed_artist_takes_none(ada, bens):
    offer(ada, s_open=False)
    answer = ask(bens, ada)
    assert (answer.status_code, codes(answer)) == (409, {None: "commissions_closed"})
    offer(ada, s_open=True)
    assert ask(bens, ada).status_code == 201


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (["accepted", "in_progress"], 409),
        (["accepted", "requested", "completed", "cancelled", "declined"], 201),
    ],
)
def test_only_what_is_agreed_and_unfinished_takes_slots(ada, ben, cyn, bens, statuses, status):
    offer(ada, _slots=2)
    for each in statuses:
        row(cyn, ada, each)
    row(ada, cyn, "accepted")  # one of hers as a client
    answer = ask(bens, ada)
    assert answer.status_code == status
    assert status == 201 or codes(answer) == {None: "no_slots"}


def test_the_same_sent_twice_is_one_and_another_is_another(ada, bens):
    first, again = ask(bens, ada, **WHOLE), ask(bens, ada, **WHOLE)
    assert (again.status_code, again.json()["id"]) == (201, first.json()["id"])
    assert ask(bens, ada, **(WHOLE | {"budget": "1300"})).json()["id"] != first.json()["id"]
    assert (Commission.objects.count(), Cause.objects.count()) == (2, 2)


def test_under_its_key_a_request_gets_the_first_answer_again(ada, bens):
    body, key = {"artist_id": str(ada.pk), **ASKED}, {"Idempotency-Key": "k1"}
    first = bens.post("/api/commissions", body, headers=key)
    Commission.objects.update(created_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert bens.post("/api/commissions", body, headers=key).json() == first.json()
    other = bens.post("/api/commissions", body | {"title": "Other"}, headers=key)
    assert (other.status_code, Commission.objects.count()) == (409, 1)
