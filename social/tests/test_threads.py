"""What is said below a work, told in threads."""

import pytest

from gallery.tests.library import codes
from gallery.tests.works import new_work
from social.actions.comments import write_comment
from social.actions.threads import set_comment_hidden, settle
from social.models import Comment, CommentLineage
from social.tests.conversing import heard, is_true, texts
from social.threads import tell_below, tell_threads

NOWHERE = "01890000-0000-7000-8000-000000000000"


@pytest.fixture
def work(ada):
    return new_work(ada)


@pytest.fixture
def speak(ben, work):
    """`speak("text", above)`: a comment of ben's."""

    def write(text, above=None):
        return write_comment(artwork_id=work.pk, by=ben, comment_text=text, parent_id=above and above.pk)

    return write


def many(work, by, *, threads, replies):
    """So many threads with so many replies each, in alternating depth, in few statements."""
    tops = [
        Comment(artwork=work, commenter=by, comment_text=f"thread {turn}", is_live=False) for turn in range(threads)
    ]
    Comment.objects.bulk_create(tops)
    below, lineage = [], []
    for top in tops:
        last = top
        for turn in range(replies):
            reply = Comment(artwork=work, commenter=by, parent=last, comment_text=f"reply {turn}", is_live=False)
            lineage += [CommentLineage(comment=reply, above=above) for above in {top, last}]
            last = top if last is not top else reply
            below.append(reply)
    Comment.objects.bulk_create(below)
    CommentLineage.objects.bulk_create(lineage)
    settle([comment.pk for comment in [*tops, *below]])
    return tops


def test_threads_come_newest_first_and_answers_oldest_first(visitor, work, speak):
    first = speak("first")
    speak("second")
    answer = speak("answer", first)
    speak("answer to the answer", answer)
    speak("another answer", first)
    told = heard(visitor, work)
    assert (told["count"], told["comment_count"], texts(told["results"])) == (2, 5, ["second", "first"])
    below = told["results"][1]
    assert texts(below["replies"]) == ["answer", "answer to the answer", "another answer"]
    assert [each["parent_comment_id"] for each in below["replies"]] == [str(first.pk), str(answer.pk), str(first.pk)]
    assert (below["reply_count"], [each["reply_count"] for each in below["replies"]]) == (3, [1, 0, 0])
    assert told["results"][0]["replies"] == []


def test_with_each_thread_come_the_first_twenty_below(ada, visitor, work):
    for replies, more in ((21, True), (20, False)):
        many(work, ada, threads=1, replies=replies)
        told = heard(visitor, work)["results"][0]
        assert texts(told["replies"]) == [f"reply {turn}" for turn in range(20)]
        assert (told["reply_count"], told["has_more_replies"]) == (replies, more)


@pytest.mark.parametrize("way", ["page", "cursor"])
def test_all_threads_are_walked_once(ada, visitor, work, way):
    many(work, ada, threads=7, replies=1)
    page = heard(visitor, work, page_size=3, **({"cursor": ""} if way == "cursor" else {}))
    seen = texts(page["results"])
    while page["next"]:
        page = visitor.get(page["next"]).json()
        seen += texts(page["results"])
        assert page["comment_count"] == 14
    assert seen == [f"thread {turn}" for turn in reversed(range(7))]


@pytest.mark.parametrize("way", ["page", "cursor"])
def test_all_below_a_comment_is_walked_oldest_first(ada, visitor, work, way):
    top = many(work, ada, threads=2, replies=8)[0]
    page = heard(visitor, work, parent=top.pk, page_size=3, **({"cursor": ""} if way == "cursor" else {}))
    seen = texts(page["results"])
    while page["next"]:
        page = visitor.get(page["next"]).json()
        seen += texts(page["results"])
    assert seen == [f"reply {turn}" for turn in range(8)]
    assert "replies" not in page["results"][0]
    if way == "cursor":
        assert texts(visitor.get(page["previous"]).json()["results"]) == ["reply 3", "reply 4", "reply 5"]


def test_below_an_answer_is_what_answers_it(visitor, work, speak):
    answer = speak("answer", speak("thread"))
    speak("below", answer)
    assert texts(heard(visitor, work, parent=answer.pk)["results"]) == ["below"]


def test_below_what_is_not_here_there_is_nothing(ada, visitor, work, speak):
    thread = speak("thread")
    speak("answer", thread)
    other = new_work(ada)
    for where, parent in ((other, thread.pk), (work, NOWHERE)):
        assert heard(visitor, where, parent=parent)["results"] == []
    answer = visitor.get(f"/api/artworks/{work.pk}/comments?parent=none")
    assert (answer.status_code, codes(answer)) == (400, {"parent": "invalid"})
    assert texts(heard(visitor, work, parent="")["results"]) == ["thread"]


def test_each_is_told_what_they_may_do(ada, ben, cyn, mo, visitor, client_of, work, speak):
    speak("thread")
    told = {}
    for name, client in [("visitor", visitor)] + [(who.username, client_of(who)) for who in (ada, ben, cyn, mo)]:
        comment = heard(client, work)["results"][0]
        told[name] = (comment["can_edit"], comment["can_delete"])
    no, delete = (False, False), (False, True)
    assert told == {"visitor": no, "cyn": no, "ben": (True, True), "ada": delete, "moe": delete}


@pytest.mark.parametrize("query", [{}, {"cursor": ""}])
def test_any_number_of_threads_and_answers_costs_as_many_queries(ada, visitor, work, query, django_assert_num_queries):
    wanted = 4 if "cursor" in query else 5
    for threads, replies in ((1, 1), (2, 3), (97, 30)):
        many(work, ada, threads=threads, replies=replies)
        with django_assert_num_queries(wanted):
            assert heard(visitor, work, page_size=100, **query)["results"]


def test_any_number_of_answers_costs_as_many_queries(ada, visitor, work, django_assert_num_queries):
    for replies in (1, 3, 100):
        top = many(work, ada, threads=1, replies=replies)[0]
        with django_assert_num_queries(4):
            assert len(heard(visitor, work, parent=top.pk, page_size=100)["results"]) == replies


def test_pages_are_told_the_same_by_functions(ada, work, django_assert_num_queries):
    top = many(work, ada, threads=3, replies=22)[0]
    with django_assert_num_queries(4):
        told = tell_threads(work.pk, viewer=ada, limit=2)
    assert texts(told.comments) == ["thread 2", "thread 1"]
    rest = tell_threads(work.pk, viewer=ada, behind=told.behind, limit=2)
    assert (texts(rest.comments), rest.behind) == (["thread 0"], None)
    with django_assert_num_queries(4):
        below = tell_below(top.pk, viewer=ada)
    assert len(below.comments) == 20
    rest = tell_below(top.pk, viewer=ada, behind=below.behind)
    assert (texts(rest.comments), rest.behind) == (["reply 20", "reply 21"], None)


def test_what_a_moderator_hides_is_no_longer_told_until_shown_again(visitor, client_of, ben, work, speak):
    thread = speak("thread")
    answer = speak("answer", thread)
    set_comment_hidden(comment_id=answer.pk, is_hidden=True)
    told = heard(client_of(ben), work)
    assert (told["comment_count"], told["results"][0]["reply_count"], told["results"][0]["replies"]) == (1, 0, [])
    assert is_true(work)
    set_comment_hidden(comment_id=answer.pk, is_hidden=False)
    assert texts(heard(visitor, work)["results"][0]["replies"]) == ["answer"]
    assert is_true(work)
