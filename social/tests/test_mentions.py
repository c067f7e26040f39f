"""Who is called in a comment, and who is told of it."""

import pytest

from accounts.actions import delete_account, set_active
from conftest import person
from gallery.tests.works import new_work
from social.actions.blocks import set_block
from social.actions.comments import delete_comment, edit_comment, write_comment
from social.actions.threads import set_comment_hidden
from social.mentions import mentioned_in
from social.models import Cause, Notification


@pytest.fixture
def work(ada):
    return new_work(ada)


def told():
    """Who is told what, as {name: [kind, …]}."""
    found = {}
    for name, kind in Cause.objects.filter(is_standing=True).values_list("recipient__username", "notification__kind"):
        found.setdefault(name, []).append(kind)
    return {name: sorted(kinds) for name, kinds in found.items()}


def write(work, by, text="Hello", parent=None):
    return write_comment(artwork_id=work.pk, by=by, comment_text=text, parent_id=parent and parent.pk)


def test_names_are_found_whatever_their_case_in_their_order_and_once(ada, ben):
    assert mentioned_in("@Ben, and @ADA. And @ben again; @nobody, cyn@ada.example, @ada@example.org") == [ben, ada]


def test_of_many_ten_are_called(db, django_assert_num_queries):
    crowd = [person(f"person{turn}") for turn in range(12)]
    with django_assert_num_queries(1):
        assert mentioned_in(" ".join(f"@{each.username}" for each in crowd)) == crowd[:10]
    with django_assert_num_queries(0):
        assert mentioned_in("Nobody here") == []


def test_who_is_shut_out_is_not_called(ben, mo):
    set_active(user=ben, is_active=False, by=mo)
    assert mentioned_in("@ben") == []


def test_the_artist_is_told_of_a_comment_and_the_author_above_of_an_answer(ada, ben, cyn, work):
    write(work, cyn, parent=write(work, ben))
    assert told() == {"ada": ["comment", "comment"], "ben": ["reply"]}


def test_an_artist_who_is_answered_is_told_of_the_answer_alone(ada, ben, work):
    write(work, ben, parent=write(work, ada))
    assert told() == {"ada": ["reply"]}


def test_nobody_is_told_of_what_they_do_themselves(ada, ben, work):
    write(work, ada, "I, @ada", parent=write(work, ada, "Mine"))
    assert told() == {}


def test_who_is_called_is_told_unless_they_are_told_of_it_already(ada, ben, cyn, work):
    write(work, cyn, "@ada @ben @cyn, look", parent=write(work, ben))
    write(work, cyn, "@ben, here")
    assert told() == {"ada": ["comment", "comment", "comment"], "ben": ["mention", "reply"]}


def test_who_may_not_see_the_work_is_not_called_to_it(ada, ben):
    write(new_work(ada, status="draft"), ada, "@ben, wait")
    assert told() == {}


def test_who_keeps_somebody_away_is_not_called_by_them(ben, cyn, work):
    set_block(artist_id=cyn.pk, by=ben, blocked=True)
    write(work, cyn, "@ben!")
    assert told() == {"ada": ["comment"]}


def test_other_words_call_others(ada, ben, cyn, mo, work):
    comment = write(work, ada, "@ben and @cyn")
    edit_comment(comment=comment, by=ada, comment_text="@cyn and @moe")
    assert told() == {"cyn": ["mention"], "moe": ["mention"]}
    edit_comment(comment=comment, by=ada, comment_text="@ben")
    assert told() == {"ben": ["mention"]}


def test_who_is_still_called_keeps_what_they_have_read(ada, ben, cyn, work):
    comment = write(work, ada, "@ben and @cyn")
    Notification.objects.filter(recipient=ben).update(read_at="2026-01-01T00:00Z")
    edit_comment(comment=comment, by=ada, comment_text="@ben")
    assert told() == {"ben": ["mention"]}
    assert not Notification.objects.filter(recipient=ben, read_at=None).exists()


@pytest.mark.parametrize("way", ["deleted", "hidden", "account deleted"])
def test_what_is_gone_is_no_longer_told(ada, ben, cyn, work, way):
    comment = write(work, cyn, "@moe @ada @ben", parent=write(work, ben))
    assert told() == {"ada": ["comment", "comment"], "ben": ["reply"]}
    if way == "deleted":
        delete_comment(comment=comment, by=ada)
    elif way == "hidden":
        set_comment_hidden(comment_id=comment.pk, is_hidden=True)
    else:
        delete_account(user=cyn, by=cyn)
    assert told() == {"ada": ["comment"]}


def test_what_is_shown_again_is_not_told_again(ben, work):
    comment = write(work, ben)
    for is_hidden in (True, False):
        set_comment_hidden(comment_id=comment.pk, is_hidden=is_hidden)
    assert told() == {}
