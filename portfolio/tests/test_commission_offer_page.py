"""The page on which artists say which commissions they take."""

import pytest

from portfolio.commissions.taking import taking
from portfolio.tests.commission_rooms import post

PATH = "/studio/commissions"
SMALL = {"title": "Small", "price": "280", "currency": "EUR", "description": "Unframed."}
LARGE = {"title": "Large", "price": "2400.50", "currency": "EUR", "description": ""}


def sent(*rows, **told) -> dict:
    """The form as a browser sends it."""
    lines = {f"prices-{place}-{name}": value for place, row in enumerate(rows) for name, value in row.items()}
    return {"prices-TOTAL_FORMS": len(rows), "prices-INITIAL_FORMS": 0, "open": "on", **told, **lines}


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def test_what_is_chosen_is_kept_and_the_page_says_so(read, adas, ada):
    answer = post(adas, PATH, **sent(SMALL, LARGE, slots="4", terms="Half now.\r\nHalf later."))
    assert (answer.status_code, answer.headers["Location"]) == (302, PATH)
    offer = taking(ada.pk)
    assert (offer.open, offer.slots, offer.terms) == (True, 4, "Half now.\nHalf later.")
    assert [(price["title"], price["price"]) for price in offer.prices] == [("Small", "280.00"), ("Large", "2400.50")]
    page = read(adas, PATH)
    assert page.one("p", role="status").text == "Saved."
    assert page.one("input", name="prices-1-title")["value"] == "Large"


def test_they_are_closed_by_taking_the_tick_away_and_slots_by_emptying_them(adas, ada):
    post(adas, PATH, **sent(slots="4"))
    told = sent(slots="")
    del told["open"]
    post(adas, PATH, **told)
    assert (taking(ada.pk).open, taking(ada.pk).slots) == (False, None)


def test_there_are_always_empty_lines_and_one_that_is_emptied_is_gone(read, adas, ada):
    post(adas, PATH, **sent(SMALL, LARGE))
    titles = [field for field in read(adas, PATH).all("input") if field["name"].endswith("-title")]
    assert len([field for field in titles if "__prefix__" not in field["name"]]) == 4
    assert not [field for field in read(adas, PATH).all("select") if "multiple" in field.attributes]
    empty = {"title": "", "price": "", "currency": "EUR", "description": ""}
    post(adas, PATH, **sent(empty, LARGE, empty, empty))
    assert [price["title"] for price in taking(ada.pk).prices] == ["Large"]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 101}, "title"),
        ({"price": ""}, "price"),
        ({"price": "-1"}, "price"),
        ({"price": "1.005"}, "price"),
        ({"price": "1e99"}, "price"),
        ({"currency": "XXX"}, "currency"),
        ({"currency": ""}, "currency"),
        ({"description": "x" * 501}, "description"),
    ],
)
def test_what_is_wrong_in_a_line_stands_beside_it_and_nothing_changes(adas, ada, row, field):
    answer = post(adas, PATH, **sent(LARGE, {**SMALL, **row}, terms="New terms."))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'id="id_prices-1-{field}_error"' in html
    assert "New terms." in html
    assert (taking(ada.pk).prices, taking(ada.pk).terms) == ([], "")


@pytest.mark.parametrize("told", [{"slots": "0"}, {"slots": "1001"}, {"terms": "x" * 5001}])
def test_what_is_wrong_beside_the_list_is_refused_too(adas, ada, told):
    assert post(adas, PATH, **sent(SMALL, **told)).status_code == 200
    assert taking(ada.pk).prices == []


def test_the_list_has_twenty_lines_at_most(adas, ada):
    assert post(adas, PATH, **sent(*[SMALL] * 20)).status_code == 302
    assert post(adas, PATH, **sent(*[LARGE] * 21)).status_code == 200
    assert {price["title"] for price in taking(ada.pk).prices} == {"Small"}


def test_a_form_without_its_numbers_is_refused(adas, ada):
    assert post(adas, PATH, open="on", terms="x").status_code == 200
    assert taking(ada.pk).terms == ""


def test_a_visitor_signs_in_first(visitor, ada):
    assert visitor.get(PATH).headers["Location"] == f"/login?next={PATH}"
