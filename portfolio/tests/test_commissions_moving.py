"""Moving a commission: every status, to every other, by everyone."""

import pytest

from gallery.tests.library import codes
from portfolio.models import Commission, StatusChange
from portfolio.tests.commissioning import STATUSES, change, kept, log_of, move, quote_in, row, told

MOVES = {
    ("requested", "artist"): {"accepted", "declined"},
    ("requested", "client"): {"cancelled"},
    ("accepted", "artist"): {"in_progress", "cancelled"},
    ("accepted", "client"): {"cancelled"},
    ("in_progress", "artist"): {"completed", "cancelled"},
    ("in_progress", "client"): {"cancelled"},
}
"""As the contract has it; everything else is refused."""
WAITING = {"requested": "artist", "accepted": "artist", "in_progress": "artist"}


@pytest.fixture
def signed_in(ada, ben, cyn, mo, client_of, visitor):
    """The cast by what they are in a commission of ada's for ben."""
    people = {"artist": ada, "client": ben, "stranger": cyn, "staff": mo}
    return {name: client_of(person) for name, person in people.items()} | {"visitor": visitor}


@pytest.mark.parametrize("role", ["artist", "client"])
@pytest.mark.parametrize("source", STATUSES)
def test_a_party_moves_it_as_the_contract_says_and_no_other_way(ada, ben, signed_in, source, role):
    for target in STATUSES:
        commission = row(ben, ada, source)
        before = kept(commission)
        answer = move(signed_in[role], commission, target)
        if target == source or target in MOVES.get((source, role), ()):
            assert (answer.status_code, answer.json()["status"]) == (200, target), (target, answer.content)
            assert log_of(commission) == ([] if target == source else [target])
        else:
            assert (answer.status_code, codes(answer)) == (409, {"status": "illegal_transition"}), target
        if target == source or answer.status_code == 409:
            assert kept(commission) == before


@pytest.mark.parametrize(("role", "status"), [("stranger", 404), ("staff", 404), ("visitor", 401)])
@pytest.mark.parametrize("source", STATUSES)
def test_nobody_else_moves_it_at_all(ada, ben, signed_in, source, role, status):
    commission = row(ben, ada, source)
    before = kept(commission)
    assert [move(signed_in[role], commission, target).status_code for target in STATUSES] == [status] * len(STATUSES)
    assert kept(commission) == before


@pytest.mark.parametrize("role", ["artist", "client"])
@pytest.mark.parametrize("source", STATUSES)
def test_each_party_is_told_their_moves_and_whose_turn_it_is(ada, ben, signed_in, source, role):
    answer = told(signed_in[role], row(ben, ada, source))
    assert set(answer["allowed_transitions"]) == MOVES.get((source, role), set())
    assert len(answer["allowed_transitions"]) == len(set(answer["allowed_transitions"]))
    assert answer["waiting_on"] == WAITING.get(source)


def test_a_refusal_says_what_would_be_allowed(ada, ben, signed_in):
    (error,) = move(signed_in["artist"], row(ben, ada), "completed").json()["errors"]
    assert error["detail"] == (
        "From “requested” you cannot move it to “completed”. You can move it to: accepted, declined."
    )


def test_who_read_it_before_it_moved_is_told_so_even_where_the_way_is_open_now(ada, ben):
    from accounts.exceptions import Conflict
    from portfolio.actions.commissions import change_commission

    commission = row(ben, ada)
    read = Commission.objects.get(pk=commission.pk)
    change_commission(commission=commission, by=ada, status="accepted")
    with pytest.raises(Conflict) as refusal:
        change_commission(commission=read, by=ben, status="cancelled")
    assert (refusal.value.code, log_of(commission)) == ("changed_meanwhile", ["accepted"])


@pytest.mark.parametrize(
    ("quote", "code"), [("offered", "quote_unanswered"), ("declined", "quote_declined"), ("accepted", None)]
)
def test_work_begins_once_its_quote_is_accepted(ada, ben, signed_in, quote, code):
    commission = row(ben, ada, "accepted")
    quote_in(commission, quote)
    before = kept(commission)
    assert ("in_progress" in told(signed_in["artist"], commission)["allowed_transitions"]) is (code is None)
    answer = move(signed_in["artist"], commission, "in_progress")
    if code:
        assert (answer.status_code, codes(answer), kept(commission)) == (409, {"status": code}, before)
    else:
        assert answer.status_code == 200


def test_each_step_is_logged_with_who_made_it(ada, ben, signed_in):
    commission = row(ben, ada)
    for role, target in [("artist", "accepted"), ("artist", "in_progress"), ("client", "cancelled")]:
        assert move(signed_in[role], commission, target).status_code == 200
    steps = StatusChange.objects.filter(thing_id=commission.pk).order_by("pk")
    assert list(steps.values_list("workflow", "source", "target", "role", "actor_name")) == [
        ("commission", "requested", "accepted", "artist", "ada"),
        ("commission", "accepted", "in_progress", "artist", "ada"),
        ("commission", "in_progress", "cancelled", "client", "ben"),
    ]


@pytest.mark.parametrize("status", ["done", "", None, 3, ["accepted"]])
def test_what_is_no_status_is_a_fault_of_the_field(ada, ben, signed_in, status):
    commission = row(ben, ada)
    answer = change(signed_in["artist"], commission, status=status)
    assert (answer.status_code, set(codes(answer))) == (400, {"status"})


def test_cancelling_takes_an_open_quote_with_it(ada, ben, signed_in):
    commission = row(ben, ada, "accepted")
    quote_in(commission)
    answer = move(signed_in["client"], commission, "cancelled").json()
    assert (answer["quote"]["status"], answer["waiting_on"]) == ("superseded", None)
    assert Commission.objects.get().quote_status == "superseded"
