"""Mails on their way: to a real mail server, which may fail."""

import smtplib
import socket
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.utils import timezone

from accounts.actions import change_preferences
from gallery.tests.works import new_work
from social.models import Notification
from social.notifying.digests import mail_digest_to
from social.notifying.mails import mail_line
from social.tasks import mail_what_was_left
from social.tests.telling import like


class Postbox:
    """Takes what is sent, or refuses it."""

    def __init__(self):
        self.taken, self.refusing = [], False

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        if self.refusing:
            return "451 Try again later"
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 Taken"


@pytest.fixture
def postbox(settings):
    box = Postbox()
    with socket.socket() as unbound:
        unbound.bind(("127.0.0.1", 0))
        port = unbound.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield box
    server.stop()


@pytest.fixture
def line(ada, ben, settings, request):
    """A line for ada that waits to be mailed, at once or with the digest."""
    ada.is_verified = True
    ada.save()
    change_preferences(user=ada, changes={"notification_mails": {"like": request.param}})
    settings.SITE_URL = "https://atelier.example"
    like(new_work(ada, "Dünen"), ben)
    return Notification.objects.get()


def send(line, asked_at=None):
    if line.mail == "immediate":
        return mail_line(line.pk, asked_at=asked_at)
    return mail_digest_to(line.recipient_id, asked_at=asked_at)


both = pytest.mark.parametrize("line", ["immediate", "digest"], indirect=True)


@both
def test_it_arrives_whole(postbox, line):
    assert send(line)
    (mail,) = postbox.taken
    assert mail.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert "ben liked “Dünen”" in mail.get_body(("plain",)).get_content()
    assert mail["List-Unsubscribe"].strip().startswith("<https://atelier.example/unsubscribe/")


@both
def test_where_the_server_refuses_it_waits_and_goes_out_once(postbox, line):
    postbox.refusing = True
    with pytest.raises(smtplib.SMTPException):
        send(line)
    assert Notification.objects.get().mailed_at is None
    postbox.refusing = False
    assert [bool(send(line)) for _ in range(2)] == [True, False]
    assert len(postbox.taken) == 1


@both
def test_what_a_killed_worker_had_claimed_is_sent_when_its_task_is_begun_again_and_once(postbox, line):
    asked_at = timezone.now()
    Notification.objects.update(mailed_at=asked_at)
    assert not send(line)
    assert [bool(send(line, asked_at)) for _ in range(2)] == [True, False]
    assert len(postbox.taken) == 1


@pytest.mark.parametrize(("hours", "asked"), [(1, 0), (5, 1), (80, 0)])
@pytest.mark.parametrize("line", ["immediate"], indirect=True)
def test_when_all_tries_failed_it_is_tried_anew_while_it_is_news(postbox, line, settings, hours, asked):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}
    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        assert [mail_what_was_left.call() for _ in range(2)] == [asked, 0]
    assert len(postbox.taken) == asked


@pytest.mark.django_db(transaction=True)
@both
def test_of_many_workers_at_once_one_sends_it(postbox, line, at_once):
    assert sorted(bool(told) for told in at_once(6, lambda _: send(line))) == [False] * 5 + [True]
    assert len(postbox.taken) == 1
