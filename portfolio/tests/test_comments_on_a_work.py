"""What is said below a work, as its page shows it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.models import Artwork
from gallery.tests.works import new_work
from portfolio.tests.talking import post, said, say
from social.actions.comments import delete_comment, edit_comment
from social.threads import FIRST


@pytest.fixture
def work(ada):
    return new_work(ada, "Harbour")


def page_of(read, client, work, query=""):
    return read(client, f"/artworks/{work.pk}{query}")


def test_threads_come_newest_first_and_their_answers_oldest_first(read, visitor, ada, ben, cyn, work):
    first = say(work, ben, "First")
    say(work, cyn, "Second")
    say(work, ada, "Answer", to=first)
    say(work, cyn, "Another", to=first)
    page = page_of(read, visitor, work)
    assert said(page) == ["Second", "First", "Answer", "Another"]
    assert page.one("h2", id="comments-heading").text == "4 comments"
    assert [each["id"] for each in page.all("article", **{"class": "comment"})][1] == f"comment-{first.pk}"


def test_an_answer_deeper_down_says_whom_it_answers(read, visitor, ada, ben, cyn, work):
    top = say(work, ben)
    answer = say(work, ada, "Thank you.", to=top)
    say(work, cyn, "Why?", to=answer)
    link = page_of(read, visitor, work).one("a", href=f"#comment-{answer.pk}")
    assert link.text == "answering @ada"


def test_each_is_named_by_who_says_it(read, visitor, ben, work):
    comment = say(work, ben)
    page = page_of(read, visitor, work)
    named_by = page.one("article", id=f"comment-{comment.pk}")["aria-labelledby"]
    assert page.one("a", id=named_by).text == "ben"


@pytest.mark.parametrize(("is_deleted", "words"), [(False, "to ben"), (True, "to a deleted comment")])
def test_the_way_to_all_answers_says_to_whom(read, visitor, ada, ben, work, is_deleted, words):
    top = say(work, ben)
    for each in range(FIRST + 1):
        say(work, ada, f"Answer {each}", to=top)
    if is_deleted:
        delete_comment(comment=top, by=ben)
    page = page_of(read, visitor, work)
    assert page.one("a", href=f"/artworks/{work.pk}/comments?parent={top.pk}").text == f"All answers {words}"


def test_text_is_plain_and_its_links_are_safe(read, visitor, ben, ada, work):
    say(work, ben, "<script>alert(1)</script> https://example.org/x and @ada")
    page = page_of(read, visitor, work)
    assert said(page) == ["<script>alert(1)</script> https://example.org/x and @ada"]
    assert page.one("a", href="https://example.org/x")["rel"] == "nofollow ugc noopener"
    assert [link["href"] for link in page.all("a") if link.text == "@ada"] == ["/@ada"]


@pytest.mark.parametrize(("text", "is_folded"), [("Short.", False), ("a\n" * 30, True), ("w" * 1_201, True)])
def test_a_long_text_is_folded_and_all_of_it_is_there(read, visitor, ben, work, text, is_folded):
    say(work, ben, text)
    page = page_of(read, visitor, work)
    assert said(page) == [" ".join(text.split())]
    assert bool(page.all("details", **{"class": "read-on"})) is is_folded


def test_times_are_told_to_programs_and_what_was_edited_says_so(read, visitor, ben, work):
    comment = say(work, ben)
    assert "edited" not in page_of(read, visitor, work).text
    edit_comment(comment=comment, by=ben, comment_text="Finer light.")
    page = page_of(read, visitor, work)
    assert page.one("time")["datetime"].startswith(f"{comment.created_at:%Y-%m-%dT%H:%M}")
    assert page.one("span", title=page.one("time").text).text == "edited"


def test_what_was_deleted_stands_as_a_tombstone_over_its_answers(read, visitor, ada, ben, work):
    comment = say(work, ben, "Secret")
    say(work, ada, "Answer", to=comment)
    delete_comment(comment=comment, by=ben)
    page = page_of(read, visitor, work)
    assert "This comment was deleted." in page.text
    assert said(page) == ["Answer"]
    assert not page.one("article", id=f"comment-{comment.pk}").attributes.get("aria-labelledby")
    assert "ben" not in page.one("ol", **{"class": "threads"}).text


def test_everyone_is_offered_what_they_may_do(read, client_of, visitor, ada, ben, cyn, work):
    comment = say(work, ben)
    ways = {}
    for name, client in {"ada": client_of(ada), "ben": client_of(ben), "cyn": client_of(cyn)}.items():
        page = page_of(read, client, work)
        ways[name] = [each.text for each in page.all("a", **{"class": "quiet-way"}) if str(work.pk) not in each["href"]]
        assert bool(page.all("a", href=f"/report/comment/{comment.pk}")) == (name != "ben")
    assert ways == {
        "ada": ["Answer ben", "Delete the comment by ben", "Report the comment by ben"],
        "ben": ["Answer ben", "Edit your comment", "Delete your comment"],
        "cyn": ["Answer ben", "Report the comment by ben"],
    }
    assert not page_of(read, visitor, work).all("p", **{"class": "comment-ways"})


@pytest.mark.parametrize("query", ["", "?reply={}"])
def test_a_visitor_is_led_to_sign_in(read, visitor, ben, work, query):
    page = page_of(read, visitor, work, query.format(say(work, ben).pk))
    assert not page.all("textarea")
    (link,) = [each for each in page.all("a") if each.text == "Sign in to comment"]
    assert link["href"].startswith(f"/login?next=%2Fartworks%2F{work.pk}")


def test_the_form_stands_below_what_is_answered(read, client_of, ben, cyn, work):
    comment = say(work, ben)
    page = page_of(read, client_of(cyn), work, f"?reply={comment.pk}&show=mature")
    assert page.one("input", name="parent_comment_id")["value"] == str(comment.pk)
    assert "Your answer to @ben" in page.one("article", id=f"comment-{comment.pk}").text
    assert [each["href"] for each in page.all("a") if each.text == "Do not answer"] == [
        f"?show=mature#comment-{comment.pk}"
    ]
    for other in ("?reply=x", f"?reply={work.pk}"):
        assert "Your comment" in page_of(read, client_of(cyn), work, other).text


def test_ten_threads_hang_here_and_a_link_leads_to_the_rest(read, visitor, ben, work):
    comments = [say(work, ben, f"Number {number}") for number in range(12)]
    page = page_of(read, visitor, work)
    assert said(page) == [f"Number {number}" for number in range(11, 1, -1)]
    (link,) = [each["href"] for each in page.all("a") if each.text == "More comments"]
    assert link == f"/artworks/{work.pk}/comments?cursor={comments[2].pk}"
    assert said(read(visitor, link)) == ["Number 1", "Number 0"]


def test_its_artist_closes_the_comments_and_opens_them_again(read, client_of, ada, ben, work):
    adas, path = client_of(ada), f"/artworks/{work.pk}/comments/open"
    say(work, ben)
    assert page_of(read, adas, work).one("button", name="comments_open").text == "Close the comments"
    assert post(adas, path, comments_open="false").headers["Location"] == f"/artworks/{work.pk}#comments"
    page = page_of(read, client_of(ben), work)
    assert "Comments are closed." in page.text
    assert said(page) == ["Fine light."]
    assert not page.all("textarea")
    assert not [each for each in page.all("a") if each.text.startswith("Answer")]
    post(adas, path, comments_open="true")
    assert page_of(read, client_of(ben), work).all("textarea")


def test_others_close_nothing(client_of, visitor, ben, work):
    path = f"/artworks/{work.pk}/comments/open"
    assert post(client_of(ben), path, comments_open="false").status_code == 403
    assert post(visitor, path, comments_open="false").status_code == 302
    assert Artwork.objects.get(pk=work.pk).comments_open


@pytest.mark.parametrize("path", ["/artworks/{}", "/artworks/{}/comments"])
def test_below_a_veiled_work_nothing_is_said_until_it_is_shown(read, visitor, ada, ben, path):
    work = new_work(ada, "Nude", is_mature=True)
    say(work, ben, "Bare.")
    assert said(read(visitor, path.format(work.pk))) == []
    assert said(read(visitor, f"{path.format(work.pk)}?show=mature")) == ["Bare."]


def queries_of(client, path):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("answers", [0, 1, 3, 25])
def test_a_page_costs_five_queries_more_at_most_whatever_is_said(client_of, ada, ben, cyn, work, answers):
    cyns, path = client_of(cyn), f"/artworks/{work.pk}"
    queries_of(cyns, path)
    silent = queries_of(cyns, path)
    for number in range(3):
        top = say(work, (ada, ben)[number % 2], f"Number {number}")
        for each in range(answers):
            say(work, (ben, cyn)[each % 2], f"Answer {each}", to=top)
    assert queries_of(cyns, path) - silent == 5
