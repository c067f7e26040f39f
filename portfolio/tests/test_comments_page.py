"""The page of what is said below a work, and writing there; without script."""

import pytest

from gallery.models import Artwork
from gallery.tests.works import new_work
from portfolio.tests.talking import post, said, say
from social.actions.blocks import set_block
from social.models import Comment


@pytest.fixture
def work(ada):
    return new_work(ada, "Harbour")


@pytest.fixture
def path(work):
    return f"/artworks/{work.pk}/comments"


def test_it_stands_by_itself(read, visitor, ben, work, path):
    say(work, ben)
    page = read(visitor, path)
    assert page.one("h1").text == "Comments on Harbour"
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{path}"
    assert page.one("a", href="/@ada").text == "ada"
    assert said(page) == ["Fine light."]


def test_where_nothing_is_said_it_says_so(read, visitor, path):
    assert "Nobody has said anything here yet." in read(visitor, path).text


def test_on_a_thread_by_itself_one_answers_what_is_there(read, client_of, ben, work, path):
    top = say(work, ben)
    page = read(client_of(ben), f"{path}?parent={top.pk}")
    assert not page.all("textarea")
    (answer,) = [each["href"] for each in page.all("a") if each.text.startswith("Answer")]
    assert read(client_of(ben), path + answer.partition("#")[0]).one("textarea", name="comment_text")


@pytest.mark.parametrize("query", ["", "?cursor=x", "?parent=x"])
def test_an_address_that_means_nothing_begins_at_the_beginning(read, visitor, ben, work, path, query):
    say(work, ben)
    assert said(read(visitor, path + query)) == ["Fine light."]


def test_a_thread_of_another_work_is_not_there(visitor, ada, ben, work, path):
    elsewhere = say(new_work(ada), ben)
    assert visitor.get(f"{path}?parent={elsewhere.pk}").status_code == 404


def test_a_comment_is_written_and_leads_to_itself(read, client_of, ben, work, path):
    bens = client_of(ben)
    answer = post(bens, path, comment_text="Fine light.")
    comment = Comment.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/artworks/{work.pk}#comment-{comment.pk}")
    assert (comment.commenter, comment.artwork_id) == (ben, work.pk)


def test_an_answer_is_written_below_what_it_answers(client_of, ada, ben, work, path):
    top = say(work, ben)
    post(client_of(ada), path, comment_text="Thank you.", parent_comment_id=top.pk)
    assert Comment.objects.get(comment_text="Thank you.").parent == top


@pytest.mark.parametrize(("text", "words"), [(" \n", "Please write something."), ("x" * 5001, "at most 5000")])
def test_what_is_wrong_is_told_beside_the_field_and_what_was_typed_is_kept(client_of, ben, path, text, words):
    answer = post(client_of(ben), path, comment_text=text)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert words in html
    assert 'aria-invalid="true"' in html
    assert text.strip() in html
    assert not Comment.objects.exists()


def test_what_answered_something_that_went_is_kept_too(read, client_of, ben, path):
    gone = "018f0000-0000-7000-8000-000000000000"
    html = post(client_of(ben), path, comment_text="Where are you?", parent_comment_id=gone).content.decode()
    assert "There is no such comment here." in html
    assert "Where are you?" in html


def test_a_visitor_is_led_to_sign_in(visitor, work, path):
    assert post(visitor, path, comment_text="Hello").headers["Location"] == f"/login?next=/artworks/{work.pk}"
    assert not Comment.objects.exists()


def test_who_is_blocked_and_where_comments_are_closed_reads_so_above_the_words(client_of, ada, ben, cyn, work, path):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    assert "You have been blocked from this." in post(client_of(ben), path, comment_text="Hello").content.decode()
    Artwork.objects.update(comments_open=False)
    closed = post(client_of(cyn), path, comment_text="Hello")
    assert closed.status_code == 200
    assert "Comments are closed." in closed.content.decode()
    assert not Comment.objects.exists()


def test_what_one_may_not_see_is_not_there(client_of, ada, ben):
    draft = new_work(ada, status="draft")
    path = f"/artworks/{draft.pk}/comments"
    assert client_of(ben).get(path).status_code == 404
    assert post(client_of(ben), path, comment_text="Hello").status_code == 404


def test_who_writes_too_much_reads_when_to_come_back_and_keeps_their_words(settings, client_of, ben, path):
    settings.RATE_LIMITS = {"comment": (1, 60)}
    bens = client_of(ben)
    post(bens, path, comment_text="One")
    answer = post(bens, path, comment_text="Two")
    assert answer.status_code == 429
    assert "Try again in" in answer.content.decode()
    assert "Two" in answer.content.decode()


def test_below_a_mature_work_one_arrives_where_it_is_shown(client_of, ada, ben):
    work = new_work(ada, is_mature=True)
    answer = post(client_of(ben), f"/artworks/{work.pk}/comments", comment_text="Hello")
    assert answer.headers["Location"].startswith(f"/artworks/{work.pk}?show=mature#comment-")


@pytest.mark.parametrize("number", [1, 3, 26])
@pytest.mark.parametrize("is_thread", [False, True])
def test_it_costs_the_same_number_of_queries(
    django_assert_max_num_queries, client_of, ben, cyn, work, path, number, is_thread
):
    top = say(work, ben)
    for each in range(number):
        say(work, cyn, f"Number {each}", to=top if is_thread else None)
    cyns = client_of(cyn)
    with django_assert_max_num_queries(10):
        cyns.get(f"{path}?parent={top.pk}" if is_thread else path)
