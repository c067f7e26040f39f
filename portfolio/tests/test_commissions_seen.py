"""Commissions are told to their two parties alone."""

import pytest

from accounts.actions import delete_account, set_active
from gallery.tests.works import new_work
from portfolio.models import Commission, Message, Note
from portfolio.tests.commissioning import change, in_days, listed, place, quote_in, row, told


@pytest.fixture
def commission(ada, ben):
    return row(ben, ada)


OTHERS = [("cyn", 404), ("mo", 404), ("visitor", 401)]
ROUTES = [("get", ""), ("put", ""), ("patch", ""), ("post", "quotes"), ("post", "artwork"), ("get", "messages")]


@pytest.mark.parametrize(("who", "status"), OTHERS)
def test_no_route_is_there_for_others(request, client_of, visitor, commission, who, status):
    client = visitor if who == "visitor" else client_of(request.getfixturevalue(who))
    answers = [getattr(client, method)(place(commission, part)) for method, part in ROUTES]
    assert [answer.status_code for answer in answers] == [status] * len(ROUTES)


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_its_parties_see_it_and_what_was_written(request, client_of, commission, who):
    client = client_of(request.getfixturevalue(who))
    assert [client.get(place(commission, part)).status_code for part in ("", "messages")] == [200, 200]


def test_what_is_not_there_and_what_is_anothers_are_answered_alike(client_of, cyn, commission):
    cyns = client_of(cyn)
    hidden, absent = cyns.get(place(commission)), cyns.get(place("0190a1b2-0000-7000-8000-000000000000"))
    assert (hidden.status_code, hidden.json()) == (absent.status_code, absent.json())


def test_the_list_holds_ones_own_alone_in_either_role(client_of, ada, ben, cyn, commission):
    row(ada, ben, title="Tide")
    row(cyn, ben, title="Dune")
    bens = client_of(ben)
    assert listed(bens) == ["Dune", "Tide", "Harbour"]
    assert listed(bens, role="artist") == ["Dune", "Tide"]
    assert listed(bens, role="client") == ["Harbour"]
    assert listed(client_of(cyn)) == ["Dune"]
    assert listed(client_of(cyn), role="artist") == []


def test_a_visitor_sees_no_list(visitor, commission):
    assert visitor.get("/api/commissions").status_code == 401


def test_it_is_narrowed_to_a_status_and_ordered(client_of, ada, ben):
    for days, status in ((3, "accepted"), (None, "requested"), (1, "accepted")):
        row(ben, ada, status, title=f"in {days}", deadline=days and in_days(days))
    bens = client_of(ben)
    assert listed(bens, status="accepted") == ["in 1", "in 3"]
    assert listed(bens, ordering="date") == ["in 3", "in None", "in 1"]
    assert listed(bens, ordering="deadline") == ["in 1", "in 3", "in None"]
    assert listed(bens, ordering="-deadline") == ["in 3", "in 1", "in None"]


@pytest.mark.parametrize("query", [{"role": "owner"}, {"status": "done"}, {"ordering": "budget"}, {"page_size": "x"}])
def test_what_cannot_be_asked_of_the_list_is_a_400(client_of, ada, query):
    assert client_of(ada).get("/api/commissions", query).status_code == 400


def test_it_is_walked_by_page_and_by_cursor(client_of, ada, ben):
    for number in range(5):
        row(ben, ada, title=f"{number}", deadline=in_days(number) if number % 2 else None)
    bens = client_of(ben)
    page = bens.get("/api/commissions", {"page_size": 2}).json()
    assert (page["count"], [each["title"] for each in page["results"]]) == (5, ["4", "3"])
    walked, url = [], "/api/commissions?cursor=&page_size=2&ordering=deadline"
    while url:
        page = bens.get(url).json()
        walked += [each["title"] for each in page["results"]]
        url = page["next"]
    assert (walked[:2], sorted(walked)) == (["1", "3"], ["0", "1", "2", "3", "4"])


def test_a_party_who_is_shut_out_is_told_as_nobody_until_they_are_back(client_of, ada, ben, mo, commission):
    bens = client_of(ben)
    change(client_of(ada), commission, progress_notes="Sketch")
    set_active(user=ada, by=mo, is_active=False)
    away = told(bens, commission)
    assert (away["artist"], away["progress_notes"][0]["author"]) == (None, None)
    assert away["client"]["username"] == "ben"
    set_active(user=ada, by=mo, is_active=True)
    assert told(bens, commission)["artist"]["username"] == "ada"


def test_a_party_whose_account_is_gone_is_told_as_nobody(client_of, ada, ben, commission):
    delete_account(user=ada, by=ada)
    answer = told(client_of(ben), commission)
    assert (answer["artist"], answer["status"], answer["allowed_transitions"]) == (None, "cancelled", [])


def test_the_work_that_was_made_of_it_is_told_to_who_may_see_it(client_of, ada, ben):
    work = new_work(ada, status="draft")
    commission = row(ben, ada, "completed", artwork=work)
    assert told(client_of(ada), commission)["artwork_id"] == str(work.pk)
    assert told(client_of(ben), commission)["artwork_id"] is None


@pytest.mark.parametrize("count", [1, 3, 12])
def test_a_list_costs_eight_queries_however_much_is_in_it(client_of, django_assert_num_queries, ada, ben, count):
    for _ in range(count):
        commission = row(ben, ada, artwork=new_work(ada))
        for author in (ada, ben) * count:
            Note.objects.create(commission=commission, author=author, text="So far")
            Message.objects.create(commission=commission, author=author, text="Hello")
        quote_in(commission, "declined")
        quote_in(commission)
    client = client_of(ada)
    with django_assert_num_queries(8):
        answer = client.get("/api/commissions")
    assert [each["message_count"] for each in answer.json()["results"]] == [2 * count] * count
    assert Commission.objects.count() == count
