"""Writing, deleting and hiding by many at the same time."""

import pytest

from accounts.actions import delete_account, set_active
from accounts.exceptions import Refused
from accounts.models import User
from conftest import person
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.comments import delete_comment, write_comment
from social.actions.likes import set_like
from social.actions.threads import set_comment_hidden
from social.models import Comment
from social.tests.conversing import is_true

pytestmark = pytest.mark.django_db(transaction=True)

THREADS, EACH = 8, 6


def say(work, by, text, above=None):
    return write_comment(artwork_id=work.pk, by=by, comment_text=text, parent_id=above and above.pk)


def leave(someone):
    """With a row of their own: what goes loses its id, which the others still ask by."""
    there = User.objects.get(pk=someone.pk)
    delete_account(user=there, by=there)


def faults(answers):
    return [answer for answer in answers if isinstance(answer, Exception)]


def test_dozens_of_answers_at_once_are_counted_exactly(ada, at_once):
    work, crowd = new_work(ada), [person(f"person{index}") for index in range(THREADS)]
    top = say(work, ada, "thread")

    def talk(index):
        last = top
        for turn in range(EACH):
            last = say(work, crowd[index], f"{index} {turn}", last if turn % 3 else top)

    assert faults(at_once(THREADS, talk)) == []
    assert Artwork.objects.get(pk=work.pk).comment_count == THREADS * EACH + 1
    assert (Comment.objects.get(pk=top.pk).reply_count, is_true(work)) == (THREADS * EACH, True)


def test_writing_deleting_and_hiding_at_once_leave_everything_true(ada, ben, at_once):
    work, crowd = new_work(ada), [person(f"person{index}") for index in range(THREADS)]
    top = say(work, ben, "thread")
    middle = [say(work, each, "answer", top) for each in crowd]

    def deed(index):
        if index % 3 == 0:
            delete_comment(comment=Comment.objects.select_related("artwork").get(pk=middle[index].pk), by=ada)
        elif index % 3 == 1:
            set_comment_hidden(comment_id=middle[index].pk, is_hidden=True)
        for turn in range(3):
            leaf = say(work, crowd[index], f"leaf {turn}", top)
            if turn:
                delete_comment(comment=leaf, by=crowd[index])

    assert faults(at_once(THREADS, deed)) == []
    assert is_true(work)


def test_the_same_words_ten_times_at_once_are_one_comment(ada, ben, at_once):
    work = new_work(ada)
    assert len({told.pk for told in at_once(10, lambda _: say(work, ben, "Hello"))}) == 1
    assert Artwork.objects.get(pk=work.pk).comment_count == Comment.objects.count() == 1


def test_an_answer_beside_the_deletion_of_what_it_answers_is_refused_or_stands(ada, ben, cyn, at_once):
    work = new_work(ada)
    for _ in range(5):
        top = say(work, ben, "thread")
        at_once(2, lambda index, top=top: delete_comment(comment=top, by=ben) if index else say(work, cyn, "ah", top))
        assert is_true(work)


def test_two_who_talk_below_each_others_works_leave_at_once(ada, ben, cyn, at_once):
    works = [new_work(each) for each in (ada, ben, cyn)]
    for work in works:
        for each in (ada, ben):
            top = say(work, each, "thread")
            say(work, cyn, "answer", top)
            set_like(artwork_id=work.pk, by=each)
    people = [ada, ben]
    assert at_once(2, lambda index: delete_account(user=people[index], by=people[index])) == [None, None]
    left = works[2]
    assert (Artwork.objects.get().comment_count, Comment.objects.count(), is_true(left)) == (2, 4, True)


def test_comments_and_likes_beside_their_authors_leaving_leave_no_trace(ada, ben, cyn, at_once):
    work = new_work(ada)
    top = say(work, cyn, "thread")

    def deed(index):
        if index == 0:
            leave(ben)
        elif index % 2:
            say(work, ben, f"answer {index}", top)
        else:
            set_like(artwork_id=work.pk, by=ben)

    assert [each for each in faults(at_once(6, deed)) if not isinstance(each, Refused)] == []
    assert (Comment.objects.count(), is_true(work)) == (1, True)


def test_an_artist_leaves_beside_comments_on_their_works(ada, ben, cyn, at_once):
    work = new_work(ada)
    top = say(work, cyn, "thread")

    def deed(index):
        if index == 0:
            leave(ada)
        else:
            say(work, ben, f"@cyn {index}", top)

    gone = (Refused, Artwork.DoesNotExist)
    assert [each for each in faults(at_once(6, deed)) if not isinstance(each, gone)] == []
    assert not Comment.objects.exists()


def test_shutting_out_beside_writing_is_exact(ada, ben, mo, at_once):
    work = new_work(ada)

    def deed(index):
        if index == 0:
            set_active(user=ben, is_active=False, by=mo)
        else:
            say(work, ben, f"comment {index}")

    assert [each for each in faults(at_once(6, deed)) if not isinstance(each, Refused)] == []
    assert (Artwork.objects.get(pk=work.pk).comment_count, is_true(work)) == (0, True)
