"""The mail that gathers what is new, once a day."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.actions import change_preferences
from gallery.actions.artworks import change_artwork
from gallery.tests.works import new_work
from social.models import Notification
from social.notifying import notify
from social.notifying.digests import mail_digest_to, people_due
from social.tasks import mail_digests
from social.tests.telling import like

SITE = "https://atelier.example"


@pytest.fixture(autouse=True)
def at_once(settings):
    settings.SITE_URL = SITE
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}


@pytest.fixture(autouse=True)
def verified(ada, ben):
    for person in (ada, ben):
        person.is_verified = True
        person.save()


def test_one_mail_gathers_what_is_new_the_last_first(ada, ben, mailoutbox):
    for title in ("One", "Two"):
        like(new_work(ada, title), ben)
    assert mail_digests.call() == 1
    (mail,) = mailoutbox
    assert (mail.subject, mail.to) == ("Atelier: 2 pieces of news", ["ada@example.org"])
    assert mail.body.index("ben liked “Two”") < mail.body.index("ben liked “One”")
    assert "/unsubscribe/" in mail.message()["List-Unsubscribe"]


def test_the_next_is_sent_a_day_later_and_says_only_what_is_newer(ada, ben, mailoutbox):
    like(new_work(ada, "One"), ben)
    mail_digests.call()
    like(new_work(ada, "Two"), ben)
    assert (mail_digests.call(), mail_digest_to(ada.pk)) == (0, 0)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert mail_digests.call() == 1
    assert "One" not in mailoutbox[1].body
    assert mailoutbox[1].subject == "Atelier: 1 piece of news"


def test_of_very_much_it_says_fifty_and_how_much_more_there_is(ada, ben, mailoutbox):
    for index in range(53):
        like(new_work(ada, f"Work {index}"), ben)
    assert mail_digest_to(ada.pk) == 53
    assert mailoutbox[0].body.count("ben liked") == 50
    assert "and 3 more" in mailoutbox[0].body
    assert f"{SITE}/notifications" in mailoutbox[0].body


def test_what_is_read_is_not_gathered(ada, ben, client_of, mailoutbox):
    like(new_work(ada), ben)
    client_of(ada).post("/api/notifications/read", {"all": True})
    assert (mail_digests.call(), mailoutbox) == (0, [])


def test_what_is_unseen_by_then_is_left_out_and_waits_no_longer(ada, ben, cyn, mailoutbox):
    change_preferences(user=ben, changes={"notification_mails": {"mention": "digest"}})
    work = new_work(ada)
    notify("mention", recipient_id=ben.pk, actor=cyn, target_type="artwork", target_id=work.pk, object_id=work.pk)
    change_artwork(artwork=work, by=ada, availability_status="private")
    assert (mail_digests.call(), mailoutbox) == (1, [])
    assert list(people_due()) == []


@pytest.mark.parametrize("change", [{"is_verified": False}, {"is_active": False}])
def test_who_takes_no_mail_gets_none(ada, ben, mailoutbox, change):
    like(new_work(ada), ben)
    type(ada).objects.filter(pk=ada.pk).update(**change)
    assert (mail_digest_to(ada.pk), mailoutbox) == (0, [])


def test_what_was_to_go_at_once_and_is_gathered_by_now_goes_with_the_rest(ada, ben, settings, mailoutbox):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": []}}
    change_preferences(user=ada, changes={"notification_mails": {"like": "immediate"}})
    like(new_work(ada, "One"), ben)
    change_preferences(user=ada, changes={"notification_mails": {"like": "digest"}})
    from social.notifying.mails import mail_line

    assert mail_line(Notification.objects.get().pk) is False
    assert mail_digest_to(ada.pk) == 1
    assert "ben liked “One”" in mailoutbox[0].body


def test_it_speaks_its_readers_language(ada, ben, mailoutbox):
    change_preferences(user=ada, changes={"language": "de"})
    like(new_work(ada), ben)
    mail_digest_to(ada.pk)
    assert 'lang="de"' in mailoutbox[0].alternatives[0][0]


def test_its_cost_does_not_rise_with_what_it_says(ada, ben, django_assert_max_num_queries):
    for index in range(20):
        like(new_work(ada, f"Work {index}"), ben)
    with django_assert_max_num_queries(14):
        mail_digest_to(ada.pk)
