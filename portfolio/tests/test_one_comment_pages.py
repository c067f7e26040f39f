"""Finding a comment, giving it other words, and deleting it; without script."""

import pytest

from gallery.tests.works import new_work
from portfolio.talking.places import ON_A_PAGE
from portfolio.tests.talking import post, said, say
from social.models import Comment


@pytest.fixture
def work(ada):
    return new_work(ada, "Harbour")


def place(client, comment):
    answer = client.get(f"/comments/{comment.pk}")
    assert answer.status_code == 302
    return answer.headers["Location"]


def test_a_new_comment_is_on_the_page_of_its_work(visitor, ada, ben, work):
    top = say(work, ben)
    answer = say(work, ada, to=top)
    assert place(visitor, top) == f"/artworks/{work.pk}#comment-{top.pk}"
    assert place(visitor, answer) == f"/artworks/{work.pk}#comment-{answer.pk}"


def test_an_old_one_is_on_a_page_behind_and_its_answers_with_it(read, visitor, ada, ben, work):
    old = say(work, ben, "Old")
    answer = say(work, ada, "Answer", to=old)
    for number in range(10):
        say(work, ben, f"Number {number}")
    for comment in (old, answer):
        assert place(visitor, comment).startswith(f"/artworks/{work.pk}/comments?cursor=")
        assert said(read(visitor, place(visitor, comment).partition("#")[0])) == ["Old", "Answer"]


@pytest.mark.parametrize("number", [20, 22, ON_A_PAGE + 6])
def test_a_late_answer_is_on_a_page_of_its_thread(read, visitor, ada, ben, work, number):
    top = say(work, ben, "Top")
    answers = [say(work, ada, f"Answer {each}", to=top) for each in range(number + 1)]
    assert place(visitor, answers[19]).startswith(f"/artworks/{work.pk}#")
    page, _, anchor = place(visitor, answers[number]).partition("#")
    assert f"parent={top.pk}" in page
    assert anchor == f"comment-{answers[number].pk}"
    assert read(visitor, page).one("article", id=anchor)


def test_what_is_below_a_thread_that_is_not_on_the_page_is_named(read, visitor, ada, ben, work):
    top = say(work, ben, "Top")
    answers = [say(work, ada, f"Answer {each}", to=top) for each in range(ON_A_PAGE)]
    deep = say(work, ben, "Deep", to=answers[0])
    page = read(visitor, place(visitor, deep).partition("#")[0])
    assert page.one("a", href=f"/comments/{answers[0].pk}").text == "answering @ada"


def test_its_author_gives_it_other_words(read, client_of, ben, work):
    comment = say(work, ben)
    bens, path = client_of(ben), f"/comments/{comment.pk}/edit"
    assert read(bens, path).one("textarea", name="comment_text").text == "Fine light."
    answer = post(bens, path, comment_text="Finer light.")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/artworks/{work.pk}#comment-{comment.pk}")
    assert said(read(bens, f"/artworks/{work.pk}")) == ["Finer light."]


def test_words_that_are_none_are_told_beside_the_field(client_of, ben, work):
    comment = say(work, ben)
    answer = post(client_of(ben), f"/comments/{comment.pk}/edit", comment_text="  ")
    assert "Please write something." in answer.content.decode()
    assert Comment.objects.get().comment_text == "Fine light."


@pytest.mark.parametrize("who", ["ben", "ada", "mo"])
def test_its_author_the_artist_and_staff_delete_it_after_they_are_asked(read, request, client_of, ben, work, who):
    comment = say(work, ben)
    client, path = client_of(request.getfixturevalue(who)), f"/comments/{comment.pk}/delete"
    page = read(client, path)
    assert "Delete this comment?" in page.text
    assert "Fine light." in page.text
    assert post(client, path).headers["Location"] == f"/artworks/{work.pk}#comments"
    assert not Comment.objects.exists()


def test_an_answer_that_is_deleted_leads_back_to_what_it_answered_and_a_tombstone_to_itself(client_of, ben, cyn, work):
    top = say(work, ben)
    answer = say(work, cyn, "Why?", to=top)
    place = f"/artworks/{work.pk}#comment-{top.pk}"
    assert post(client_of(cyn), f"/comments/{answer.pk}/delete").headers["Location"] == place
    say(work, cyn, "Why?", to=top)
    assert post(client_of(ben), f"/comments/{top.pk}/delete").headers["Location"] == place


@pytest.mark.parametrize(("who", "deed", "status"), [
    ("cyn", "edit", 403), ("cyn", "delete", 403), ("ada", "edit", 403), ("mo", "edit", 403),
])  # fmt: skip
def test_others_do_neither(request, client_of, ben, work, who, deed, status):
    client, path = client_of(request.getfixturevalue(who)), f"/comments/{say(work, ben).pk}/{deed}"
    assert client.get(path).status_code == status
    assert post(client, path, comment_text="Mine.").status_code == status
    assert Comment.objects.get().comment_text == "Fine light."


@pytest.mark.parametrize("deed", ["edit", "delete"])
def test_a_visitor_signs_in_first(visitor, ben, work, deed):
    path = f"/comments/{say(work, ben).pk}/{deed}"
    assert visitor.get(path).headers["Location"] == f"/login?next={path}"


@pytest.mark.parametrize("deed", ["", "/edit", "/delete"])
def test_below_a_work_that_is_hidden_there_is_none(client_of, ada, ben, work, deed):
    comment = say(work, ben)
    type(work).objects.filter(pk=work.pk).update(status="draft", is_public=False)
    assert client_of(ben).get(f"/comments/{comment.pk}{deed}").status_code == 404


def test_one_who_may_see_the_veiled_comes_back_to_where_it_is_shown(client_of, ada, ben):
    comment = say(new_work(ada, is_mature=True), ben)
    bens = client_of(ben)
    assert (
        "?show=mature#comment-" in post(bens, f"/comments/{comment.pk}/edit", comment_text="Yes.").headers["Location"]
    )
    assert post(bens, f"/comments/{comment.pk}/delete").headers["Location"].endswith("?show=mature#comments")
