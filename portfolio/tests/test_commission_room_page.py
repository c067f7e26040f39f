"""The room of a commission: what it shows to whom, and what may be done there."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from accounts.actions import set_active
from gallery.tests.library import new_file, new_image
from portfolio.actions.commissions import change_commission
from portfolio.actions.messages import write_message
from portfolio.tests.commission_rooms import asked, fresh, post, quoted, room

DONE = ["Requested (passed)", "Accepted (passed)", "In progress (passed)", "Completed"]


def steps(page) -> list[str]:
    way = page.html.partition('class="status-way"')[2].partition("</ol>")[0]
    return [element.text for element in type(page)(way.partition(">")[2]).all("li")]


def ways(page) -> set[str]:
    """What may be done: the words on its buttons, and on the links that ask first."""
    links = {link.text for link in page.all("a") if "/to/" in link["href"]}
    forms = [form["action"] for form in page.all("form") if "/to/" in form["action"]]
    return links | {form.rpartition("/")[2] for form in forms}


@pytest.mark.parametrize(
    ("status", "artists", "clients"),
    [
        ("requested", {"accepted", "Decline"}, {"Cancel it"}),
        ("accepted", {"in_progress", "Cancel it"}, {"Cancel it"}),
        ("in_progress", {"It is finished", "Cancel it"}, {"Cancel it"}),
        ("completed", set(), set()),
        ("declined", set(), set()),
        ("cancelled", set(), set()),
    ],
)
def test_each_party_finds_the_buttons_of_what_they_may_do_now(read, client_of, ada, ben, status, artists, clients):
    commission = asked(ben, ada, status)
    assert ways(read(client_of(ada), room(commission))) == artists
    assert ways(read(client_of(ben), room(commission))) == clients


def test_its_head_says_who_asks_whom_until_when_and_for_how_much(read, client_of, ada, ben):
    deadline = datetime.now(UTC).date() + timedelta(days=12)
    commission = asked(ben, ada, budget=900, currency="EUR", deadline=deadline)
    adas, bens = read(client_of(ada), room(commission)), read(client_of(ben), room(commission))
    assert adas.one("h1").text == "A view for the stairwell"
    assert "ben · asks you for this work" in adas.text
    assert "ada · is asked by you for this work" in bens.text
    assert all(words in adas.text for words in ("€900.00", "12 days left", "Tall and narrow."))


@pytest.mark.parametrize(("days", "words"), [(-3, "3 days late"), (0, "today"), (1, "1 day left")])
def test_the_days_until_the_deadline_are_counted(read, client_of, ada, ben, days, words):
    deadline = datetime.now(UTC).date() + timedelta(days=5)
    commission = asked(ben, ada, "in_progress", deadline=deadline)
    with time_machine.travel(datetime.combine(deadline - timedelta(days=days), datetime.min.time(), UTC), tick=False):
        client = client_of(ada)
        assert words in read(client, room(commission)).text


@pytest.mark.parametrize(
    ("status", "whose", "words"),
    [
        ("requested", "ada", "Answer the request"),
        ("accepted", "ada", "Begin when you are ready"),
        ("in_progress", "ada", "You are at work on it"),
        ("completed", None, "Completed."),
    ],
)
def test_whose_turn_it_is_stands_there_with_what_is_next(read, client_of, ada, ben, status, whose, words):
    commission = asked(ben, ada, status)
    for person in (ada, ben):
        page = read(client_of(person), room(commission))
        assert ("It is your turn." in page.text) is (person.username == whose)
    assert words in read(client_of(ada), room(commission)).text


def test_the_way_through_the_statuses_shows_where_it_is_and_where_it_broke_off(read, client_of, ada, ben):
    assert steps(read(client_of(ada), room(asked(ben, ada, "completed")))) == DONE
    page = read(client_of(ada), room(asked(ben, ada, "cancelled")))
    assert steps(page) == ["Requested (passed)", "Cancelled"]
    assert page.one("li", **{"aria-current": "step"}).text == "Cancelled"


def test_a_step_that_is_not_grave_is_one_button(read, client_of, ada, ben):
    commission, adas = asked(ben, ada), client_of(ada)
    answer = post(adas, room(commission, "to/accepted"))
    assert (answer.status_code, answer.headers["Location"]) == (303, room(commission))
    assert read(adas, room(commission)).one("p", **{"class": "told"}).text == "This commission is now: Accepted."
    assert fresh(commission).status == "accepted"


def test_a_grave_one_asks_first_and_takes_a_word_along(read, client_of, ada, ben):
    commission, adas = asked(ben, ada), client_of(ada)
    page = read(adas, room(commission, "to/declined"))
    assert (page.one("h1").text, page.meta("robots")) == ("Decline the request?", "noindex")
    assert fresh(commission).status == "requested"
    assert post(adas, room(commission, "to/declined"), progress_notes="No room.").status_code == 303
    assert fresh(commission).status == "declined"
    assert "No room." in read(client_of(ben), room(commission)).text


def test_finishing_it_asks_for_the_day(read, client_of, ada, ben):
    commission, adas = asked(ben, ada, "in_progress"), client_of(ada)
    assert read(adas, room(commission, "to/completed")).one("input", name="completion_date")
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    refused = post(adas, room(commission, "to/completed"), completion_date=tomorrow.isoformat())
    assert (refused.status_code, fresh(commission).status) == (200, "in_progress")
    assert 'id="id_completion_date_error"' in refused.content.decode()
    today = tomorrow - timedelta(days=1)
    assert post(adas, room(commission, "to/completed"), completion_date=today.isoformat()).status_code == 303
    assert fresh(commission).completion_date == today


@pytest.mark.parametrize("target", ["completed", "requested", "cancelled"])
def test_a_way_that_is_not_open_leads_back_to_the_room_which_says_why(read, client_of, ada, ben, target):
    commission, adas = asked(ben, ada), client_of(ada)
    assert adas.get(room(commission, f"to/{target}")).headers["Location"] == room(commission)
    answer = post(adas, room(commission, f"to/{target}"))
    page = read(adas, room(commission))
    if target == "requested":  # the present one again is no move
        assert (answer.status_code, page.all("p", **{"class": "refused"})) == (303, [])
    else:
        assert answer.headers["Location"] == f"{room(commission)}#told"
        assert "you cannot move it" in page.one("p", **{"class": "refused"}).text
    assert fresh(commission).status == "requested"


def test_what_is_no_status_is_not_there(client_of, ada, ben):
    commission = asked(ben, ada)
    assert client_of(ada).get(room(commission, "to/nowhere")).status_code == 404
    assert post(client_of(ada), room(commission, "to/nowhere")).status_code == 404


PARTS = [
    "",
    "to/cancelled",
    "notes",
    "messages",
    "quotes",
    "artwork",
    "quotes/0190c0de-0000-7000-8000-000000000000/answer",
]


@pytest.mark.parametrize("part", PARTS)
def test_for_others_it_is_not_there_and_a_visitor_signs_in_first(client_of, visitor, ada, ben, cyn, mo, part):
    commission = asked(ben, ada)
    path = room(commission, part)
    for other in (cyn, mo):
        assert client_of(other).get(path).status_code == 404
        assert not part or post(client_of(other), path).status_code == 404
    assert visitor.get(path).headers["Location"] == f"/login?next={path}"
    assert not part or post(visitor, path).status_code == 302
    assert fresh(commission).status == "requested"


def test_who_is_shut_out_is_told_as_nobody_in_particular(read, client_of, ada, ben, mo):
    commission = asked(ben, ada, "accepted")
    change_commission(commission=fresh(commission), by=ben, progress_notes="The wall is white.")
    set_active(user=ben, is_active=False, by=mo)
    page = read(client_of(ada), room(commission))
    assert "A closed account" in page.text
    assert "ben" not in page.text.replace("been", "")
    assert "The wall is white." in page.text
    assert "Nobody is there at present to read" in page.text


def test_it_is_for_no_search_engine_and_no_cache(read, client_of, ada, ben):
    commission = asked(ben, ada)
    assert read(client_of(ada), room(commission)).meta("robots") == "noindex"
    assert "no-store" in client_of(ada).get(room(commission)).headers["Cache-Control"]


def test_a_long_story_begins_with_its_end(read, client_of, ada, ben):
    commission = asked(ben, ada, "in_progress")
    for number in range(60):
        change_commission(commission=fresh(commission), by=ada, progress_notes=f"Layer {number}.")
    page = read(client_of(ben), room(commission))
    assert page.one("a", href="?show=all").text == "3 earlier lines"
    assert "Tall and narrow." not in page.text
    assert "Tall and narrow." in read(client_of(ben), f"{room(commission)}?show=all").text


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_queries_however_much_has_happened(django_assert_num_queries, client_of, ada, ben, number):
    commission = asked(ben, ada, "accepted")
    for _ in range(number):
        quoted(commission, terms="Half now.")
        change_commission(commission=fresh(commission), by=ada, progress_notes="Sketched.")
        write_message(commission=commission, by=ada, text="See.", files=[new_image(ada).pk, new_file(ada).pk])
    client = client_of(ben)
    with django_assert_num_queries(11):
        client.get(room(commission))
