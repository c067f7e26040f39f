"""What a juror judges, without script: the queue, one submission after the other, scores and notes."""

import pytest

from gallery.models import Artwork
from gallery.tests.works import new_work
from portfolio.models import Exhibition, Score, Submission
from portfolio.tests.entries import crowd, new_exhibition, new_juror, new_submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(ben):
    return new_exhibition(ben, status="jurying")


@pytest.fixture
def juror(call, cyn):
    return new_juror(call, cyn)


@pytest.fixture
def cyns(juror, client_of):
    return client_of(juror.user)


def at(thing) -> str:
    """The page of a submission, or the queue of an exhibition."""
    if isinstance(thing, Submission):
        return f"/exhibitions/{thing.exhibition_id}/jury/{thing.pk}"
    return f"/exhibitions/{thing.pk}/jury"


def give(client, submission, do="stay", for_all="", **by_title):
    """Sends the form: `Dunes=(7, "a note")`."""
    sent = {"do": do, "score-all": for_all}
    for work in submission.works.select_related("artwork"):
        score, note = by_title.get(work.artwork.title, ("", ""))
        sent |= {f"score-{work.pk}": score, f"note-{work.pk}": note}
    return client.post(at(submission), sent, format="multipart")


def given() -> dict[str, tuple[int, str]]:
    rows = Score.objects.values_list("work__artwork__title", "score", "note")
    return {title: (score, note) for title, score, note in rows}


def test_the_queue_tells_how_far_one_is_and_leads_to_what_waits(read, ada, mo, call, juror, cyns):
    first = new_submission(call, ada, new_work(ada, "Dunes"), new_work(ada, "Harbour"))
    second = new_submission(call, mo, new_work(mo, "Pier"))
    assert read(cyns, at(call)).one("a", **{"class": "button"}).text == "Begin"
    give(cyns, first, Dunes=(7, ""))
    page = read(cyns, at(call))
    assert page.one("h2", id="how-far").text == "0 of 2 submissions scored"
    assert page.one("a", href=at(second)).text == "2 0 of 1"
    assert page.one("a", href=at(first), **{"class": "begun"}).text == "1 1 of 2"
    give(cyns, first, Dunes=(7, ""), Harbour=(8, ""))
    assert read(cyns, at(call)).one("a", **{"class": "button"})["href"] == at(second)


def test_a_submission_is_shown_with_its_artist_works_and_words(read, ada, call, cyns):
    submission = new_submission(call, ada, new_work(ada, "Dunes", medium="Oil"))
    Submission.objects.update(artist_statement="Of the sea.")
    page = read(cyns, at(submission))
    assert page.one("h1").text == "Submission 1 of 1"
    assert all(words in page.text for words in ("By ada", "Of the sea.", "Dunes", "Oil"))
    assert page.one("a", href=f"/artworks/{Artwork.objects.get().pk}").text == "Dunes"
    assert len(page.all("input", type="radio")) == 10


def test_scores_and_notes_are_kept_and_stand_there_again(read, ada, call, cyns):
    submission = new_submission(call, ada, new_work(ada, "Dunes"), new_work(ada, "Harbour"))
    assert give(cyns, submission, Dunes=(7, "Fine light.")).headers["Location"] == at(submission)
    assert given() == {"Dunes": (7, "Fine light.")}
    page = read(cyns, at(submission))
    assert "Saved." in page.text
    assert [radio["value"] for radio in page.all("input", type="radio", checked="")] == ["7"]
    assert [text.text for text in page.all("textarea")] == ["Fine light.", ""]


def test_all_works_get_the_same_and_keep_their_notes(ada, call, cyns):
    submission = new_submission(call, ada, new_work(ada, "Dunes"), new_work(ada, "Harbour"))
    give(cyns, submission, do="all", for_all=5, Dunes=(9, "Fine."), Harbour=("", "Dull."))
    assert given() == {"Dunes": (5, "Fine."), "Harbour": (5, "Dull.")}


def test_one_goes_on_to_the_next_that_waits_and_round_to_the_beginning(ada, mo, call, cyns, visitor):
    people = [ada, mo, *crowd(1)]
    first, second, third = (new_submission(call, each, new_work(each, each.username)) for each in people)
    give(cyns, second, moe=(3, ""))
    assert give(cyns, first, do="on", ada=(7, "")).headers["Location"] == at(third)
    assert give(cyns, third, do="on", artist00=(7, "")).headers["Location"] == at(third)


def test_who_has_scored_all_is_told(read, ada, call, cyns):
    submission = new_submission(call, ada, new_work(ada, "Dunes"))
    give(cyns, submission, do="on", Dunes=(7, ""))
    assert "You have scored all of them." in read(cyns, at(call)).text


