"""Writing, deleting, blocking and leaving by several at the same time."""

import pytest

from accounts.actions import delete_account
from accounts.exceptions import Refused
from accounts.models import User
from gallery.actions.files import delete_file
from gallery.models import File
from gallery.tests.library import new_file
from portfolio.actions.messages import write_message
from portfolio.models import Attachment, Commission, Message
from portfolio.tests.messaging import commission_of, write
from social.actions.blocks import set_block
from social.models import Cause, Notification
from social.tests.conftest import at_once

__all__ = ["at_once"]
pytestmark = pytest.mark.django_db(transaction=True)


def say(commission, by, text="Hello", files=()):
    return write_message(commission=commission, by=by, text=text, files=files)


def faults(answers):
    return [answer for answer in answers if isinstance(answer, Exception)]


def test_both_write_at_once_and_nothing_is_lost(ada, ben, at_once):
    commission = commission_of(ben, ada)

    def talk(index):
        for turn in range(4):
            say(commission, (ada, ben)[index % 2], f"{index} {turn}")

    assert faults(at_once(6, talk)) == []
    assert (Message.objects.count(), Cause.objects.count(), Notification.objects.count()) == (24, 24, 2)


def test_the_same_ten_times_at_once_is_one_message(ada, ben, at_once):
    commission, file = commission_of(ben, ada), new_file(ben)
    told = at_once(10, lambda _: say(commission, ben, files=[file.pk]))
    assert len({message.pk for message in told}) == 1
    assert (Message.objects.count(), Attachment.objects.count()) == (1, 1)


@pytest.mark.parametrize("key", ["", "one"])
def test_one_request_sent_several_times_at_once_is_one_message(ada, ben, client_of, at_once, key):
    commission, clients = commission_of(ben, ada), [client_of(ben) for _ in range(4)]
    answers = at_once(4, lambda index: write(clients[index], commission, "Hello", ("a.txt", b"Words."), key=key))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert (Message.objects.count(), File.objects.count(), Attachment.objects.count()) == (1, 1, 1)


def test_a_file_deleted_beside_being_sent_is_refused_or_stays_as_its_name(ada, ben, at_once):
    commission = commission_of(ben, ada)
    for _ in range(5):
        file = new_file(ben)
        send, delete = at_once(
            2, lambda index, file=file: delete_file(file=file, by=ben) if index else say(commission, ben, "", [file.pk])
        )
        assert delete is None
        assert isinstance(send, Message) or send.message_dict["file_ids"]
    assert set(Attachment.objects.values_list("file", "name")) <= {(None, "notes.txt")}


def test_who_is_blocked_meanwhile_writes_before_or_not_at_all(ada, ben, at_once):
    commission = commission_of(ben, ada)
    answers = at_once(
        4,
        lambda index: say(commission, ben, str(index)) if index else set_block(artist_id=ben.pk, by=ada, blocked=True),
    )
    refused = [answer for answer in answers[1:] if isinstance(answer, Refused)]
    assert Message.objects.count() + len(refused) == 3
    assert faults(answers) == refused


def test_a_party_leaves_beside_messages_and_nothing_of_theirs_is_left(ada, ben, at_once):
    commission = commission_of(ben, ada)
    say(commission, ben, "before", [new_file(ben).pk])

    def deed(index):
        if index == 0:
            there = User.objects.get(pk=ben.pk)
            delete_account(user=there, by=there)
        else:
            say(commission, (ada, ben)[index % 2], str(index))

    gone = (Refused, Commission.DoesNotExist)
    assert [each for each in faults(at_once(5, deed)) if not isinstance(each, gone)] == []
    assert Commission.objects.get().client is None
    assert not Message.objects.exclude(author=ada).exists()
    assert not Attachment.objects.exists()
