"""Setting a new password by a mailed link."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import AccessToken, Session, User
from accounts.tests.answers import errors_of

NEXT = "another horse battery"
LINK = re.compile(r"http://testserver/reset/(?P<uid>[\w-]+)/(?P<token>[\w-]+)\n")


def ask(client, email="ada@example.org"):
    return client.post("/api/auth/password/reset", {"email": email})


def link() -> dict[str, str]:
    return LINK.search(mail.outbox[-1].body).groupdict()


def confirm(client, **changes):
    return client.post("/api/auth/password/reset/confirm", link() | {"new_password": NEXT} | changes)


def test_the_mailed_link_sets_a_password(visitor, ada):
    assert ask(visitor, "ADA@example.org").status_code == 200
    assert mail.outbox[0].to == ["ada@example.org"]
    assert confirm(visitor).status_code == 200
    assert visitor.post("/api/auth/login", {"username": "ada", "password": NEXT}).status_code == 200


def test_an_unknown_address_is_answered_alike_and_gets_no_mail(visitor, ada):
    unknown, known = ask(visitor, "nobody@example.org"), ask(visitor)
    assert (unknown.status_code, unknown.json()) == (known.status_code, known.json())
    assert len(mail.outbox) == 1


def test_the_answer_takes_the_same_queries_for_an_unknown_address(visitor, ada, settings, django_assert_num_queries):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": []}}
    with django_assert_num_queries(0):
        ask(visitor, "nobody@example.org")
        ask(visitor)


@pytest.mark.parametrize("email", ["ada", "", "a@", None])
def test_what_is_no_address_is_refused(visitor, email):
    assert list(errors_of(ask(visitor, email))) == ["email"]


def test_a_suspended_person_gets_no_mail(visitor, ada):
    User.objects.update(is_active=False)
    ask(visitor)
    assert mail.outbox == []


def test_a_reset_ends_every_session_and_token(visitor, client_of, bearer, ada):
    client_of(ada)
    bearer(ada)
    ask(visitor)
    confirm(visitor)
    assert not Session.objects.exists()
    assert not AccessToken.objects.exists()


def test_a_link_works_once(visitor, ada):
    ask(visitor)
    confirm(visitor)
    assert errors_of(confirm(visitor)) == {"token": "invalid_token"}


@pytest.mark.parametrize("changes", [{"token": "a-b"}, {"uid": "AAAA"}, {"uid": "%00"}, {"token": "ü-ü"}])
def test_an_altered_link_sets_nothing(visitor, ada, changes):
    ask(visitor)
    assert errors_of(confirm(visitor, **changes)) == {"token": "invalid_token"}


def test_a_weak_password_is_refused_and_the_link_lives_on(visitor, ada):
    ask(visitor)
    assert errors_of(confirm(visitor, new_password="12345678")).keys() == {"new_password"}
    assert confirm(visitor).status_code == 200


def test_a_link_dies_with_the_address_it_was_mailed_to(visitor, ada):
    ask(visitor)
    User.objects.update(email="ada@studio.example")
    assert confirm(visitor).status_code == 400


def test_a_link_dies_after_a_day(visitor, ada):
    ask(visitor)
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert confirm(visitor).status_code == 400


def test_a_new_password_opens_the_door_that_guessing_had_locked(visitor, ada):
    for _ in range(5):
        visitor.post("/api/auth/login", {"username": "ada", "password": "wrong"})
    ask(visitor)
    confirm(visitor)
    assert visitor.post("/api/auth/login", {"username": "ada", "password": NEXT}).status_code == 200


def test_asking_is_limited(visitor, ada, settings):
    settings.RATE_LIMITS = {"password_reset": (1, 3600)}
    assert [ask(visitor).status_code for _ in range(2)] == [200, 429]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_follow_a_link_at_once_one_sets_the_password(at_once, visitor, ada):
    ask(visitor)
    answers = at_once(4, lambda index: confirm(APIClient(), new_password=f"{NEXT} {index}"))
    assert sorted(answer.status_code for answer in answers) == [200, 400, 400, 400]
