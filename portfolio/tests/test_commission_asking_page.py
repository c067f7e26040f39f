"""The page on which an artist is asked for a work."""

from datetime import UTC, datetime, timedelta

import pytest

from portfolio.actions.profiles import change_artist
from portfolio.models import Commission
from portfolio.tests.commission_rooms import asked, post
from social.actions.blocks import set_block

PATH = "/@ada/commissions"
SAID = {"title": "A view", "description": "Tall and narrow.\r\n\r\nBlue."}
PRICES = [{"title": "Small", "price": "280.00", "currency": "EUR", "description": "Unframed."}]


def offer(artist, **facts) -> None:
    change_artist(by=artist, portfolio={"commissions": facts})


def has_form(page) -> bool:
    return any(area["name"] == "description" for area in page.all("textarea"))


def test_it_shows_the_price_list_the_terms_and_how_many_places_are_free(read, visitor, ada, ben):
    offer(ada, prices=PRICES, terms="Half now.", slots=3)
    asked(ben, ada, "accepted")
    page = read(visitor, PATH)
    assert page.one("h1").text == "Commissions by ada"
    assert all(words in page.text for words in ("Small", "€280.00", "Unframed.", "Half now.", "2 places are free."))
    assert has_form(page)


def test_what_is_asked_leads_to_its_room(client_of, ada, ben):
    deadline = (datetime.now(UTC).date() + timedelta(days=30)).isoformat()
    answer = post(client_of(ben), PATH, **SAID, budget="900", currency="EUR", deadline=deadline)
    commission = Commission.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/commissions/{commission.pk}")
    assert (commission.client, commission.artist, commission.budget) == (ben, ada, 900)
    assert commission.description == "Tall and narrow.\n\nBlue."


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"description": ""}, "description"),
        ({"description": "x" * 10_001}, "description"),
        ({"budget": "0", "currency": "EUR"}, "budget"),
        ({"budget": "-5", "currency": "EUR"}, "budget"),
        ({"budget": "NaN", "currency": "EUR"}, "budget"),
        ({"budget": "1.234", "currency": "EUR"}, "budget"),
        ({"budget": "5"}, "currency"),
        ({"budget": "5", "currency": "XXX"}, "currency"),
        ({"deadline": "2020-01-01"}, "deadline"),
        ({"deadline": "soon"}, "deadline"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(client_of, ada, ben, wrong, field):
    answer = post(client_of(ben), PATH, **{**SAID, **wrong})
    html = answer.content.decode()
    assert (answer.status_code, f'id="id_{field}_error"' in html) == (200, True)
    assert "description" in wrong or "Blue.</textarea>" in html
    assert not Commission.objects.exists()


def test_a_visitor_writes_first_signs_in_and_finds_what_they_wrote(read, visitor, ada, ben):
    answer = post(visitor, PATH, **SAID, budget="900", currency="EUR")
    assert answer.headers["Location"] == "/login?next=/%40ada/commissions"
    assert not Commission.objects.exists()
    visitor.post("/login", {"username": "ben", "password": "correct horse battery"}, format="multipart")
    page = read(visitor, PATH)
    assert page.one("input", name="title")["value"] == "A view"
    assert page.one("input", name="budget")["value"] == "900"
    assert page.one("option", value="EUR", selected="")
    assert "What you wrote is still here." in page.text
    assert post(visitor, PATH, **SAID).status_code == 303
    assert page_title(read(visitor, PATH)) == ""


def page_title(page) -> str:
    return page.one("input", name="title").attributes.get("value", "")


def test_what_waits_for_one_artist_does_not_stand_at_another(read, visitor, ada, ben):
    post(visitor, PATH, **SAID)
    assert page_title(read(visitor, "/@ben/commissions")) == ""
    assert page_title(read(visitor, PATH)) == "A view"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"open": False}, "ada takes no commissions at present."),
        ({"slots": 1}, "ada has as many commissions as there is time for."),
    ],
)
def test_a_closed_or_full_artist_has_no_form_and_one_that_was_sent_stays(read, client_of, ada, ben, cyn, facts, words):
    asked(cyn, ada, "accepted")
    offer(ada, **facts)
    page = read(client_of(ben), PATH)
    assert (words in page.text, has_form(page)) == (True, False)
    refused = post(client_of(ben), PATH, **SAID)
    assert refused.status_code == 200
    assert "Blue.</textarea>" in refused.content.decode()
    assert Commission.objects.count() == 1


def test_who_is_kept_away_and_the_artist_themselves_find_no_form(read, client_of, ada, ben):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    for viewer, words in ((ben, "ada takes no requests from you."), (ada, "This is how others see it.")):
        page = read(client_of(viewer), PATH)
        assert (words in page.text, has_form(page)) == (True, False)
        assert post(client_of(viewer), PATH, **SAID).status_code == 200
    assert not Commission.objects.exists()


def test_who_keeps_the_artist_away_is_told_to_lift_that_first(read, client_of, ada, ben):
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    page = read(client_of(ben), PATH)
    assert ("You have blocked this artist." in page.text, has_form(page)) == (True, False)


def test_the_pages_of_an_artist_lead_there_while_commissions_are_open(read, visitor, client_of, ada):
    for path in ("/@ada", "/@ada/about"):
        assert next(link.text for link in read(visitor, path).all("a", href=PATH)) == "Commissions"
    offer(ada, open=False)
    for path in ("/@ada", "/@ada/about"):
        assert not read(visitor, path).all("a", href=PATH)
        assert read(client_of(ada), path).all("a", href=PATH)


def test_another_case_leads_to_the_name_as_it_is_written_and_nobody_is_not_there(visitor, ada):
    assert visitor.get("/@ADA/commissions").headers["Location"] == "/@ada/commissions"
    assert visitor.get("/@nobody/commissions").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_queries_for_any_number_of_prices(django_assert_num_queries, client_of, ada, ben, number):
    offer(ada, prices=PRICES * number, slots=9)
    for _ in range(number):
        asked(ben, ada, "accepted", title=f"No. {_}")
    client = client_of(ben)
    with django_assert_num_queries(9):
        client.get(PATH)
