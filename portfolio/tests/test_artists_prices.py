"""What artists say of commissions: price list, slots, and whether they can be asked now."""

import json

import pytest

from gallery.tests.library import codes
from portfolio.tests.artists import change, told
from portfolio.tests.commissioning import row

SMALL = {"title": "Small", "price": "280.00", "currency": "EUR", "description": "On paper."}


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def send(client, prices):
    return client.put("/api/artists/ada", {"portfolio": {"commissions": {"prices": prices}}})


def prices(client):
    return told(client)["portfolio"]["commissions"]["prices"]


def test_a_price_list_is_told_to_all_in_its_order(adas, visitor):
    large = {"title": "Large", "price": 90000, "currency": "jpy"}
    change(adas, portfolio={"commissions": {"prices": [large, SMALL]}})
    assert prices(visitor) == [{"title": "Large", "price": "90000", "currency": "JPY", "description": ""}, SMALL]


def test_a_form_sends_it_in_json(adas, visitor):
    sent = {"portfolio": json.dumps({"commissions": {"prices": [SMALL]}})}
    assert adas.put("/api/artists/ada", sent, format="multipart").status_code == 200
    assert prices(visitor) == [SMALL]


def test_another_list_takes_its_place_and_the_rest_stays(adas):
    change(adas, portfolio={"commissions": {"prices": [SMALL, SMALL], "terms": "Half in advance."}})
    after = change(adas, portfolio={"commissions": {"prices": []}})["portfolio"]["commissions"]
    assert (after["prices"], after["terms"]) == ([], "Half in advance.")


@pytest.mark.parametrize(
    "line",
    [
        {},
        [],
        "Small",
        None,
        SMALL | {"title": ""},
        SMALL | {"title": "x" * 101},
        SMALL | {"title": "a\0b"},
        SMALL | {"price": "-1"},
        SMALL | {"price": "1.001"},
        SMALL | {"price": "NaN"},
        SMALL | {"price": "100000000"},
        SMALL | {"price": None},
        SMALL | {"currency": "XXX"},
        SMALL | {"currency": ""},
        SMALL | {"description": "x" * 501},
        SMALL | {"discount": "10"},
        {name: value for name, value in SMALL.items() if name != "price"},
    ],
)
def test_a_line_that_cannot_stand_is_refused_and_nothing_changes(adas, line):
    send(adas, [SMALL])
    answer = send(adas, [SMALL, line])
    assert answer.status_code == 400, answer.content
    assert all(name.startswith("portfolio.commissions.prices.1") for name in codes(answer)), answer.content
    assert prices(adas) == [SMALL]


@pytest.mark.parametrize("sent", ["none", {}, None, [SMALL] * 21])
def test_what_is_no_list_of_up_to_twenty_is_refused(adas, sent):
    answer = send(adas, sent)
    assert (answer.status_code, set(codes(answer))) == (400, {"portfolio.commissions.prices"})


@pytest.mark.parametrize(
    ("offer", "takes"), [({}, True), ({"slots": 3}, True), ({"slots": 2}, False), ({"open": False}, False)]
)
def test_it_is_told_whether_they_can_be_asked_now(ada, ben, adas, visitor, offer, takes):
    for status in ("accepted", "in_progress", "requested", "completed"):
        row(ben, ada, status)
    change(adas, portfolio={"commissions": offer})
    said = told(visitor)["portfolio"]["commissions"]
    assert (said["slots_taken"], said["takes_requests"]) == (2, takes)
    assert told(visitor, "ben")["portfolio"]["commissions"]["slots_taken"] == 0


def test_what_is_reckoned_cannot_be_sent(adas):
    answer = adas.put("/api/artists/ada", {"portfolio": {"commissions": {"slots_taken": 0}}})
    assert codes(answer) == {"portfolio.commissions.slots_taken": "unknown_key"}
