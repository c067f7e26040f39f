"""Telling followers of new works."""

import pytest

from accounts.actions import change_preferences
from gallery.actions.artworks import change_artwork
from gallery.tests.works import new_work
from social.actions.blocks import set_block
from social.actions.follows import set_follow
from social.models import Cause, Follow, Notification
from social.notifying import announcing, unread_count
from social.notifying.announcing import announce
from social.tests.telling import crowd, texts, told


@pytest.fixture(autouse=True)
def tasks_at_once(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}


@pytest.fixture
def bens(ada, ben, client_of):
    """The client of ben, who follows ada."""
    set_follow(artist_id=ada.pk, by=ben, following=True)
    return client_of(ben)


def test_followers_are_told_of_a_new_work_and_others_are_not(ada, cyn, bens, client_of):
    work = new_work(ada, "Dune")
    (row,) = told(bens)["results"]
    assert (row["kind"], row["text"], row["target"]["id"]) == ("new_artwork", "ada published “Dune”", str(work.pk))
    assert texts(client_of(cyn)) == []


def test_a_draft_is_told_when_it_is_published(ada, bens):
    work = new_work(ada, "Dune", status="draft")
    assert texts(bens) == []
    change_artwork(artwork=work, by=ada, status="published")
    assert texts(bens) == ["ada published “Dune”"]


def test_several_works_of_an_artist_are_one_line_about_the_last(ada, bens):
    for title in ("One", "Two", "Three"):
        new_work(ada, title)
    assert texts(bens) == ["ada published “Three” and 2 other works"]


def test_a_work_is_told_once_for_ever(ada, ben, bens):
    work = new_work(ada, "Dune")
    bens.post("/api/notifications/read", {"all": True})
    for availability in ("private", "available"):
        change_artwork(artwork=work, by=ada, availability_status=availability)
    assert (len(texts(bens)), unread_count(ben)) == (1, 0)


def test_a_work_that_is_hidden_again_is_not_told(ada, bens):
    work = new_work(ada, "Dune")
    change_artwork(artwork=work, by=ada, status="draft")
    assert texts(bens) == []


def test_a_mature_work_is_told_too(ada, bens):
    new_work(ada, "Dune", is_mature=True)
    assert texts(bens) == ["ada published “Dune”"]


def test_who_turned_it_off_or_keeps_the_artist_away_is_not_told(ada, ben, cyn, bens, client_of):
    Follow.objects.create(follower=cyn, artist=ada)
    set_block(artist_id=ada.pk, by=cyn, blocked=True)
    Follow.objects.get_or_create(follower=cyn, artist=ada)
    change_preferences(user=ben, changes={"notifications": {"new_artwork": False}})
    new_work(ada, "Dune")
    assert (texts(bens), texts(client_of(cyn))) == ([], [])


def test_many_followers_are_told_some_at_a_time_and_each_once(ada, monkeypatch):
    monkeypatch.setattr(announcing, "BATCH", 3)
    fans = crowd(7)
    Follow.objects.bulk_create(Follow(follower=fan, artist=ada) for fan in fans)
    work = new_work(ada, "Dune")
    for _ in range(2):
        announce(artist_id=ada.pk, artworks=[work.pk], site="")
    assert Notification.objects.count() == Cause.objects.count() == 7


@pytest.mark.parametrize("count", [1, 12])
def test_telling_many_takes_no_more_queries(ada, django_assert_num_queries, count, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": []}}
    Follow.objects.bulk_create(Follow(follower=fan, artist=ada) for fan in crowd(count))
    work = new_work(ada, "Dune")
    with django_assert_num_queries(12):
        announce(artist_id=ada.pk, artworks=[work.pk], site="")
