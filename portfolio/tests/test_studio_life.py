"""What goes on around an artist: each with what waits for them on top, and comments answered where they are read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.tests.works import new_work
from portfolio.tests.commission_rooms import asked
from portfolio.tests.entries import new_exhibition, new_juror, new_submission
from portfolio.tests.talking import post, say
from social.actions.follows import set_follow
from social.models import Comment

LIFE = "/studio/life"


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


@pytest.fixture
def work(ada):
    return new_work(ada, "Dunes")


def waiting(page) -> list[str]:
    return [way.text for way in page.all("a") if way.within[-3:] == ("section", "ul", "li")]


def to_answer(page) -> list[str]:
    return [quote.text for quote in page.all("blockquote")]


def test_it_begins_with_what_waits_and_where_it_is_done(read, adas, ada, ben, cyn, work):
    asked(ben, ada)
    say(work, ben)
    new_submission(new_exhibition(ada, status="jurying"), cyn)
    new_work(ada, "Sketch", status="draft")
    page = read(adas, LIFE)
    assert waiting(page) == [
        "1 commission waits for you",
        "1 exhibition waits for you",
        "1 comment to answer",
        "2 notifications that you have not read",
        "1 work that is a draft",
    ]
    assert page.one("a", href="/studio/life#comments")


def test_where_nothing_waits_it_says_so(read, adas):
    page = read(adas, LIFE)
    assert "Nothing waits for you." in page.text
    assert waiting(page) == []


def test_only_what_is_said_to_the_artist_and_not_answered_waits(read, adas, ada, ben, cyn, work):
    first = say(work, ben, "Which pigment?")
    say(work, cyn, "Between us two.", to=first)
    say(work, ada, "My own words.")
    say(new_work(ben, "Elsewhere"), cyn, "Not hers.")
    assert to_answer(read(adas, LIFE)) == ["Which pigment?"]
    answer = say(work, ada, "Ochre.", to=first)
    assert to_answer(read(adas, LIFE)) == []
    say(work, ben, "From where?", to=answer)
    assert to_answer(read(adas, LIFE)) == ["From where?"]


def test_a_comment_is_answered_there(read, adas, work, ben):
    comment = say(work, ben, "Which pigment?")
    sent = post(adas, f"{LIFE}/comments/{comment.pk}", comment_text="Ochre.")
    assert (sent.status_code, sent.headers["Location"]) == (303, f"{LIFE}#comments")
    assert Comment.objects.get(parent=comment).comment_text == "Ochre."
    page = read(adas, LIFE)
    assert "Your answer stands below the work." in page.text
    assert to_answer(page) == []


def test_an_answer_that_is_refused_says_why_and_stays_typed(adas, work, ben):
    comment = say(work, ben)
    sent = post(adas, f"{LIFE}/comments/{comment.pk}", comment_text="long " * 1_001)
    assert sent.status_code == 200
    assert b"long long" in sent.content
    assert b'class="errors"' in sent.content
    assert Comment.objects.count() == 1


def test_a_comment_that_needs_no_answer_is_set_aside_for_good(read, adas, work, ben, client_of, ada):
    comment = say(work, ben)
    sent = adas.post(f"{LIFE}/comments/{comment.pk}/aside")
    assert (sent.status_code, sent.headers["Location"]) == (303, f"{LIFE}#comments")
    page = read(adas, LIFE)
    assert to_answer(page) == []
    assert comment.comment_text in read(client_of(ben), f"/artworks/{work.pk}").text


@pytest.mark.parametrize("way", ["", "/aside"])
def test_others_answer_nothing_in_an_artists_name(client_of, work, ben, cyn, way):
    comment = say(work, ben)
    refused = post(client_of(cyn), f"{LIFE}/comments/{comment.pk}{way}", comment_text="Hers.")
    assert refused.status_code == 404
    assert not Comment.objects.get(pk=comment.pk).is_set_aside
    assert Comment.objects.count() == 1


def test_a_visitor_signs_in_first(visitor):
    for path in ("/studio", LIFE):
        answer = visitor.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/login?next={path}")


def test_what_waits_comes_first_of_each(read, adas, ada, ben):
    new_exhibition(ada, title="Waits", status="draft")
    new_exhibition(ada, title="Runs", status="running")
    asked(ada, ben, title="Hers to wait for")
    asked(ben, ada, title="Hers to answer")
    page = read(adas, LIFE)
    assert [link.text for link in page.all("a") if link.text in {"Waits", "Runs"}] == ["Waits", "Runs"]
    titles = {"Hers to wait for", "Hers to answer"}
    assert [link.text for link in page.all("a") if link.text in titles] == ["Hers to answer", "Hers to wait for"]


@pytest.mark.parametrize("path", ["/studio", LIFE])
def test_it_costs_the_same_for_one_and_for_five_of_each(adas, ada, ben, cyn, crowded, path):
    crowded(1)
    with CaptureQueriesContext(connection) as one:
        assert adas.get(path).status_code == 200
    crowded(4)
    with CaptureQueriesContext(connection) as five:
        assert adas.get(path).status_code == 200
    assert len(five) == len(one) <= 45


@pytest.fixture
def crowded(ada, ben, cyn, show):
    """So many more of everything."""

    def more(number: int) -> None:
        for _ in range(number):
            show(ada)
            say(new_work(ada), ben)
            asked(ben, ada)
            new_submission(new_exhibition(ada, status="jurying"), cyn)
            new_juror(new_exhibition(ben, status="jurying"), ada)
            new_submission(new_exhibition(cyn), ada)
        set_follow(artist_id=ada.pk, by=cyn, following=True)

    return more
