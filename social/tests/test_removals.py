"""What is removed is hidden at once, and deleted for good when no appeal can save it."""

import pytest

from accounts.actions import delete_account
from conftest import person
from gallery.models import Artwork, File, Image
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from social.actions.comments import write_comment
from social.actions.deciding import judge_appeal
from social.models import Decision, Entry
from social.moderating.removing import remove_due
from social.moderating.tasks import remove, remove_what_is_due
from social.tests.moderation import THINGS, age, appealed, decided, moderator, report, thing_of


@pytest.fixture
def max_(db):
    return moderator()


@pytest.fixture(autouse=True)
def tasks_at_once(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}


def is_there(thing):
    return type(thing).objects.filter(pk=thing.pk).exists()


@pytest.mark.parametrize("kind", THINGS)
def test_it_is_deleted_after_a_fortnight_and_not_before(ada, ben, max_, kind):
    thing = thing_of(ada, kind)
    decision = decided(report(thing, ben, kind), max_, "remove")
    age(decision, days=13, hours=23)
    remove_what_is_due.call()
    assert is_there(thing)
    age(decision, days=14, seconds=1)
    remove_what_is_due.call()
    assert not is_there(thing)
    decision.refresh_from_db()
    assert decision.removed_at


@pytest.mark.parametrize("kind", THINGS)
def test_an_open_appeal_holds_it_up_and_a_rejected_one_ends_it_at_once(ada, ben, max_, kind):
    thing = thing_of(ada, kind)
    decision = decided(report(thing, ben, kind), max_, "remove")
    appeal = appealed(decision, ada)
    age(decision, days=30)
    remove_what_is_due.call()
    assert is_there(thing)
    judge_appeal(appeal=appeal, by=moderator("zoe"), outcome="upheld")
    assert not is_there(thing)


def test_what_an_appeal_gave_back_is_never_deleted(ada, ben, max_):
    work = new_work(ada)
    decision = decided(report(work, ben), max_, "remove")
    judge_appeal(appeal=appealed(decision, ada), by=moderator("zoe"), outcome="overturned")
    age(decision, days=30)
    remove_due(decision.pk)
    assert is_there(work)


def test_with_a_work_its_pictures_go_but_for_those_that_another_shows(ada, ben, max_):
    shared, alone = new_image(ada), new_image(ada)
    work, other = new_work(ada, images=(shared, alone)), new_work(ada, images=(shared,))
    age(decided(report(work, ben), max_, "remove"), days=15)
    remove_what_is_due.call()
    assert (list(Artwork.objects.all()), list(Image.objects.all())) == ([other], [shared])


def test_a_picture_leaves_the_works_that_show_it_and_those_that_show_nothing_else_go(ada, ben, max_):
    bad, good = new_image(ada), new_image(ada)
    alone, among = new_work(ada, images=(bad,)), new_work(ada, images=(bad, good))
    age(decided(report(bad, ben, "image"), max_, "remove"), days=15)
    remove_what_is_due.call()
    assert list(Artwork.objects.values_list("pk", "views__image")) == [(among.pk, good.pk)]
    assert not is_there(alone)
    assert list(File.objects.values_list("pk", flat=True)) == [good.pk]


def test_a_comment_with_answers_stays_as_a_tombstone(ada, ben, cyn, max_):
    work = new_work(cyn)
    comment = write_comment(artwork_id=work.pk, by=ada, comment_text="Rubbish!")
    write_comment(artwork_id=work.pk, by=cyn, comment_text="Rude.", parent_id=comment.pk)
    age(decided(report(comment, ben, "comment"), max_, "remove"), days=15)
    remove_what_is_due.call()
    comment.refresh_from_db()
    assert (comment.is_deleted, comment.comment_text, comment.commenter) == (True, "", None)
    assert Artwork.objects.get(pk=work.pk).comment_count == 1


def test_run_twice_it_removes_once(ada, ben, max_):
    decision = decided(report(new_work(ada), ben), max_, "remove")
    age(decision, days=15)
    for _ in range(2):
        remove.call(str(decision.pk))
    assert Entry.objects.filter(deed="removed").count() == 1


@pytest.mark.parametrize("gone", ["owner", "moderator"])
def test_it_is_settled_although_somebody_is_gone(ada, ben, max_, gone):
    decision = decided(report(new_work(ada), ben), max_, "remove")
    leaver = ada if gone == "owner" else max_
    delete_account(user=leaver, by=leaver)
    age(decision, days=15)
    remove_what_is_due.call()
    assert not Artwork.objects.exists()
    assert Entry.objects.get(deed="removed").detail == ({"gone": True} if gone == "owner" else {})
    assert Decision.objects.due_for_removal().count() == 0


def test_what_is_hidden_or_dismissed_is_never_due(ada, ben, max_):
    for verdict in ("hide", "dismiss", "suspend"):
        age(decided(report(new_work(person(verdict)), ben), max_, verdict), days=400)
    remove_what_is_due.call()
    assert Artwork.objects.count() == 3
