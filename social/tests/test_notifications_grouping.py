"""Which deeds are one line."""

import pytest

from gallery.tests.works import new_work
from social.models import Cause, Notification
from social.notifying import notify, unread_count, withdraw
from social.tests.telling import crowd, like, texts, told


@pytest.fixture
def work(ada):
    return new_work(ada, "Dune")


@pytest.fixture
def adas(ada, client_of):
    return client_of(ada)


def unlike(work, by):
    withdraw("like", actor_id=by.pk, target_id=work.pk)


def test_likes_of_several_people_are_one_line_while_it_is_unread(adas, ben, cyn, work):
    like(work, ben)
    assert texts(adas) == ["ben liked “Dune”"]
    like(work, cyn)
    assert texts(adas) == ["cyn and 1 other liked “Dune”"]
    for fan in crowd(3):
        like(work, fan)
    (row,) = told(adas)["results"]
    assert (row["text"], row["actor_count"]) == ("fan02 and 4 others liked “Dune”", 5)


def test_once_it_is_read_the_next_like_begins_another_line(adas, ada, ben, cyn, work):
    like(work, ben)
    adas.post("/api/notifications/read", {"all": True})
    like(work, cyn)
    assert texts(adas) == ["cyn liked “Dune”", "ben liked “Dune”"]
    assert unread_count(ada) == 1


def test_a_line_moves_to_the_top_with_each_deed(adas, ada, ben, cyn, work):
    other = new_work(ada, "Harbour")
    for liked, by in ((work, ben), (other, ben), (work, cyn)):
        like(liked, by)
    assert texts(adas) == ["cyn and 1 other liked “Dune”", "ben liked “Harbour”"]


def test_several_comments_of_one_person_count_them_once(adas, ada, ben, work):
    for comment in ("01890000-0000-7000-8000-00000000000a", "01890000-0000-7000-8000-00000000000b"):
        deed = {"target_type": "artwork", "target_id": work.pk, "object_id": comment}
        notify("comment", recipient_id=ada.pk, actor=ben, **deed)
    (row,) = told(adas)["results"]
    assert (row["text"], row["actor_count"]) == ("ben commented on “Dune”", 1)
    assert row["url"].endswith(f"/comments/{comment}")


def test_answers_are_lines_of_their_own(adas, ada, ben, work):
    for comment in ("01890000-0000-7000-8000-00000000000a", "01890000-0000-7000-8000-00000000000b"):
        notify("reply", recipient_id=ada.pk, actor=ben, target_type="artwork", target_id=work.pk, object_id=comment)
    assert texts(adas) == ["ben answered your comment on “Dune”"] * 2


def test_nobody_is_told_of_what_they_did_themselves(adas, ada, work):
    like(work, ada)
    assert (texts(adas), Cause.objects.count()) == ([], 0)


def test_the_same_deed_again_is_told_once(adas, ben, work):
    for _ in range(3):
        like(work, ben)
    assert [row["actor_count"] for row in told(adas)["results"]] == [1]


def test_a_like_that_is_taken_back_leaves_the_line(adas, ben, cyn, work):
    for fan in (ben, cyn):
        like(work, fan)
    first = Notification.objects.get().causes.get(actor=ben).done_at
    unlike(work, cyn)
    assert texts(adas) == ["ben liked “Dune”"]
    assert Notification.objects.get().created_at == first


@pytest.mark.parametrize("is_read", [False, True])
def test_with_its_last_deed_a_line_goes_read_or_not(adas, ben, work, is_read):
    like(work, ben)
    if is_read:
        adas.post("/api/notifications/read", {"all": True})
    unlike(work, ben)
    assert (texts(adas), Notification.objects.count()) == ([], 0)


def test_what_is_undone_unread_and_done_again_stands_where_it_stood(adas, ada, ben, work):
    like(work, ben)
    before = Notification.objects.get()
    unlike(work, ben)
    like(work, ben)
    after = Notification.objects.get()
    assert (after.created_at, after.actor_count, unread_count(ada)) == (before.created_at, 1, 1)


def test_what_was_read_undone_and_done_again_is_not_told_again(adas, ben, work):
    like(work, ben)
    adas.post("/api/notifications/read", {"all": True})
    unlike(work, ben)
    like(work, ben)
    assert (texts(adas), told(adas)["unread_count"]) == ([], 0)


def test_what_is_done_again_joins_what_others_did_meanwhile(adas, ben, cyn, work):
    like(work, ben)
    unlike(work, ben)
    like(work, cyn)
    like(work, ben)
    assert texts(adas) == ["cyn and 1 other liked “Dune”"]


def test_an_unknown_kind_is_a_fault_of_the_program_and_in_the_database_is_not_told(adas, ada, ben, work):
    with pytest.raises(KeyError):
        notify("wink", recipient_id=ada.pk, actor=ben, target_type="artwork", target_id=work.pk)
    like(work, ben)
    Notification.objects.update(kind="wink")
    assert (texts(adas), unread_count(ada)) == ([], 0)
