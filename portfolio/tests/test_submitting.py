"""Submitting works to an exhibition, and what is refused."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from gallery.models import Artwork
from gallery.tests.library import codes
from gallery.tests.works import new_work
from portfolio.models import Submission, SubmittedWork
from portfolio.tests.entries import listed, new_exhibition, new_submission, path, send, told, work_of
from social.actions.blocks import set_block
from social.tests.telling import texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(ben):
    """An exhibition of ben's, open for entry until tomorrow."""
    return new_exhibition(ben, max_artworks_per_submission=2)


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def test_an_artist_submits_works_in_their_order_and_the_organiser_is_told(ada, ben, adas, client_of, call):
    works = [new_work(ada, "Dunes"), new_work(ada, "Harbour")]
    answer = send(adas, call, *works, artist_statement=" Two of the sea.\n")
    assert answer.status_code == 201
    told = answer.json()
    assert told["exhibition_id"] == str(call.pk)
    assert [work["title"] for work in told["artworks"]] == ["Dunes", "Harbour"]
    assert (told["status"], told["artist"]["username"]) == ("submitted", "ada")
    assert (told["artist_statement"], told["allowed_transitions"]) == ("Two of the sea.", ["withdrawn"])
    assert texts(client_of(ben)) == ["ada submitted to “Salt and Light”"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"status": "jurying"}, "not_open"),
        ({"status": "announced"}, "not_open"),
        ({"status": "closed"}, "not_open"),
        ({"status": "cancelled"}, "not_open"),
        ({"submission_deadline": timezone.now() - timedelta(seconds=1)}, "deadline_passed"),
    ],
)
def test_what_is_not_open_for_entry_takes_nothing(ada, ben, adas, facts, code):
    answer = send(adas, new_exhibition(ben, **facts), new_work(ada))
    assert (answer.status_code, codes(answer)) == (409, {None: code})
    assert not Submission.objects.exists()


@pytest.mark.parametrize(("seconds", "status"), [(-1, 201), (0, 409), (1, 409)])
def test_the_deadline_is_held_to_the_second(ada, ben, adas, seconds, status):
    call, work = new_exhibition(ben), new_work(ada)
    with time_machine.travel(call.submission_deadline + timedelta(seconds=seconds), tick=False):
        assert send(adas, call, work).status_code == status
    assert Submission.objects.count() == (status == 201)


def test_a_draft_is_not_there_for_others(ada, ben, adas):
    assert send(adas, new_exhibition(ben, status="draft"), new_work(ada)).status_code == 404


def hidden(owner):
    work = new_work(owner)
    Artwork.objects.filter(pk=work.pk).update(is_hidden=True, is_public=False)
    return work


UNFIT = {
    "another's": lambda ada, ben: new_work(ben),
    "absent": lambda ada, ben: uuid4(),
    "a draft": lambda ada, ben: new_work(ada, status="draft"),
    "private": lambda ada, ben: new_work(ada, availability_status="private"),
    "scheduled": lambda ada, ben: new_work(ada, status="scheduled", published_at=timezone.now() + timedelta(days=1)),
    "hidden by a moderator": lambda ada, ben: hidden(ada),
}


@pytest.mark.parametrize("kind", UNFIT)
def test_a_work_that_is_not_ones_own_and_published_is_refused_and_nothing_is_left(ada, ben, adas, call, kind):
    answer = send(adas, call, new_work(ada), UNFIT[kind](ada, ben))
    assert (answer.status_code, codes(answer)) == (400, {"artwork_ids": "unfit"})
    assert answer.json()["errors"][0]["detail"] == "This is not a published work of yours."
    assert not Submission.objects.exists()
    assert not SubmittedWork.objects.exists()


@pytest.mark.parametrize(
    ("ids", "code"),
    [([], "empty"), (["me"], "invalid"), (None, "null"), ("x", "not_a_list"), ([str(uuid4())] * 2, "not_unique")],
)
def test_what_is_no_list_of_works_is_refused(adas, call, ids, code):
    answer = adas.post(path(call, "submit"), {"artwork_ids": ids})
    assert (answer.status_code, codes(answer)) == (400, {"artwork_ids": code})


def test_more_works_than_it_takes_are_refused(ada, adas, call):
    answer = send(adas, call, *(new_work(ada) for _ in range(3)))
    assert (answer.status_code, codes(answer)) == (400, {"artwork_ids": "too_many"})
    assert answer.json()["errors"][0]["detail"] == "It takes up to 2 works of each artist."


