"""Liking by many at the same time."""

import pytest

from accounts.actions import delete_account
from conftest import person
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.likes import set_like
from social.models import Like

pytestmark = pytest.mark.django_db(transaction=True)

THREADS, EACH = 20, 25


def test_five_hundred_likes_of_one_work_at_once_are_counted_exactly(ada, at_once):
    work, crowd = new_work(ada), [person(f"person{index}") for index in range(THREADS)]

    def like_often(index):
        return [set_like(artwork_id=work.pk, by=crowd[index]).liked for _ in range(EACH)]

    told = at_once(THREADS, like_often)
    assert told == [[bool(turn % 2 == 0) for turn in range(EACH)]] * THREADS
    assert Artwork.objects.get(pk=work.pk).like_count == Like.objects.count() == THREADS


def test_one_person_who_likes_it_twenty_times_at_once_likes_it_once(ada, ben, at_once):
    work = new_work(ada)
    assert {told.liked for told in at_once(THREADS, lambda _: set_like(artwork_id=work.pk, by=ben, liked=True))} == {
        True
    }
    assert Artwork.objects.get(pk=work.pk).like_count == Like.objects.count() == 1


def test_two_who_like_each_others_works_leave_at_once(ada, ben, cyn, at_once):
    works = {owner: new_work(owner) for owner in (ada, ben, cyn)}
    for liker in (ada, ben):
        for work in works.values():
            set_like(artwork_id=work.pk, by=liker)
    people = [ada, ben]
    assert at_once(2, lambda index: delete_account(user=people[index], by=people[index])) == [None, None]
    assert (Artwork.objects.get().like_count, Like.objects.count()) == (0, 0)


def test_a_like_beside_its_persons_leaving_leaves_no_trace(ada, ben, at_once):
    work = new_work(ada)

    def deed(index):
        if index == 0:
            return delete_account(user=ben, by=ben)
        return set_like(artwork_id=work.pk, by=ben, liked=True)

    at_once(5, deed)
    assert Artwork.objects.get(pk=work.pk).like_count == Like.objects.count() == 0
