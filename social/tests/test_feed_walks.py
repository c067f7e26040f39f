"""Walks: chosen once, met again for some minutes, forgotten after a day."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.actions import delete_account
from accounts.exceptions import Conflict
from gallery.tests.works import new_work
from social.actions.follows import set_follow
from social.feed import read_feed
from social.feed.sweeping import forget_walks
from social.models import Recommendation, Walk
from social.tests.feeds import cursor_of, feed, feed_titles


@pytest.fixture
def reader(ben, client_of):
    """ben's browser."""
    return client_of(ben)


def later(**time):
    return time_machine.travel(timezone.now() + timedelta(**time))


def test_who_begins_again_soon_meets_the_same(reader, ada, cyn):
    new_work(ada, "First")
    assert feed_titles(reader) == ["First"]
    new_work(cyn, "Second")
    assert (feed_titles(reader), Walk.objects.count()) == (["First"], 1)
    with later(minutes=11):
        assert (feed_titles(reader), Walk.objects.count()) == (["Second", "First"], 2)


def test_who_follows_somebody_more_begins_a_new_walk(reader, ada, ben, cyn):
    new_work(ada, "Hers")
    new_work(cyn, "Other")
    assert {row["type"] for row in feed(reader)["results"]} == {"recommended"}
    set_follow(artist_id=ada.pk, by=ben)
    told = [(row["artwork"]["title"], row["type"]) for row in feed(reader)["results"]]
    assert told == [("Hers", "new"), ("Other", "recommended")]


def test_whom_one_follows_on_the_way_is_met_on_the_next_walk(reader, ada, ben, cyn):
    for number in range(3):
        new_work(cyn, f"c{number}")
    first = feed(reader, page_size=1)
    new_work(ada, "Hers")
    set_follow(artist_id=ada.pk, by=ben)
    assert len(feed_titles(reader, cursor=cursor_of(first))) == 2
    assert feed_titles(reader)[0] == "Hers"


def test_the_last_three_walks_of_a_person_are_kept(reader, cyn, ada, client_of):
    new_work(ada)
    feed(client_of(cyn))
    for minutes in (0, 20, 40, 60, 80):
        with later(minutes=minutes):
            feed(reader)
    assert sorted(Walk.objects.values_list("user__username", flat=True)) == ["ben", "ben", "ben", "cyn"]
    assert Recommendation.objects.count() == 4


def test_a_walk_of_yesterday_is_forgotten_and_its_reader_goes_on_with_new_works(reader, ada, ben, cyn, mo):
    set_follow(artist_id=ada.pk, by=ben)
    for number in range(6):
        new_work(ada, f"n{number}")
    new_work(cyn, "Recommended")
    first = feed(reader, page_size=5)
    assert [row["artwork"]["title"] for row in first["results"]] == ["n5", "n4", "n3", "n2", "Recommended"]
    set_follow(artist_id=cyn.pk, by=ben)
    with later(hours=25):
        assert (forget_walks.call(), Walk.objects.count()) == (1, 0)
    assert feed_titles(reader, cursor=cursor_of(first)) == ["n1", "n0"]


def test_a_walk_of_today_stays(reader, ada):
    new_work(ada)
    feed(reader)
    with later(hours=23):
        assert (forget_walks.call(), Walk.objects.count()) == (0, 1)


def test_somebody_elses_cursor_opens_nothing_of_their_walk(reader, ada, cyn, client_of):
    for title in "ab":
        new_work(ada, title)
    theirs = cursor_of(feed(reader, page_size=1))
    assert feed_titles(client_of(cyn), cursor=theirs) == []


def test_walks_go_with_their_person_and_recommendations_with_their_work(reader, ada, ben, cyn):
    new_work(ada)
    kept = new_work(cyn, "Kept")
    feed(reader)
    delete_account(user=ada, by=ada)
    assert list(Recommendation.objects.values_list("artwork", flat=True)) == [kept.pk]
    assert feed_titles(reader) == ["Kept"]
    delete_account(user=ben, by=ben)
    assert (Walk.objects.count(), Recommendation.objects.count()) == (0, 0)


def test_an_account_that_went_meanwhile_begins_no_walk(ada, ben):
    new_work(ada)
    type(ben).objects.filter(pk=ben.pk).update(is_active=False)
    with pytest.raises(Conflict):
        read_feed(ben, cursor=None, limit=3)
    assert Walk.objects.count() == 0
