"""What organisers decide, which artists learn when it is announced."""

import pytest

from gallery.tests.library import codes
from gallery.tests.works import new_work
from portfolio.models import Exhibition, Score, StatusChange, Submission, SubmittedWork
from portfolio.tests.entries import at, listed, new_exhibition, new_juror, new_submission, path, told

pytestmark = pytest.mark.django_db

ROUNDS = ({"status": "shortlisted"}, {"status": "accepted"}, {"status": "submitted"}, {"status": "rejected"})


@pytest.fixture
def call(ben):
    return new_exhibition(ben, status="jurying")


@pytest.fixture
def own(ada, call):
    return new_submission(call, ada, new_work(ada, "Dunes"), new_work(ada, "Harbour"))


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


@pytest.fixture
def bens(ben, client_of):
    return client_of(ben)


def everything_told(client, submission):
    """All that an artist can ask about what they submitted, as bytes."""
    exhibition = submission.exhibition
    asked = [at(submission), path(exhibition), path(exhibition, ""), "/api/exhibitions", "/api/notifications"]
    asked += [f"{path(exhibition)}?status={status}" for status in ("submitted", "accepted", "rejected", "shortlisted")]
    asked += [f"{path(exhibition)}?ordering={name}" for name in ("date", "-date", "score", "-score")]
    answers = [client.get(address.rstrip("/")) for address in asked]
    return [(answer.status_code, answer.content) for answer in answers]


@pytest.mark.parametrize("status", ["open", "jurying"])
def test_an_artist_is_told_the_same_to_the_byte_whatever_is_prepared(cyn, adas, bens, call, own, status):
    Exhibition.objects.filter(pk=call.pk).update(status=status)
    juror, before = new_juror(call, cyn), everything_told(adas, own)
    for body in ROUNDS:
        assert bens.put(at(own), body).status_code == 200
        assert everything_told(adas, own) == before
    Score.objects.create(juror=juror, work=own.works.first(), score=9)
    SubmittedWork.objects.filter(position=0).update(is_selected=False)
    assert everything_told(adas, own) == before


@pytest.mark.parametrize("decided", ["shortlisted", "accepted", "waitlisted", "rejected"])
@pytest.mark.parametrize("status", ["jurying", "cancelled"])
@pytest.mark.parametrize(
    "body", [{"status": "accepted"}, {"status": "submitted"}, {"status": "withdrawn"}, {"artist_statement": "Now?"}]
)
def test_what_an_artist_tries_is_answered_alike_whatever_is_prepared(ada, cyn, client_of, call, decided, status, body):
    answers = []
    for artist, prepared in ((ada, "submitted"), (cyn, decided)):
        submission = new_submission(call, artist, status=prepared)
        Exhibition.objects.filter(pk=call.pk).update(status=status)
        answer = client_of(artist).put(at(submission), body)
        answers.append((answer.status_code, answer.json().get("errors"), answer.json().get("status")))
    assert answers[0] == answers[1]


def test_what_is_announced_is_told(adas, bens, call, own):
    bens.put(at(own), {"status": "accepted", "artwork_ids": [own.works.get(position=1).artwork_id]})
    assert bens.post(path(call, "announce")).status_code == 200
    answer = told(adas, own)
    assert (answer["status"], answer["allowed_transitions"]) == ("accepted", ["withdrawn"])
    assert [work["is_selected"] for work in answer["works"]] == [False, True]
    assert (answer["score"], answer["works"][0]["score"]) == (None, None)
    assert [each["status"] for each in listed(adas, call, status="accepted")] == ["accepted"]


def test_works_chosen_at_first_do_not_tell_a_declined_artist_of_it(adas, bens, call, own):
    bens.put(at(own), {"status": "accepted", "artwork_ids": [own.works.get(position=1).artwork_id]})
    for status in ("submitted", "rejected"):
        bens.put(at(own), {"status": status})
    assert bens.post(path(call, "announce")).status_code == 200
    answer = told(adas, own)
    assert answer["status"] == "rejected"
    assert [work["is_selected"] for work in answer["works"]] == [None, None]


