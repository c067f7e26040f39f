"""Following by many at the same time."""

import pytest

from accounts.actions import delete_account
from accounts.models import Statistics
from conftest import person
from social.actions.blocks import set_block
from social.actions.follows import set_follow
from social.models import Block, Follow

pytestmark = pytest.mark.django_db(transaction=True)

THREADS, EACH = 20, 25


def counts(*people):
    """Of each how many follow them, and how many they follow."""
    told = {pk: pair for pk, *pair in Statistics.objects.values_list("pk", "follower_count", "following_count")}
    return [tuple(told[each.pk]) for each in people]


def true_counts(*people):
    return [(each.followers.count(), each.followings.count()) for each in people]


def test_five_hundred_follows_of_one_artist_at_once_are_counted_exactly(ada, at_once):
    crowd = [person(f"person{index}") for index in range(THREADS)]

    def follow_often(index):
        return [set_follow(artist_id=ada.pk, by=crowd[index]).following for _ in range(EACH)]

    told = at_once(THREADS, follow_often)
    assert told == [[bool(turn % 2 == 0) for turn in range(EACH)]] * THREADS
    assert counts(ada, *crowd) == [(THREADS, 0), *[(0, 1)] * THREADS]
    assert Follow.objects.count() == THREADS


def test_two_who_follow_each_other_at_once_wait_for_each_other_in_order(ada, ben, at_once):
    pairs = [(ada, ben), (ben, ada)]

    def follow_often(index):
        by, artist = pairs[index % 2]
        return [set_follow(artist_id=artist.pk, by=by) for _ in range(5)]

    told = at_once(8, follow_often)
    assert not [each for each in told if isinstance(each, Exception)]
    assert counts(ada, ben) == true_counts(ada, ben)


def test_people_who_all_follow_each_other_leave_at_once(ada, ben, cyn, at_once):
    people = [ada, ben, cyn, person("dan"), person("eve"), person("fay")]
    for by in people:
        for artist in people:
            if artist != by:
                set_follow(artist_id=artist.pk, by=by)
    assert at_once(4, lambda index: delete_account(user=people[index], by=people[index])) == [None] * 4
    assert counts(*people[4:]) == [(1, 1), (1, 1)]
    assert Follow.objects.count() == 2


@pytest.mark.parametrize("leaving", ["ada", "ben"])
def test_a_follow_beside_a_leaving_leaves_no_trace(ada, ben, at_once, leaving):
    people = {"ada": ada, "ben": ben}
    left = people.pop(leaving)

    def deed(index):
        if index == 0:
            return delete_account(user=left, by=left)
        return set_follow(artist_id=ada.pk, by=ben, following=True)

    at_once(6, deed)
    assert counts(*people.values()) == [(0, 0)]
    assert not Follow.objects.exists()


def test_a_block_beside_follows_leaves_none(ada, ben, at_once):
    pairs = [(ada, ben), (ben, ada)]

    def deed(index):
        if index == 0:
            return set_block(artist_id=ben.pk, by=ada, blocked=True)
        by, artist = pairs[index % 2]
        return set_follow(artist_id=artist.pk, by=by, following=True)

    at_once(9, deed)
    assert (counts(ada, ben), Follow.objects.count()) == ([(0, 0), (0, 0)], 0)


def test_two_who_block_each_other_twenty_times_at_once_do_so_once(ada, ben, at_once):
    set_follow(artist_id=ada.pk, by=ben)
    set_follow(artist_id=ben.pk, by=ada)
    pairs = [(ada, ben), (ben, ada)]

    def block(index):
        by, other = pairs[index % 2]
        return set_block(artist_id=other.pk, by=by, blocked=True)

    assert sorted(at_once(THREADS, block)) == [False] * (THREADS - 2) + [True, True]
    assert (counts(ada, ben), Block.objects.count()) == ([(0, 0), (0, 0)], 2)
