"""Writing comments, mending them, and who may."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.actions import set_active
from gallery.actions.artworks import change_artwork
from gallery.models import Artwork
from gallery.tests.library import codes
from gallery.tests.works import new_work
from social.actions.comments import write_comment
from social.models import Comment
from social.tests.conversing import counts, heard, is_true, say

NOWHERE = "01890000-0000-7000-8000-000000000000"


@pytest.fixture
def work(ada):
    return new_work(ada)


@pytest.fixture
def comment(ben, work):
    return write_comment(artwork_id=work.pk, by=ben, comment_text="A fine blue.")


def change(client, comment, text="A fine green."):
    return client.put(f"/api/comments/{comment.pk}", {"comment_text": text})


@pytest.mark.parametrize("form", ["json", "multipart"])
def test_a_comment_is_told_as_it_was_written(ben, client_of, work, form):
    answer = client_of(ben).post(f"/api/artworks/{work.pk}/comment", {"comment_text": "  A fine\nblue. "}, format=form)
    assert answer.status_code == 201, answer.content
    told = answer.json()
    made = Comment.objects.get()
    assert told.pop("created_at").endswith("Z")
    assert told == {
        "id": str(made.pk),
        "artwork_id": str(work.pk),
        "commenter": {"id": str(ben.pk), "username": "ben", "artist_name": "ben"},
        "comment_text": "A fine\nblue.",
        "parent_comment_id": None,
        "reply_count": 0,
        "edited_at": None,
        "is_deleted": False,
        "can_edit": True,
        "can_delete": True,
    }


def test_an_answer_counts_for_everything_above_it(ada, ben, client_of, work, comment):
    answer = say(client_of(ada), work, "Thank you.", below=comment).json()
    assert answer["parent_comment_id"] == str(comment.pk)
    say(client_of(ben), work, "Really.", below=answer["id"])
    assert counts(work) == (3, {"A fine blue.": 2, "Thank you.": 1, "Really.": 0})
    assert is_true(work)


def test_a_comment_makes_a_work_more_popular_and_no_newer(ben, client_of, work):
    before = Artwork.objects.get(pk=work.pk)
    say(client_of(ben), work)
    after = Artwork.objects.get(pk=work.pk)
    assert (after.popularity - before.popularity, after.updated_at) == (10, before.updated_at)


def test_a_visitor_writes_mends_and_deletes_nothing(visitor, work, comment):
    assert say(visitor, work).status_code == 401
    assert change(visitor, comment).status_code == 401
    assert visitor.delete(f"/api/comments/{comment.pk}").status_code == 401


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_what_one_may_not_see_one_cannot_comment_on(ada, ben, client_of, work, comment, hidden):
    change_artwork(artwork=work, by=ada, **hidden)
    ours = client_of(ben)
    assert [say(ours, work).status_code, change(ours, comment).status_code] == [404, 404]
    assert ours.delete(f"/api/comments/{comment.pk}").status_code == 404
    assert say(client_of(ada), work).status_code == 201
    assert ours.post(f"/api/artworks/{NOWHERE}/comment", {"comment_text": "Hello"}).status_code == 404


@pytest.mark.parametrize(
    ("parent", "code"), [("none", "invalid"), (1.5, "invalid"), ([], "invalid"), (NOWHERE, "does_not_exist")]
)
def test_what_is_no_comment_cannot_be_answered(ben, client_of, work, parent, code):
    answer = say(client_of(ben), work, parent_comment_id=parent)
    assert (answer.status_code, codes(answer)) == (400, {"parent_comment_id": code})
    assert not Comment.objects.exists()


@pytest.mark.parametrize("change", [{"is_hidden": True, "is_live": False}, {"is_deleted": True, "is_live": False}])
def test_neither_a_tombstone_nor_what_is_hidden_is_answered(ben, client_of, work, comment, change):
    Comment.objects.update(**change)
    answer = say(client_of(ben), work, below=comment)
    assert (answer.status_code, codes(answer)) == (400, {"parent_comment_id": "does_not_exist"})


def test_a_comment_of_another_work_is_not_answered_here(ada, ben, client_of, comment):
    answer = say(client_of(ben), new_work(ada), below=comment)
    assert (answer.status_code, codes(answer)) == (400, {"parent_comment_id": "does_not_exist"})


def test_answers_end_at_a_depth_of_fifty(ben, client_of, work, comment):
    above = comment
    for turn in range(50):
        above = write_comment(artwork_id=work.pk, by=ben, comment_text=f"Answer {turn}", parent_id=above.pk)
    assert above.depth == 50
    answer = say(client_of(ben), work, below=above)
    assert (answer.status_code, codes(answer)) == (400, {"parent_comment_id": "too_deep"})
    assert is_true(work)


def test_the_same_words_sent_twice_are_one_comment(ben, cyn, client_of, work):
    first, again = say(client_of(ben), work).json(), say(client_of(ben), work).json()
    assert first == again
    say(client_of(cyn), work)
    say(client_of(ben), work, below=first["id"])
    assert Artwork.objects.get(pk=work.pk).comment_count == 3
    Comment.objects.update(created_at=timezone.now() - timedelta(seconds=31))
    assert say(client_of(ben), work).json()["id"] != first["id"]


def test_its_author_gives_a_comment_other_words(ben, client_of, work, comment):
    answer = change(client_of(ben), comment)
    assert (answer.status_code, answer.json()["comment_text"]) == (200, "A fine green.")
    assert answer.json()["edited_at"] >= answer.json()["created_at"]
    assert heard(client_of(ben), work)["results"][0]["comment_text"] == "A fine green."


def test_patch_is_as_put_and_what_is_not_sent_stays(ben, cyn, client_of, comment):
    path = f"/api/comments/{comment.pk}"
    answer = client_of(ben).patch(path, {"comment_text": "A fine green."})
    assert (answer.status_code, answer.json()["comment_text"]) == (200, "A fine green.")
    for method in ("put", "patch"):
        assert getattr(client_of(ben), method)(path, {}).json() == answer.json()
        assert getattr(client_of(cyn), method)(path, {}).status_code == 403


def test_the_same_words_again_are_no_change(ben, client_of, comment):
    assert change(client_of(ben), comment, "A fine blue.").json()["edited_at"] is None


def test_nobody_else_gives_it_other_words(ada, cyn, mo, client_of, comment):
    for person in (ada, cyn, mo):
        assert change(client_of(person), comment).status_code == 403
    assert Comment.objects.get().comment_text == "A fine blue."


def test_a_hidden_comment_keeps_its_words(ben, cyn, client_of, comment):
    Comment.objects.update(is_hidden=True, is_live=False)
    answer = change(client_of(ben), comment)
    assert (answer.status_code, codes(answer)) == (409, {None: "comment_hidden"})
    assert change(client_of(cyn), comment).status_code == 404


def test_who_is_shut_out_writes_and_mends_nothing(ben, mo, client_of, work, comment):
    client = client_of(ben)
    set_active(user=ben, is_active=False, by=mo)
    assert [say(client, work).status_code, change(client, comment).status_code] == [401, 401]


def test_comments_are_spent_as_the_site_allows(ben, client_of, work, comment, settings):
    settings.RATE_LIMITS = {"comment": (2, 3600)}
    client = client_of(ben)
    assert [say(client, work).status_code, change(client, comment).status_code] == [201, 200]
    answer = say(client, work, "More.")
    assert (answer.status_code, int(answer.headers["Retry-After"]) > 0) == (429, True)
    assert client.delete(f"/api/comments/{comment.pk}").status_code == 200
