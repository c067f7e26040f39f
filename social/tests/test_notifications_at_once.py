"""Telling people while others do the same."""

import pytest

from accounts.actions import delete_account, set_active
from accounts.models import User
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.follows import set_follow
from social.actions.likes import Liking, set_like
from social.actions.notifications import mark_read
from social.models import Cause, Notification
from social.notifying import unread_count
from social.tests.telling import crowd, like

pytestmark = pytest.mark.django_db(transaction=True)


def test_fifty_likes_of_one_work_at_once_are_one_line_of_fifty(ada, at_once):
    work, fans = new_work(ada), crowd(50)
    told = at_once(50, lambda index: set_like(artwork_id=work.pk, by=fans[index], liked=True).liked)
    assert told == [True] * 50
    assert Notification.objects.get().actor_count == Cause.objects.filter(is_standing=True).count() == 50


def test_fifty_deeds_that_nothing_else_holds_apart_are_one_line(ada, at_once):
    work, fans = new_work(ada), crowd(50)
    assert at_once(50, lambda index: like(work, fans[index])) == [None] * 50
    assert Notification.objects.get().actor_count == 50


def test_one_deed_twenty_times_at_once_is_told_once(ada, ben, at_once):
    work = new_work(ada)
    assert at_once(20, lambda _: like(work, ben)) == [None] * 20
    assert (Notification.objects.get().actor_count, Cause.objects.count()) == (1, 1)


def test_two_who_like_each_others_works_again_and_again_wait_for_nobody(ada, ben, at_once):
    people = [ada, ben]
    works = [new_work(ben), new_work(ada)]

    def like_often(index):
        side = index % 2
        return [set_like(artwork_id=works[side].pk, by=people[side]).liked for _ in range(6)][-1]

    assert all(isinstance(told, bool) for told in at_once(8, like_often))
    assert Notification.objects.count() == sum(work.likes.count() for work in works)


def test_reading_beside_likes_loses_none(ada, at_once):
    work, fans = new_work(ada), crowd(20)

    def deed(index):
        return mark_read(by=ada) if index % 4 == 0 else like(work, fans[index])

    assert not [told for told in at_once(20, deed) if isinstance(told, Exception)]
    standing = Cause.objects.filter(is_standing=True, notification__isnull=False)
    assert sum(Notification.objects.values_list("actor_count", flat=True)) == standing.count() == 15
    assert unread_count(ada) <= 1


def test_followers_leave_while_the_artist_is_shut_out_and_let_in_again(ada, cyn, mo, at_once):
    new_work(ada)
    fans = crowd(6)
    for by, artist in [(ada, cyn), *((fan, artist) for fan in fans for artist in (ada, cyn))]:
        set_follow(artist_id=artist.pk, by=by)

    def deed(index):
        if index:
            return delete_account(user=fans[index - 1], by=fans[index - 1])
        return [set_active(user=ada, is_active=bool(turn % 2), by=mo) for turn in range(10)]

    assert at_once(7, deed) == [[True] * 10, *[None] * 6]
    ada.statistics.refresh_from_db()
    assert (ada.statistics.follower_count, Notification.objects.get().actor_count) == (0, 1)


def test_people_leave_while_they_are_told_and_tell(ada, ben, cyn, at_once):
    works = {owner: new_work(owner) for owner in (ada, ben, cyn)}
    for by in (ada, ben, cyn):
        for work in works.values():
            set_like(artwork_id=work.pk, by=by, liked=True)

    def deed(index):
        if index < 2:
            return delete_account(user=(ada, ben)[index], by=(ada, ben)[index])
        return set_like(artwork_id=works[(ada, ben)[index % 2]].pk, by=cyn)

    told = at_once(6, deed)
    assert told[:2] == [None, None]
    assert all(isinstance(each, Liking | Artwork.DoesNotExist) for each in told[2:])
    assert not Notification.objects.visible_to(cyn).exists()
    assert not Cause.objects.filter(actor__in=User.objects.exclude(pk=cyn.pk)).exists()
