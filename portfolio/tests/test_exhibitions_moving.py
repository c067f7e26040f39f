"""Every status, every target, everyone: what the workflow of exhibitions lets whom do."""

import pytest

from gallery.tests.library import codes
from portfolio.models import Exhibition, StatusChange
from portfolio.tests.calls import put, read
from portfolio.tests.entries import new_exhibition, new_juror, new_submission

pytestmark = pytest.mark.django_db

# Written out, and not read from the tables that it tests.
WAYS = {
    "draft": ["open", "cancelled"],
    "open": ["jurying", "cancelled"],
    "jurying": ["announced", "cancelled"],
    "announced": ["running", "cancelled"],
    "running": ["closed", "cancelled"],
    "closed": [],
    "cancelled": [],
}


@pytest.mark.parametrize("status", WAYS)
@pytest.mark.parametrize("target", WAYS)
def test_its_organiser_moves_it_along_its_ways_and_no_others(ada, client_of, status, target):
    exhibition = new_exhibition(ada, status=status)
    answer = put(client_of(ada), exhibition, status=target)
    log = list(StatusChange.objects.values_list("source", "target", "role", "actor_name"))
    exhibition.refresh_from_db()
    if target in WAYS[status]:
        assert (answer.status_code, answer.json()["status"], exhibition.status) == (200, target, target)
        assert log == [(status, target, "organizer", "ada")]
    else:
        assert answer.status_code == (200 if target == status else 409)
        assert (exhibition.status, log) == (status, [])
        if target != status:
            assert codes(answer) == {"status": "illegal_transition"}


@pytest.mark.parametrize("status", WAYS)
@pytest.mark.parametrize("who", ["stranger", "juror", "staff", "visitor"])
def test_nobody_else_moves_it_anywhere(ada, ben, cyn, mo, client_of, visitor, status, who):
    exhibition = new_exhibition(ada, status=status)
    new_juror(exhibition, ben)
    client = visitor if who == "visitor" else client_of({"stranger": cyn, "juror": ben, "staff": mo}[who])
    refused = 401 if who == "visitor" else 404 if status == "draft" else 403
    assert {put(client, exhibition, status=target).status_code for target in WAYS} == {refused}
    assert Exhibition.objects.get().status == status
    assert not StatusChange.objects.exists()


@pytest.mark.parametrize("status", WAYS)
def test_the_ways_are_told_to_the_organiser_alone(ada, ben, cyn, mo, client_of, visitor, status):
    exhibition = new_exhibition(ada, status=status)
    new_juror(exhibition, ben)
    assert read(client_of(ada), exhibition)["allowed_transitions"] == WAYS[status]
    for client in (visitor, *map(client_of, (ben, cyn, mo))):
        if status == "draft":
            assert client.get(f"/api/exhibitions/{exhibition.pk}").status_code == 404
        else:
            assert read(client, exhibition)["allowed_transitions"] == []


def test_what_bars_a_way_takes_it_from_those_that_are_told(ada, ben, client_of):
    exhibition = new_exhibition(ada, status="jurying")
    submission = new_submission(exhibition, ben, status="shortlisted")
    client = client_of(ada)
    assert read(client, exhibition)["allowed_transitions"] == ["cancelled"]
    type(submission).objects.update(status="waitlisted")
    assert read(client, exhibition)["allowed_transitions"] == ["announced", "cancelled"]


def test_a_refusal_says_where_it_can_go_instead(ada, client_of):
    answer = put(client_of(ada), new_exhibition(ada), status="running")
    assert answer.json()["errors"][0]["detail"] == (
        "From “open” you cannot move it to “running”. You can move it to: jurying, cancelled."
    )


@pytest.mark.parametrize("status", ["finished", "", None, 3])
def test_what_is_no_status_is_refused_as_such(ada, client_of, status):
    answer = put(client_of(ada), new_exhibition(ada), status=status)
    assert (answer.status_code, list(codes(answer))) == (400, ["status"])
