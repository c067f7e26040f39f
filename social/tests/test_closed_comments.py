"""Works below which nothing more is said, and people who are kept away."""

import pytest

from gallery.actions.artworks import change_artwork
from gallery.tests.library import codes
from gallery.tests.works import new_work
from social.actions.blocks import set_block
from social.actions.comments import write_comment
from social.models import Comment
from social.tests.conversing import heard, say, texts


@pytest.fixture
def work(ada):
    return new_work(ada)


@pytest.fixture
def comment(ben, work):
    return write_comment(artwork_id=work.pk, by=ben, comment_text="thread")


@pytest.mark.parametrize("name", ["ada", "ben", "cyn", "mo"])
def test_closed_comments_are_closed_for_everyone(request, ada, client_of, work, comment, name):
    change_artwork(artwork=work, by=ada, comments_open=False)
    client = client_of(request.getfixturevalue(name))
    for answer in (say(client, work), say(client, work, below=comment)):
        assert (answer.status_code, codes(answer)) == (409, {None: "comments_closed"})
    assert Comment.objects.count() == 1


def test_what_was_said_before_stays_and_may_be_mended_and_deleted(ada, ben, client_of, visitor, work, comment):
    change_artwork(artwork=work, by=ada, comments_open=False)
    assert texts(heard(visitor, work)["results"]) == ["thread"]
    client = client_of(ben)
    assert client.put(f"/api/comments/{comment.pk}", {"comment_text": "mended"}).status_code == 200
    assert client.delete(f"/api/comments/{comment.pk}").status_code == 200


def test_opened_again_they_are_open(ada, ben, client_of, work):
    change_artwork(artwork=work, by=ada, comments_open=False)
    change_artwork(artwork=work, by=ada, comments_open=True)
    assert say(client_of(ben), work).status_code == 201


def test_whom_the_artist_keeps_away_says_nothing_there(ada, ben, cyn, client_of, work, comment):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    client = client_of(ben)
    for answer in (
        say(client, work),
        say(client, work, below=comment),
        client.put(f"/api/comments/{comment.pk}", {"comment_text": "mended"}),
    ):
        assert (answer.status_code, codes(answer)) == (403, {None: "blocked"})
    assert say(client, new_work(cyn)).status_code == 201
    assert client.delete(f"/api/comments/{comment.pk}").status_code == 200


def test_whom_an_author_keeps_away_does_not_answer_them(ben, cyn, client_of, work, comment):
    set_block(artist_id=cyn.pk, by=ben, blocked=True)
    answer = say(client_of(cyn), work, below=comment)
    assert (answer.status_code, codes(answer)) == (403, {None: "blocked"})
    assert say(client_of(cyn), work).status_code == 201
    set_block(artist_id=cyn.pk, by=ben, blocked=False)
    assert say(client_of(cyn), work, below=comment).status_code == 201


def test_who_keeps_others_away_may_answer_them(ben, cyn, client_of, work, comment):
    set_block(artist_id=ben.pk, by=cyn, blocked=True)
    assert say(client_of(cyn), work, below=comment).status_code == 201