@pytest.mark.parametrize(("width", "height", "status"), [(1000, 800, 201), (799, 2000, 400), (2000, 799, 400)])
def test_a_picture_needs_its_pixels_on_the_shorter_side(ada, ben, adas, width, height, status):
    answer = send(adas, new_exhibition(ben, min_pixels=800), work_of(ada, width, height, title="Dunes"))
    assert answer.status_code == status
    if status == 400:
        said = "“Dunes” has 799 pixels on its shorter side; it takes 800 or more."
        assert [error["detail"] for error in answer.json()["errors"]] == [said]


@pytest.mark.parametrize(
    ("medium", "status"),
    [("oil on canvas", 201), ("OIL  on Canvas ", 201), ("oil", 400), ("", 400), ("Photograph", 201)],
)
def test_a_work_is_in_one_of_the_mediums_whatever_its_case(ada, ben, adas, medium, status):
    call = new_exhibition(ben, mediums=["Oil on canvas", "photograph"])
    answer = send(adas, call, work_of(ada, title="Dunes", medium=medium))
    assert answer.status_code == status
    if status == 400:
        said = "“Dunes” is in none of the mediums asked for: Oil on canvas, photograph."
        assert answer.json()["errors"][0]["detail"] == said


def test_each_reason_why_works_do_not_fit_is_told(ada, ben, adas):
    call = new_exhibition(ben, min_pixels=800, mediums=["Oil"])
    answer = send(adas, call, work_of(ada, title="Dunes"), work_of(ada, 900, 900, title="Harbour", medium="Pastel"))
    said = [error["detail"] for error in answer.json()["errors"]]
    assert [words.split(" ")[0] for words in said] == ["“Dunes”", "“Dunes”", "“Harbour”"]


def test_a_statement_that_is_too_long_is_refused(ada, adas, call):
    answer = send(adas, call, new_work(ada), artist_statement="a" * 5_001)
    assert (answer.status_code, codes(answer)) == (400, {"artist_statement": "max_length"})


def test_a_second_submission_is_a_conflict_even_when_the_first_is_withdrawn(ada, adas, call):
    new_submission(call, ada, status="withdrawn")
    answer = send(adas, call, new_work(ada))
    assert (answer.status_code, codes(answer)) == (409, {None: "already_submitted"})
    assert Submission.objects.count() == 1


def test_an_organiser_does_not_submit_to_their_own(ben, client_of, call):
    answer = send(client_of(ben), call, new_work(ben))
    assert (answer.status_code, codes(answer)) == (400, {"non_field_errors": "own_exhibition"})


def test_who_is_blocked_by_the_organiser_does_not_submit(ada, ben, adas, call):
    set_block(artist_id=ada.pk, by=ben, blocked=True)
    answer = send(adas, call, new_work(ada))
    assert (answer.status_code, codes(answer)) == (403, {None: "blocked"})


def test_a_visitor_signs_in_first(visitor, call):
    for answer in (send(visitor, call), visitor.get(path(call))):
        assert answer.status_code == 401


def test_an_artist_is_told_of_their_own_and_others_of_none(ada, cyn, adas, client_of, call):
    own, others = new_submission(call, ada), new_submission(call, cyn)
    assert [each["id"] for each in listed(adas, call)] == [str(own.pk)]
    assert adas.get(path(call, f"submissions/{others.pk}")).status_code == 404
    assert told(adas, own)["url"].endswith(f"/exhibitions/{call.pk}/submission")


def test_an_organiser_is_told_of_all_without_works_that_were_withdrawn_from_sight(ada, ben, cyn, client_of, call):
    works = new_work(ada, "Dunes"), new_work(ada, "Harbour")
    new_submission(call, cyn)
    submission = new_submission(call, ada, *works)
    Artwork.objects.filter(pk=works[0].pk).update(status="draft", is_public=False)
    assert len(listed(client_of(ben), call)) == 2
    seen = told(client_of(ben), submission)
    assert ([work["title"] for work in seen["artworks"]], seen["unavailable_count"]) == (["Harbour"], 1)
    assert len(seen["works"]) == 1
    own = told(client_of(ada), submission)
    assert (len(own["artworks"]), own["unavailable_count"]) == (2, 1)
