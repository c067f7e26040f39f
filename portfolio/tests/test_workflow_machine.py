"""The machine that moves things: guarded, logged, followed by an effect, all or nothing; and the tables that it is given."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.exceptions import Conflict
from portfolio.models import Commission, CommissionStatus, StatusChange
from portfolio.tests.commissioning import kept, log_of, row
from portfolio.workflow.machine import Barred, Transition, Workflow
from portfolio.workflow.tables import WORKFLOWS


class Failed(Exception):
    """What an effect raises."""


def bar(commission):
    raise Conflict("Not today.", code="not_today")


def fail(move):
    raise Failed


def rename(move):
    move.thing.title = f"{move.transition.target} by {move.by and move.by.username}"
    move.thing.save()


def machine(*transitions):
    """A workflow of commissions with these ways."""

    def people(commission):
        return {commission.client_id, commission.artist_id}

    return Workflow("test", Commission, CommissionStatus, people, transitions)


def to(target, role="artist", **facts):
    return Transition("requested", target, role, **facts)


def test_a_move_changes_logs_and_then_does_what_follows(ada, ben):
    commission = row(ben, ada)
    machine(to("accepted", effect=rename)).move(commission, "accepted", roles={"artist"}, by=ada)
    assert (commission.status, commission.title) == ("accepted", "accepted by ada")
    assert Commission.objects.get().title == commission.title
    assert log_of(commission) == ["accepted"]


@pytest.mark.parametrize(
    ("ways", "roles", "error", "code"),
    [
        ((to("accepted"),), {"client"}, Barred, "illegal_transition"),
        ((to("accepted"),), set(), Barred, "illegal_transition"),
        ((to("declined"),), {"artist"}, Barred, "illegal_transition"),
        ((), {"artist"}, Barred, "illegal_transition"),
        ((to("accepted", guard=bar),), {"artist"}, Conflict, "not_today"),
    ],
)
def test_what_is_not_open_is_refused_and_nothing_changes(ada, ben, ways, roles, error, code):
    commission = row(ben, ada)
    before = kept(commission)
    with pytest.raises(error) as refusal:
        machine(*ways).move(commission, "accepted", roles=roles, by=ada)
    assert (refusal.value.status, refusal.value.code, kept(commission)) == (409, code, before)


def test_where_an_effect_fails_nothing_has_changed(ada, ben):
    commission = row(ben, ada)
    before = kept(commission)
    with pytest.raises(Failed):
        machine(to("accepted", effect=fail)).move(commission, "accepted", roles={"artist"}, by=ada)
    assert kept(commission) == before


def test_whoever_read_it_earlier_is_told_that_it_moved_meanwhile(ada, ben):
    row(ben, ada)
    first, second = Commission.objects.get(), Commission.objects.get()
    workflow = machine(to("accepted"), to("declined"))
    workflow.move(first, "accepted", roles={"artist"}, by=ada)
    with pytest.raises(Conflict) as refusal:
        workflow.move(second, "declined", roles={"artist"}, by=ada)
    assert (refusal.value.code, log_of(first)) == ("changed_meanwhile", ["accepted"])


def test_what_went_meanwhile_has_moved_too(ada, ben):
    commission = row(ben, ada)
    Commission.objects.filter(pk=commission.pk).delete()
    with pytest.raises(Conflict):
        machine(to("accepted")).move(commission, "accepted", roles={"artist"}, by=ada)


def test_who_is_shut_out_meanwhile_moves_nothing(ada, ben):
    commission = row(ben, ada)
    type(ada).objects.filter(pk=ada.pk).update(is_active=False)
    with pytest.raises(Conflict):
        machine(to("accepted")).move(commission, "accepted", roles={"artist"}, by=ada)
    assert log_of(commission) == []


def test_many_move_together_in_as_many_queries_as_one_each_logged_and_followed(ada, ben):
    followed, costs = [], []
    workflow = machine(to("accepted", effect=lambda move: followed.append((move.thing.pk, move.thing.status))))
    for count in (1, 5):
        asked = [row(ben, ada, title=f"{count} {number}") for number in range(count)]
        with CaptureQueriesContext(connection) as queries:
            workflow.move_all(asked, "accepted", roles={"artist"}, by=ada)
        costs.append(len(queries))
        assert [log_of(each) for each in asked] == [["accepted"]] * count
        assert sorted(followed[-count:]) == sorted((each.pk, "accepted") for each in asked)
    assert costs[0] == costs[1]
    assert {each.status for each in Commission.objects.all()} == {"accepted"}
    assert set(StatusChange.objects.values_list("role", "actor_name")) == {("artist", "ada")}


@pytest.mark.parametrize(
    ("ways", "code"),
    [
        ((to("accepted"),), "changed_meanwhile"),
        ((to("accepted", guard=bar),), "not_today"),
        ((to("declined"),), "illegal_transition"),
    ],
)
def test_where_one_of_many_cannot_move_none_does(ada, ben, ways, code):
    asked = [row(ben, ada, title=f"{number}") for number in range(3)]
    if code == "changed_meanwhile":
        Commission.objects.filter(pk=asked[1].pk).update(status="cancelled")
    before = [kept(each) for each in asked]
    with pytest.raises(Conflict) as refusal:
        machine(*ways).move_all(asked, "accepted", roles={"artist"}, by=ada)
    assert (refusal.value.code, [kept(each) for each in asked]) == (code, before)


def test_allowed_names_each_target_once_and_none_that_is_barred(ada, ben):
    ways = (to("accepted"), to("accepted", "client"), to("declined", guard=bar), to("cancelled", "client"))
    workflow, commission = machine(*ways), row(ben, ada)
    assert [way.target for way in workflow.allowed(commission, {"artist", "client"})] == ["accepted", "cancelled"]
    assert [way.target for way in workflow.allowed(commission, {"artist"})] == ["accepted"]
    assert workflow.allowed(commission, set()) == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_a_table_names_statuses_that_there_are_and_each_way_once(workflow):
    ways = Counter((way.source, way.target, way.role) for way in workflow.transitions)
    assert max(ways.values()) == 1
    named = {status for source, target, _role in ways for status in (source, target)}
    assert named == set(workflow.statuses.values)
    assert all(source != target for source, target, _role in ways)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_what_a_person_does_has_a_label_and_what_ends_it_is_asked_about_first(workflow):
    people = {"artist", "client", "organizer", "staff"}
    for way in workflow.transitions:
        assert way.label or way.role not in people, way
        if way.target in ("cancelled", "withdrawn", "declined"):
            assert way.grave or way.role not in people, way
