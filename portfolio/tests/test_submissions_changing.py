"""Submissions edited, withdrawn and submitted again, by their artists."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gallery.models import Artwork
from gallery.tests.library import codes
from gallery.tests.works import new_work
from portfolio.models import Exhibition, StatusChange, Submission
from portfolio.tests.entries import at, listed, new_exhibition, new_juror, new_submission, told
from social.actions.blocks import set_block
from social.tests.telling import texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(ben):
    return new_exhibition(ben, max_artworks_per_submission=2)


@pytest.fixture
def own(ada, call):
    """What ada submitted to it."""
    return new_submission(call, ada, new_work(ada, "Dunes"))


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def status_of(submission):
    return Submission.objects.get(pk=submission.pk).status


def test_an_artist_changes_works_and_statement_until_the_deadline(ada, adas, own):
    harbour = new_work(ada, "Harbour")
    answer = adas.put(at(own), {"artwork_ids": [harbour.pk], "artist_statement": "Another."})
    assert answer.status_code == 200
    assert [work["title"] for work in answer.json()["artworks"]] == ["Harbour"]
    assert told(adas, own)["artist_statement"] == "Another."


@pytest.mark.parametrize("method", ["put", "patch"])
def test_what_is_not_sent_stays(adas, own, method):
    assert getattr(adas, method)(at(own), {"artist_statement": "One."}).status_code == 200
    assert getattr(adas, method)(at(own), {}).json()["artist_statement"] == "One."
    assert [work["title"] for work in told(adas, own)["artworks"]] == ["Dunes"]


def test_an_edit_is_judged_as_a_submission_is_and_changes_nothing_when_refused(ben, adas, own):
    answer = adas.put(at(own), {"artist_statement": "Mine.", "artwork_ids": [new_work(ben).pk]})
    assert (answer.status_code, codes(answer)) == (400, {"artwork_ids": "unfit"})
    assert told(adas, own)["artist_statement"] == ""


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"status": "jurying"}, "not_open"),
        ({"status": "running"}, "not_open"),
        ({"submission_deadline": timezone.now() - timedelta(seconds=1)}, "deadline_passed"),
    ],
)
def test_an_edit_that_comes_too_late_is_a_conflict(adas, call, own, facts, code):
    Exhibition.objects.filter(pk=call.pk).update(**facts)
    answer = adas.put(at(own), {"artist_statement": "Late."})
    assert (answer.status_code, codes(answer)) == (409, {None: code})


@pytest.mark.parametrize("decided", ["shortlisted", "accepted", "waitlisted", "rejected"])
def test_an_edit_puts_back_what_was_prepared_and_tells_nobody(ben, adas, client_of, own, decided):
    client_of(ben).put(at(own), {"status": decided})
    assert adas.put(at(own), {"artist_statement": "Anew."}).json()["status"] == "submitted"
    assert status_of(own) == "submitted"
    assert texts(client_of(ben)) == []
    assert StatusChange.objects.order_by("pk").last().role == "system"


def test_an_edit_that_says_what_stands_already_puts_nothing_back(ada, ben, adas, client_of, own):
    client_of(ben).put(at(own), {"status": "accepted"})
    assert adas.put(at(own), {"artist_statement": "", "artwork_ids": [own.artworks.get().pk]}).status_code == 200
    assert status_of(own) == "accepted"


def test_an_artist_withdraws_and_the_organiser_is_told(ben, adas, client_of, own):
    answer = adas.put(at(own), {"status": "withdrawn"})
    assert (answer.status_code, answer.json()["status"]) == (200, "withdrawn")
    assert answer.json()["allowed_transitions"] == ["submitted"]
    assert texts(client_of(ben)) == ["ada withdrew from “Salt and Light”"]
    assert adas.put(at(own), {"status": "withdrawn"}).status_code == 200
    assert StatusChange.objects.count() == 1


def test_what_is_withdrawn_is_submitted_again_with_other_works(ada, adas, own):
    adas.put(at(own), {"status": "withdrawn"})
    answer = adas.put(at(own), {"status": "submitted", "artwork_ids": [new_work(ada, "Harbour").pk]})
    assert (answer.status_code, answer.json()["status"]) == (200, "submitted")
    assert [work["title"] for work in answer.json()["artworks"]] == ["Harbour"]


def test_what_is_submitted_again_still_has_to_fit(adas, own):
    adas.put(at(own), {"status": "withdrawn"})
    Artwork.objects.update(status="draft", is_public=False)
    answer = adas.put(at(own), {"status": "submitted"})
    assert (answer.status_code, codes(answer)) == (400, {"artwork_ids": "unfit"})
    assert status_of(own) == "withdrawn"


def test_who_is_blocked_since_does_not_submit_again(ada, ben, adas, own):
    adas.put(at(own), {"status": "withdrawn"})
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    answer = adas.put(at(own), {"status": "submitted"})
    assert (answer.status_code, codes(answer)) == (403, {None: "blocked"})


def test_what_is_withdrawn_is_edited_only_in_submitting_it_again(adas, own):
    adas.put(at(own), {"status": "withdrawn"})
    answer = adas.put(at(own), {"artist_statement": "Still."})
    assert (answer.status_code, codes(answer)) == (409, {None: "withdrawn"})


def test_nothing_is_submitted_again_when_entry_is_over(adas, call, own):
    adas.put(at(own), {"status": "withdrawn"})
    Exhibition.objects.filter(pk=call.pk).update(status="jurying")
    answer = adas.put(at(own), {"status": "submitted"})
    assert (answer.status_code, codes(answer)) == (409, {None: "not_open"})


@pytest.mark.parametrize("body", [{"fee_paid": True}, {"fee_paid": True, "artist_statement": "Paid."}])
def test_what_is_the_organisers_is_refused_to_the_artist(adas, own, body):
    assert adas.put(at(own), body).status_code == 403
    assert told(adas, own)["artist_statement"] == ""


def test_others_find_no_submission_there(cyn, client_of, own):
    for method in ("get", "put", "patch"):
        assert getattr(client_of(cyn), method)(at(own)).status_code == 404


def test_a_juror_changes_nothing(cyn, client_of, call, own):
    new_juror(call, cyn)
    Exhibition.objects.filter(pk=call.pk).update(status="jurying")
    for body in ({"status": "accepted"}, {"artist_statement": "Mine."}, {}):
        assert client_of(cyn).put(at(own), body).status_code == 403


def test_what_is_withdrawn_is_gone_for_the_jury_and_there_for_the_organiser(ben, cyn, adas, client_of, call, own):
    new_juror(call, cyn)
    Exhibition.objects.filter(pk=call.pk).update(status="jurying")
    assert len(listed(client_of(cyn), call)) == 1
    adas.put(at(own), {"status": "withdrawn"})
    assert listed(client_of(cyn), call) == []
    assert [each["status"] for each in listed(client_of(ben), call, status="withdrawn")] == ["withdrawn"]
