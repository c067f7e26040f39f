"""Every status of a submission, moved to every other, by everyone, while its exhibition is in every status."""

from itertools import product

import pytest

from portfolio.models import Exhibition, StatusChange, Submission, SubmissionStatus
from portfolio.tests.entries import at, new_exhibition, new_juror, new_submission

pytestmark = pytest.mark.django_db

DECIDED = ("shortlisted", "accepted", "waitlisted", "rejected")
ALL = ("submitted", *DECIDED, "withdrawn")

DECIDING = {
    "submitted": {*DECIDED},
    "shortlisted": {"accepted", "waitlisted", "rejected", "submitted"},
    "accepted": {"submitted"},
    "waitlisted": {"accepted", "rejected", "submitted"},
    "rejected": {"submitted"},
}
# From the waitlist; and what was undecided since its artist was shut out when the exhibition announced
FILLING_UP = {
    "submitted": {*DECIDED},
    "shortlisted": {"accepted", "waitlisted", "rejected"},
    "waitlisted": {"accepted", "rejected"},
}
LEAVING = {status: {"withdrawn"} for status in ALL if status != "withdrawn"}

MOVES = {
    ("organizer", "open"): DECIDING,
    ("organizer", "jurying"): DECIDING,
    ("organizer", "announced"): FILLING_UP,
    ("organizer", "running"): FILLING_UP,
    ("organizer", "closed"): {},
    ("organizer", "cancelled"): {},
    ("artist", "open"): LEAVING | {"withdrawn": {"submitted"}},
    ("artist", "jurying"): LEAVING,
    ("artist", "announced"): LEAVING | {"rejected": set()},
    ("artist", "running"): LEAVING | {"rejected": set()},
    ("artist", "closed"): {},
    ("artist", "cancelled"): {},
}
"""Where each may move it from each status, by what the exhibition is. All else is a conflict."""

KNOWN = {"announced", "running", "closed"}
"""When artists know what was decided."""


def told_to(role, status, exhibition):
    is_known = role == "organizer" or exhibition in KNOWN or status == "withdrawn"
    return status if is_known else "submitted"


@pytest.fixture
def entry(ada, ben):
    return new_submission(new_exhibition(ben), ada)


def place(entry, status, exhibition):
    """Has it be in these statuses, as if it had come there."""
    known = entry.submitted_at if exhibition in KNOWN else None
    Exhibition.objects.filter(pk=entry.exhibition_id).update(status=exhibition, announced_at=known)
    Submission.objects.filter(pk=entry.pk).update(status=status)


def test_the_table_names_every_status():
    assert set(ALL) == set(SubmissionStatus.values)


@pytest.mark.parametrize(("role", "exhibition"), MOVES)
def test_a_submission_moves_where_the_table_says_and_nowhere_else(ada, ben, client_of, entry, role, exhibition):
    client, wrong = client_of({"organizer": ben, "artist": ada}[role]), []
    for status, target in product(ALL, ALL):
        place(entry, status, exhibition)
        logged = StatusChange.objects.count()
        answer = client.put(at(entry), {"status": target})
        entry.refresh_from_db()
        seen = answer.status_code, entry.status, StatusChange.objects.count() - logged
        moves = target in MOVES[role, exhibition].get(status, set())
        is_present = target == told_to(role, status, exhibition)
        wanted = (200 if moves or is_present else 409), (target if moves else status), int(moves)
        wrong += [] if seen == wanted else [(status, target, seen, wanted)]
    assert wrong == []


@pytest.mark.parametrize(("role", "exhibition"), MOVES)
def test_what_is_told_to_be_allowed_is_what_is(ada, ben, client_of, entry, role, exhibition):
    client = client_of({"organizer": ben, "artist": ada}[role])
    for status in ALL:
        place(entry, status, exhibition)
        told = set(client.get(at(entry)).json()["allowed_transitions"])
        assert told == set(MOVES[role, exhibition].get(status, ())), status


@pytest.mark.parametrize("status", ALL)
@pytest.mark.parametrize("target", ALL)
def test_nobody_else_moves_it(cyn, mo, client_of, entry, status, target):
    new_juror(entry.exhibition, cyn)
    place(entry, status, "jurying")
    answers = [client_of(person).put(at(entry), {"status": target}).status_code for person in (cyn, mo)]
    assert answers == [404 if status == "withdrawn" else 403, 404]
    assert not StatusChange.objects.exists()
