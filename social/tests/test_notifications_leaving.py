"""What is told of who goes, and what is swept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.actions import change_preferences, delete_account
from accounts.models import User
from gallery.actions.artworks import delete_artwork
from gallery.tests.works import new_work
from social.actions.blocks import set_block
from social.models import Cause, Notification
from social.notifying import notify
from social.tasks import sweep_notifications
from social.tests.telling import like, texts


@pytest.fixture
def work(ada):
    return new_work(ada, "Dune")


def test_with_an_account_its_deeds_are_withdrawn(ada, ben, cyn, work, client_of):
    other = new_work(ada, "Harbour")
    for fan in (cyn, ben):
        like(work, fan)
    like(other, ben)
    delete_account(user=ben, by=ben)
    assert texts(client_of(ada)) == ["cyn liked “Dune”"]
    assert (Notification.objects.count(), Cause.objects.count()) == (1, 1)


def test_with_an_account_what_it_was_told_goes_and_what_is_told_of_its_works(ada, ben, cyn, work, client_of):
    like(work, ben)
    notify("mention", recipient_id=cyn.pk, actor=ben, target_type="artwork", target_id=work.pk, object_id=work.pk)
    delete_account(user=ada, by=ada)
    assert texts(client_of(cyn)) == []
    assert sweep_notifications.call() == 1
    assert (Notification.objects.count(), Cause.objects.count()) == (0, 0)


def test_nobody_is_told_of_whom_they_keep_away(ada, ben, work, client_of):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    like(work, ben)
    assert (texts(client_of(ada)), Cause.objects.count()) == ([], 0)


def test_who_wants_it_neither_here_nor_by_mail_is_not_told(ada, ben, work):
    change_preferences(user=ada, changes={"notifications": {"like": False}, "notification_mails": {"like": "never"}})
    like(work, ben)
    assert (Notification.objects.count(), Cause.objects.count()) == (0, 0)


def test_what_was_read_a_year_ago_goes_and_is_not_told_again(ben, work):
    like(work, ben)
    past = timezone.now() - timedelta(days=366)
    Notification.objects.update(created_at=past)
    assert sweep_notifications.call() == 0
    Notification.objects.update(read_at=past)
    assert sweep_notifications.call() == 1
    like(work, ben)
    assert not Notification.objects.exists()


def test_what_is_about_a_work_that_is_gone_is_swept(ada, ben, cyn, work):
    notify("mention", recipient_id=cyn.pk, actor=ben, target_type="artwork", target_id=work.pk, object_id=work.pk)
    delete_artwork(artwork=work, by=ada)
    assert sweep_notifications.call() == 1
    assert not Cause.objects.exists()


def test_what_was_told_to_somebody_while_they_left_is_swept(ada, ben, work):
    like(work, ben)
    Notification.objects.update(recipient_id=work.pk)
    assert not User.objects.filter(pk=work.pk).exists()
    assert sweep_notifications.call() == 1


def test_staff_look_at_it_and_change_nothing(ada, ben, mo, work, client_of):
    mo.is_superuser = True
    mo.save()
    like(work, ben)
    desk, line = client_of(mo), Notification.objects.get()
    assert b"ben" in desk.get("/admin/social/notification/").content
    assert desk.get(f"/admin/social/notification/{line.pk}/change/").status_code == 200
    assert desk.get(f"/admin/social/notification/{line.pk}/delete/").status_code == 403
    assert desk.get("/admin/social/notification/add/").status_code == 403
