"""Quotes: made by the artist, answered by the client, one at a time."""

import pytest

from gallery.tests.library import codes
from portfolio.models import Commission, Quote
from portfolio.tests.commissioning import STATUSES, kept, log_of, place, quote_in, row, told
from social.actions.blocks import set_block

SAID = {"amount": "900.00", "currency": "eur", "terms": " Half in advance. "}
QUOTABLE = ("requested", "accepted")
QUOTES = ("offered", "accepted", "declined", "superseded")


@pytest.fixture
def signed_in(ada, ben, cyn, mo, client_of, visitor):
    people = {"artist": ada, "client": ben, "stranger": cyn, "staff": mo}
    return {name: client_of(person) for name, person in people.items()} | {"visitor": visitor}


def offer(client, commission, **said):
    return client.post(place(commission, "quotes"), SAID | said)


def answer_to(client, quote, accept=True):
    return client.post(place(quote.commission_id, f"quotes/{quote.pk}/answer"), {"accept": accept})


def test_a_quote_is_told_as_it_was_made_and_waits_for_the_client(ada, ben, signed_in):
    commission = row(ben, ada, "accepted")
    answer = offer(signed_in["artist"], commission)
    assert answer.status_code == 201, answer.content
    quote = Quote.objects.get()
    assert answer.json()["quote"] == {
        "id": str(quote.pk),
        "amount": "900.00",
        "currency": "EUR",
        "terms": "Half in advance.",
        "status": "offered",
        "created_at": answer.json()["quote"]["created_at"],
        "answered_at": None,
    }
    assert (answer.json()["waiting_on"], answer.json()["status"]) == ("client", "accepted")
    assert told(signed_in["client"], commission)["quotes"] == [answer.json()["quote"]]


@pytest.mark.parametrize("role", ["artist", "client"])
@pytest.mark.parametrize("status", STATUSES)
def test_only_the_artist_quotes_and_before_the_work_begins(ada, ben, signed_in, status, role):
    commission = row(ben, ada, status)
    before = kept(commission)
    answer = offer(signed_in[role], commission)
    if role == "client":
        assert (answer.status_code, kept(commission)) == (403, before)
    elif status in QUOTABLE:
        assert (answer.status_code, answer.json()["status"]) == (201, "accepted")
        assert log_of(commission) == (["accepted"] if status == "requested" else [])
    else:
        assert (answer.status_code, codes(answer), kept(commission)) == (409, {None: "not_quotable"}, before)


@pytest.mark.parametrize("accept", [True, False])
@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize("status", STATUSES)
def test_only_an_open_quote_is_answered_and_before_the_work_begins(ada, ben, signed_in, status, quote, accept):
    commission = row(ben, ada, status)
    made = quote_in(commission, quote)
    before = kept(commission)
    assert answer_to(signed_in["artist"], made, accept).status_code == 403
    assert kept(commission) == before
    answer = answer_to(signed_in["client"], made, accept)
    if status in QUOTABLE and quote == "offered":
        assert answer.json()["quote"]["status"] == ("accepted" if accept else "declined")
        assert (answer.status_code, answer.json()["waiting_on"]) == (200, "artist")
        assert answer.json()["quote"]["answered_at"]
    else:
        code = "not_offered" if status in QUOTABLE else "not_quotable"
        assert (answer.status_code, codes(answer), kept(commission)) == (409, {None: code}, before)


@pytest.mark.parametrize(("role", "status"), [("stranger", 404), ("staff", 404), ("visitor", 401)])
def test_nobody_else_quotes_or_answers(ada, ben, signed_in, role, status):
    commission = row(ben, ada, "accepted")
    quote = quote_in(commission)
    before = kept(commission)
    assert offer(signed_in[role], commission).status_code == status
    assert answer_to(signed_in[role], quote).status_code == status
    assert kept(commission) == before


def test_another_quote_takes_the_place_of_the_one_that_waits(ada, ben, signed_in):
    commission = row(ben, ada)
    offer(signed_in["artist"], commission)
    first = Quote.objects.get()
    answer = offer(signed_in["artist"], commission, amount="800").json()
    assert [(quote["amount"], quote["status"]) for quote in answer["quotes"]] == [
        ("900.00", "superseded"),
        ("800.00", "offered"),
    ]
    assert answer["quote"] == answer["quotes"][-1]
    assert codes(answer_to(signed_in["client"], first)) == {None: "not_offered"}


def test_a_quote_of_another_commission_is_not_there(ada, ben, signed_in):
    quote, other = quote_in(row(ben, ada, "accepted")), row(ben, ada, "accepted")
    answer = signed_in["client"].post(place(other, f"quotes/{quote.pk}/answer"), {"accept": True})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"amount": "0"}, "amount"),
        ({"amount": "-5"}, "amount"),
        ({"amount": "9.001"}, "amount"),
        ({"amount": "1e12"}, "amount"),
        ({"amount": "NaN"}, "amount"),
        ({"amount": ""}, "amount"),
        ({"amount": None}, "amount"),
        ({"amount": "9.5", "currency": "JPY"}, "amount"),
        ({"currency": "XXQ"}, "currency"),
        ({"currency": ""}, "currency"),
        ({"terms": "x" * 5001}, "terms"),
    ],
)
def test_what_cannot_be_quoted_is_refused_on_its_field(ada, ben, signed_in, said, field):
    commission = row(ben, ada)
    before = kept(commission)
    answer = offer(signed_in["artist"], commission, **said)
    assert (answer.status_code, set(codes(answer)), kept(commission)) == (400, {field}, before)


@pytest.mark.parametrize("body", [{}, {"accept": None}, {"accept": "perhaps"}])
def test_an_answer_says_yes_or_no(ada, ben, signed_in, body):
    quote = quote_in(row(ben, ada, "accepted"))
    answer = signed_in["client"].post(place(quote.commission_id, f"quotes/{quote.pk}/answer"), body)
    assert (answer.status_code, set(codes(answer))) == (400, {"accept"})
    assert Quote.objects.get().status == "offered"


def test_who_is_kept_away_makes_no_quote(ada, ben, signed_in):
    commission = row(ben, ada)
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    assert codes(offer(signed_in["artist"], commission)) == {None: "blocked"}
    assert (Quote.objects.count(), Commission.objects.get().status) == (0, "requested")
