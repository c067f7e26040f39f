"""The page of one's own commissions."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.actions import delete_account
from portfolio.tests.commission_rooms import asked, quoted


def listed(page) -> list[str]:
    return [heading.text for heading in page.all("h2")]


def test_those_that_wait_for_their_reader_come_first_and_say_so(read, client_of, ada, ben):
    for title, status in (("Waits", "requested"), ("Done", "completed"), ("Quoted", "requested")):
        commission = asked(ben, ada, status, title=title)
        if title == "Quoted":
            quoted(commission)
    adas, bens = read(client_of(ada), "/commissions"), read(client_of(ben), "/commissions")
    assert (listed(adas), listed(bens)) == (["Waits", "Quoted", "Done"], ["Quoted", "Done", "Waits"])
    assert (adas.text.count("waits for you"), bens.text.count("waits for you")) == (1, 1)
    assert "ben asks you" in adas.text
    assert "You ask ada" in bens.text


def test_it_is_narrowed_by_role_and_by_state(read, client_of, ada, ben, cyn):
    asked(ben, ada, title="As artist")
    asked(ada, cyn, "declined", title="As client")
    client = client_of(ada)
    assert listed(read(client, "/commissions?role=artist")) == ["As artist"]
    assert listed(read(client, "/commissions?role=client&status=declined")) == ["As client"]
    assert "Nothing of this kind." in read(client, "/commissions?role=artist&status=declined").text
    assert len(listed(read(client, "/commissions?role=nobody&status=odd"))) == 2


def test_the_ways_to_other_states_keep_the_role_and_forget_the_page(read, client_of, ada, ben):
    asked(ben, ada)
    page = read(client_of(ada), "/commissions?role=artist&page=1")
    assert page.one("a", href="/commissions?role=artist&status=declined").text == "Declined"
    assert page.one("a", href="?role=client").text == "Asked by you"


def test_others_see_nothing_of_it_and_who_has_none_reads_how_to_begin(read, client_of, visitor, ada, ben, cyn):
    asked(ben, ada)
    assert "No commissions yet." in read(client_of(cyn), "/commissions").text
    assert visitor.get("/commissions").headers["Location"] == "/login?next=/commissions"


def test_a_deadline_that_is_near_says_how_many_days_are_left(read, client_of, ada, ben):
    asked(ben, ada, deadline=datetime.now(UTC).date() + timedelta(days=12))
    assert "12 days left" in read(client_of(ada), "/commissions").text


def test_of_a_party_who_left_no_more_is_told_than_that(read, client_of, ada, ben):
    asked(ben, ada, "completed")
    delete_account(user=ben, by=ben)
    assert "A closed account asks you" in read(client_of(ada), "/commissions").text


@pytest.mark.parametrize("number", [1, 3, 24])
def test_it_costs_the_same_queries_for_any_number(django_assert_num_queries, client_of, ada, ben, number):
    for place in range(number):
        asked(ben, ada, title=f"No. {place}")
    client = client_of(ada)
    with django_assert_num_queries(4):
        client.get("/commissions")


def test_a_long_list_is_walked_by_pages(read, client_of, ada, ben):
    for place in range(25):
        asked(ben, ada, title=f"No. {place}")
    client = client_of(ada)
    assert len(listed(read(client, "/commissions?role=artist"))) == 24
    assert read(client, "/commissions?role=artist").one("a", rel="next")["href"] == "/commissions?role=artist&page=2"
    assert listed(read(client, "/commissions?role=artist&page=2")) == ["No. 0"]
    assert client.get("/commissions?page=3").status_code == 404
