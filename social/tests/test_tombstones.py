"""Deleting comments, and what stays of them."""

import pytest

from accounts.actions import delete_account, set_active
from gallery.actions.artworks import delete_artwork
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.comments import remove_comment, write_comment
from social.actions.threads import set_comment_hidden
from social.models import Comment, CommentLineage
from social.tests.conversing import heard, is_true, texts

NOWHERE = "01890000-0000-7000-8000-000000000000"


@pytest.fixture
def work(ada):
    return new_work(ada)


@pytest.fixture
def talk(ada, ben, cyn, work):
    """ben's thread, cyn's answer below it, ada's answer to hers."""
    top = write_comment(artwork_id=work.pk, by=ben, comment_text="thread")
    middle = write_comment(artwork_id=work.pk, by=cyn, comment_text="answer", parent_id=top.pk)
    return top, middle, write_comment(artwork_id=work.pk, by=ada, comment_text="thanks", parent_id=middle.pk)


def delete(client, comment):
    return client.delete(f"/api/comments/{comment.pk}")


def test_a_comment_without_answers_goes(cyn, ada, client_of, work, talk):
    answer = delete(client_of(ada), talk[2])
    assert (answer.status_code, answer.json()) == (200, {"id": str(talk[2].pk), "deleted": True})
    assert not Comment.objects.filter(pk=talk[2].pk).exists()
    assert (Artwork.objects.get(pk=work.pk).comment_count, is_true(work)) == (2, True)


def test_an_answered_one_stays_as_a_tombstone_without_text_and_author(ben, visitor, client_of, work, talk):
    assert delete(client_of(ben), talk[0]).status_code == 200
    told = heard(visitor, work)
    stone = told["results"][0]
    assert (told["comment_count"], stone["is_deleted"], stone["reply_count"]) == (2, True, 2)
    assert (stone["comment_text"], stone["commenter"], stone["edited_at"]) == ("", None, None)
    assert texts(stone["replies"]) == ["answer", "thanks"]
    row = Comment.objects.get(pk=talk[0].pk)
    assert (row.comment_text, row.commenter, is_true(work)) == ("", None, True)


def test_with_the_last_answer_the_tombstones_above_go(ada, ben, cyn, client_of, visitor, work, talk):
    for person, comment in ((ben, talk[0]), (cyn, talk[1])):
        delete(client_of(person), comment)
    assert Comment.objects.count() == 3
    delete(client_of(ada), talk[2])
    assert (Comment.objects.count(), CommentLineage.objects.count()) == (0, 0)
    assert heard(visitor, work)["results"] == []


def test_a_tombstone_with_another_answer_stays(ada, ben, cyn, client_of, work, talk):
    other = write_comment(artwork_id=work.pk, by=ada, comment_text="other", parent_id=talk[0].pk)
    for person, comment in ((ben, talk[0]), (cyn, talk[1]), (ada, talk[2])):
        delete(client_of(person), comment)
    assert set(Comment.objects.values_list("pk", flat=True)) == {talk[0].pk, other.pk}
    assert is_true(work)


@pytest.mark.parametrize(("name", "status"), [("ada", 200), ("ben", 200), ("cyn", 403), ("mo", 200)])
def test_author_artist_and_staff_delete_a_comment(request, client_of, talk, name, status):
    assert delete(client_of(request.getfixturevalue(name)), talk[0]).status_code == status
    assert Comment.objects.get(pk=talk[0].pk).is_deleted == (status == 200)


def test_what_is_deleted_or_was_never_there_is_absent(ben, client_of, talk):
    client = client_of(ben)
    delete(client, talk[0])
    assert delete(client, talk[0]).status_code == 404
    assert client.put(f"/api/comments/{talk[0].pk}", {"comment_text": "again"}).status_code == 404
    assert client.delete(f"/api/comments/{NOWHERE}").status_code == 404
    with pytest.raises(Comment.DoesNotExist):
        remove_comment(comment_id=talk[0].pk)


def test_its_author_deletes_what_a_moderator_has_hidden(ada, cyn, client_of, visitor, work, talk):
    set_comment_hidden(comment_id=talk[1].pk, is_hidden=True)
    stone = heard(visitor, work)["results"][0]["replies"][0]
    assert (stone["is_deleted"], stone["comment_text"], stone["commenter"]) == (True, "", None)
    assert delete(client_of(ada), talk[1]).status_code == 404
    assert delete(client_of(cyn), talk[1]).status_code == 200
    assert is_true(work)


def test_over_a_hidden_answer_a_tombstone_waits(ada, cyn, client_of, visitor, work, talk):
    set_comment_hidden(comment_id=talk[2].pk, is_hidden=True)
    delete(client_of(cyn), talk[1])
    assert heard(visitor, work)["results"][0]["replies"] == []
    set_comment_hidden(comment_id=talk[2].pk, is_hidden=False)
    assert texts(heard(visitor, work)["results"][0]["replies"]) == ["", "thanks"]
    assert is_true(work)


def test_with_an_account_its_comments_go(ada, ben, cyn, visitor, work, talk):
    for index in range(3):
        write_comment(artwork_id=work.pk, by=ben, comment_text=f"leaf {index}", parent_id=talk[2].pk)
    own = new_work(ben)
    write_comment(artwork_id=own.pk, by=cyn, comment_text="below his work")
    delete_account(user=ben, by=ben)
    told = heard(visitor, work)
    assert (told["comment_count"], texts(told["results"])) == (2, [""])
    assert (Comment.objects.count(), is_true(work)) == (3, True)
    for person in (ada, cyn):
        if person == cyn:
            delete_account(user=person, by=person)
    assert is_true(work)


def test_who_is_shut_out_is_not_heard_until_let_in_again(cyn, mo, visitor, work, talk):
    before = heard(visitor, work)
    set_active(user=cyn, is_active=False, by=mo)
    told = heard(visitor, work)
    assert told["comment_count"] == 2
    assert texts(told["results"][0]["replies"]) == ["", "thanks"]
    assert is_true(work)
    set_active(user=cyn, is_active=True, by=mo)
    assert heard(visitor, work) == before
    assert is_true(work)


def test_what_was_deleted_or_hidden_meanwhile_does_not_come_back(ben, cyn, mo, visitor, work, talk):
    set_active(user=cyn, is_active=False, by=mo)
    set_comment_hidden(comment_id=talk[1].pk, is_hidden=True)
    set_active(user=cyn, is_active=True, by=mo)
    assert texts(heard(visitor, work)["results"][0]["replies"]) == ["", "thanks"]
    assert is_true(work)


def test_with_a_work_its_comments_go(ada, work, talk):
    delete_artwork(artwork=work, by=ada)
    assert (Comment.objects.count(), CommentLineage.objects.count()) == (0, 0)