def test_an_organiser_is_told_what_they_decided_and_may_decide(bens, own):
    answer = bens.put(at(own), {"status": "shortlisted"}).json()
    assert answer["status"] == "shortlisted"
    assert answer["allowed_transitions"] == ["accepted", "waitlisted", "rejected", "submitted"]
    change = StatusChange.objects.get()
    assert (change.source, change.target, change.role, change.actor_name) == (
        "submitted",
        "shortlisted",
        "organizer",
        "ben",
    )


def test_of_an_accepted_submission_some_works_are_chosen(bens, own):
    first = own.works.get(position=0)
    answer = bens.put(at(own), {"status": "accepted", "artwork_ids": [first.artwork_id]}).json()
    assert [work["is_selected"] for work in answer["works"]] == [True, False]
    answer = bens.put(at(own), {"artwork_ids": [own.works.get(position=1).artwork_id]}).json()
    assert [work["is_selected"] for work in answer["works"]] == [False, True]


def test_accepted_anew_all_works_are_chosen(bens, own):
    bens.put(at(own), {"status": "accepted", "artwork_ids": [own.works.get(position=0).artwork_id]})
    bens.put(at(own), {"status": "submitted"})
    answer = bens.put(at(own), {"status": "accepted"}).json()
    assert [work["is_selected"] for work in answer["works"]] == [True, True]


@pytest.mark.parametrize(
    ("body", "code"),
    [({"status": "accepted"}, "does_not_exist"), ({"status": "rejected"}, "invalid"), ({}, "invalid")],
)
def test_only_what_was_submitted_and_is_accepted_is_chosen(ada, bens, own, body, code):
    answer = bens.put(at(own), body | {"artwork_ids": [new_work(ada).pk]})
    assert (answer.status_code, codes(answer)) == (400, {"artwork_ids": code})
    assert Submission.objects.get().status == "submitted"
    assert not StatusChange.objects.exists()


def test_none_chosen_is_refused(bens, own):
    answer = bens.put(at(own), {"status": "accepted", "artwork_ids": []})
    assert (answer.status_code, codes(answer)) == (400, {"artwork_ids": "empty"})


def test_what_is_chosen_stays_when_it_is_announced(bens, call, own):
    bens.put(at(own), {"status": "accepted"})
    Exhibition.objects.filter(pk=call.pk).update(status="announced")
    answer = bens.put(at(own), {"artwork_ids": [own.works.get(position=0).artwork_id]})
    assert (answer.status_code, codes(answer)) == (409, {"status": "announced"})


def test_a_fee_is_noted_and_taken_back(adas, bens, call, own):
    assert codes(bens.put(at(own), {"fee_paid": True})) == {"fee_paid": "no_fee"}
    Exhibition.objects.filter(pk=call.pk).update(submission_fee=20, currency="EUR")
    paid = bens.put(at(own), {"fee_paid": True}).json()["fee_paid_at"]
    assert paid
    assert told(adas, own)["fee_paid_at"] == bens.put(at(own), {"fee_paid": True}).json()["fee_paid_at"] == paid
    assert bens.put(at(own), {"fee_paid": False}).json()["fee_paid_at"] is None


def test_a_decision_and_a_fee_that_cannot_be_noted_are_both_refused(bens, own):
    assert bens.put(at(own), {"status": "accepted", "fee_paid": True}).status_code == 409
    assert Submission.objects.get().status == "submitted"


def test_a_statement_is_not_the_organisers_to_write(bens, own):
    assert bens.put(at(own), {"artist_statement": "Ours."}).status_code == 403


@pytest.mark.parametrize(("wanted", "number"), [("submitted", 1), ("accepted", 1), ("rejected", 0)])
def test_an_organiser_filters_by_what_is_decided(cyn, bens, call, own, wanted, number):
    new_submission(call, cyn, status="accepted")
    assert len(listed(bens, call, status=wanted)) == number


def test_a_status_that_there_is_not_is_refused(bens, call):
    assert bens.get(path(call), {"status": "hung"}).status_code == 400
