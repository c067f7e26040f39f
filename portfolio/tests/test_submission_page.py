"""One's own submission: what was sent, what one is told of it, and taking it back."""

import re

import pytest

from gallery.tests.works import new_work
from portfolio.models import Exhibition, Submission
from portfolio.tests.entries import new_exhibition, new_submission

pytestmark = pytest.mark.django_db

DECIDED = ("shortlisted", "accepted", "waitlisted", "rejected")
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture
def call(ben):
    return new_exhibition(ben, submission_fee=20, currency="EUR")


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def at(exhibition, rest="") -> str:
    return f"/exhibitions/{exhibition.pk}/submission{rest}"


def ways(page) -> list[str]:
    """Where its buttons lead."""
    return [link["href"] for link in page.all("a") if "button" in link.attributes.get("class", "")]


def test_it_shows_the_works_in_their_order_the_words_and_the_fee(read, ada, adas, call):
    submission = new_submission(call, ada, new_work(ada, "Dunes"), new_work(ada, "Harbour"))
    Submission.objects.filter(pk=submission.pk).update(artist_statement="Two of the sea.")
    page = read(adas, at(call))
    assert page.text.index("Dunes") < page.text.index("Harbour") < page.text.index("Two of the sea.")
    assert "€20.00, not received yet" in page.text
    assert ways(page) == [f"/exhibitions/{call.pk}/submit", at(call, "/withdraw")]


@pytest.mark.parametrize("status", DECIDED)
@pytest.mark.parametrize("stage", ["open", "jurying"])
def test_no_byte_of_it_betrays_a_decision_before_it_is_announced(ada, adas, call, status, stage):
    new_submission(call, ada)
    Exhibition.objects.update(status=stage)
    pages = []
    for each in ("submitted", status):
        Submission.objects.update(status=each)
        pages.append([TOKEN.sub(b"", adas.get(at(call, rest)).content) for rest in ("", "/withdraw")])
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("accepted", "Your submission is accepted."),
        ("waitlisted", "Your submission is on the waitlist."),
        ("rejected", "Your submission is not accepted."),
    ],
)
def test_once_it_is_announced_it_says_what_was_decided(read, ada, ben, adas, status, words):
    announced = new_exhibition(ben, status="announced")
    new_submission(announced, ada, status=status)
    page = read(adas, at(announced))
    assert words in page.text
    assert ways(page) == ([] if status == "rejected" else [at(announced, "/withdraw")])


def test_of_an_accepted_one_it_says_which_works_are_not_chosen_and_not_before(read, ada, adas, call):
    submission = new_submission(call, ada, new_work(ada, "Dunes"), new_work(ada, "Harbour"), status="accepted")
    submission.works.filter(artwork__title="Harbour").update(is_selected=False)
    assert "Not chosen" not in read(adas, at(call)).text
    Exhibition.objects.update(status="announced", announced_at=submission.submitted_at)
    assert read(adas, at(call)).text.count("Not chosen for the exhibition") == 1


def test_withdrawing_is_asked_about_and_then_done(read, ada, adas, call):
    new_submission(call, ada)
    assert read(adas, at(call, "/withdraw")).one("h1").text == "Withdraw your submission?"
    assert Submission.objects.get().status == "submitted"
    assert adas.post(at(call, "/withdraw")).headers["Location"] == at(call)
    page = read(adas, at(call))
    assert "You have withdrawn your submission." in page.text
    assert ways(page) == [f"/exhibitions/{call.pk}/submit"]
    assert adas.get(at(call, "/withdraw")).status_code == 404


@pytest.mark.parametrize("stage", ["closed", "cancelled"])
def test_when_all_is_over_nothing_is_withdrawn(read, ada, ben, adas, stage):
    over = new_exhibition(ben, status=stage)
    new_submission(over, ada, status="accepted")
    assert ways(read(adas, at(over))) == []
    assert adas.post(at(over, "/withdraw")).status_code == 404
    assert Submission.objects.get().status == "accepted"


@pytest.mark.parametrize("rest", ["", "/withdraw"])
def test_it_is_its_artists_alone(visitor, client_of, ada, ben, cyn, call, rest):
    new_submission(call, ada)
    assert visitor.get(at(call, rest)).headers["Location"] == f"/login?next={at(call, rest)}"
    assert [client_of(other).get(at(call, rest)).status_code for other in (ben, cyn)] == [404, 404]