@pytest.mark.parametrize(
    ("do", "for_all", "dunes", "words"),
    [
        ("stay", "", ("", "A note alone."), "the note is kept with it"),
        ("stay", "", ("11", "A note alone."), "11"),
        ("stay", "", ("0", ""), "0"),
        ("stay", "", ("7", "x" * 2_001), "2000"),
        ("all", "", ("7", "A note alone."), "Choose a score first."),
    ],
)
def test_what_is_wrong_is_told_beside_it_and_nothing_is_kept_or_lost(ada, call, cyns, do, for_all, dunes, words):
    submission = new_submission(call, ada, new_work(ada, "Dunes"), new_work(ada, "Harbour"))
    answer = give(cyns, submission, do=do, for_all=for_all, Dunes=dunes, Harbour=(3, "Stays typed."))
    text = answer.content.decode()
    assert (answer.status_code, given()) == (200, {})
    assert 'class="errors"' in text
    assert all(each in text for each in (words, dunes[1], "Stays typed."))


def test_a_long_scale_is_written_as_a_number(read, ada, call, cyns):
    Exhibition.objects.update(score_scale=100)
    submission = new_submission(call, ada, new_work(ada, "Dunes"))
    field = read(cyns, at(submission)).one("input", type="number", id=f"id_score-{submission.works.get().pk}")
    assert (field["min"], field["max"]) == ("1", "100")
    assert "100" in give(cyns, submission, Dunes=("101", "")).content.decode()
    give(cyns, submission, Dunes=("87", ""))
    assert given() == {"Dunes": (87, "")}


def test_a_conflict_is_shown_with_its_reason_and_takes_no_score(read, ada, call, juror, cyns, cyn):
    juror.conflicts.create(artist=ada)
    close, own = new_submission(call, ada, new_work(ada, "Dunes")), new_submission(call, cyn, new_work(cyn, "Pier"))
    for submission, reason in ((close, "You declared a conflict of interest"), (own, "This is your own submission.")):
        page = read(cyns, at(submission))
        assert reason in page.text
        assert not page.all("textarea")
        give(cyns, submission, Dunes=(9, ""), Pier=(9, ""))
    assert given() == {}
    assert read(cyns, at(call)).text.count("not for you") == 2


def test_a_work_that_can_no_longer_be_seen_is_said_to_be_missing(read, ada, call, cyns):
    submission = new_submission(call, ada, new_work(ada, "Dunes"), new_work(ada, "Harbour"))
    Artwork.objects.filter(title="Dunes").update(is_public=False)
    page = read(cyns, at(submission))
    assert "1 work of it can no longer be seen." in page.text
    assert "Dunes" not in page.text


@pytest.mark.parametrize(
    ("status", "words"), [("open", "You are told when the jury begins"), ("announced", "Thank you")]
)
def test_before_and_behind_jurying_the_page_says_so_and_takes_nothing(read, ada, call, cyns, status, words):
    submission = new_submission(call, ada, new_work(ada, "Dunes"))
    Exhibition.objects.update(status=status)
    assert words in read(cyns, at(call)).text
    assert cyns.get(at(submission)).headers["Location"] == at(call)
    late = give(cyns, submission, Dunes=(7, "Hours of thought."))
    assert (late.status_code, "Hours of thought." in late.content.decode(), given()) == (409, True, {})


def test_it_is_the_jurys_alone(visitor, client_of, ada, ben, mo, call, juror):
    submission = new_submission(call, ada)
    for path in (at(call), at(submission)):
        assert visitor.get(path).headers["Location"] == f"/login?next={path}"
        assert [client_of(other).get(path).status_code for other in (ada, ben, mo)] == [404, 404, 404]
    other = new_submission(new_exhibition(ben, status="jurying"), ada)
    assert client_of(juror.user).get(f"{at(call)}/{other.pk}").status_code == 404


def test_what_was_withdrawn_leaves_the_queue(read, ada, call, cyns):
    submission = new_submission(call, ada, status="withdrawn")
    assert "Nothing was submitted that you are to judge." in read(cyns, at(call)).text
    assert cyns.get(at(submission)).status_code == 404


def test_the_pages_ask_as_much_of_many_as_of_one(call, cyns, django_assert_num_queries):
    asked = set()
    for number, person in enumerate(crowd(4), start=1):
        submission = new_submission(call, person, *(new_work(person) for _ in range(number)))
        for page in (call, submission):
            with django_assert_num_queries(100, exact=False) as context:
                cyns.get(at(page))
            asked.add((page is call, len(context)))
    assert len(asked) == 2
