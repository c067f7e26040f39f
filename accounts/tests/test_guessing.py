"""Guessing passwords."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts import guessing
from accounts.exceptions import TooManyRequests
from accounts.models import Guess

PASSWORD = "correct horse battery"


def attempt(client, name="ada", password="wrong", address="10.0.0.1"):
    field = "email" if "@" in name else "username"
    return client.post("/api/auth/login", {field: name, "password": password}, REMOTE_ADDR=address).status_code


@pytest.mark.parametrize("name", ["ada", "nobody"])
def test_five_failures_from_one_address_lock_it_out(visitor, ada, name):
    assert [attempt(visitor, name) for _ in range(7)] == [401] * 5 + [429] * 2


@pytest.mark.parametrize("name", ["ada", "nobody"])
def test_ten_failures_lock_the_account_whatever_the_address(visitor, ada, name):
    answers = [attempt(visitor, name, address=f"10.0.1.{index}") for index in range(12)]
    assert answers == [401] * 10 + [429] * 2


def test_spellings_of_one_account_are_counted_together(visitor, ada):
    names = ["ada", "ADA", "ada@example.org", "Ada@Example.org", "aDa", "adA"]
    assert [attempt(visitor, name) for name in names] == [401] * 5 + [429]


def test_a_locked_account_does_not_open_to_the_right_password_either(visitor, ada):
    for _ in range(5):
        attempt(visitor)
    assert attempt(visitor, password=PASSWORD) == 429


def test_another_address_may_still_come_in(visitor, ada):
    for _ in range(5):
        attempt(visitor)
    assert attempt(visitor, password=PASSWORD, address="10.0.0.2") == 200


def test_the_lock_holds_with_rate_limits_off_and_tells_how_long(visitor, ada, settings):
    settings.RATE_LIMITS = {}
    for _ in range(5):
        attempt(visitor)
    response = visitor.post("/api/auth/login", {"username": "ada", "password": PASSWORD}, REMOTE_ADDR="10.0.0.1")
    assert response.status_code == 429
    assert 890 <= int(response.headers["Retry-After"]) <= 901


def test_the_lock_opens_by_itself(visitor, ada):
    for _ in range(5):
        attempt(visitor)
    with time_machine.travel(timezone.now() + timedelta(minutes=15, seconds=1)):
        assert attempt(visitor, password=PASSWORD) == 200


def test_never_more_than_ten_guesses_in_any_ten_minutes(visitor, ada):
    start, told = timezone.now(), []
    for second in range(0, 1800, 30):
        with time_machine.travel(start + timedelta(seconds=second), tick=False):
            if attempt(visitor, address=f"10.0.{second // 200}.{second % 200}") == 401:
                told.append(second)
    assert all(sum(0 <= other - second < 600 for other in told) <= 10 for second in told)
    assert len(told) == 30


def test_coming_in_clears_the_address_and_not_the_account(visitor, ada):
    for _ in range(4):
        attempt(visitor)
    assert attempt(visitor, password=PASSWORD) == 200
    assert [attempt(visitor) for _ in range(4)] == [401] * 4
    answers = [attempt(visitor, address=f"10.0.1.{index}") for index in range(4)]
    assert answers == [401] * 2 + [429] * 2


def test_passwords_asked_for_elsewhere_are_counted_with_them(client_of, visitor, ada):
    client = client_of(ada)
    for _ in range(5):
        client.delete("/api/auth/user", {"password": "wrong"})
    body = {"old_password": PASSWORD, "new_password": "another horse battery"}
    assert client.post("/api/auth/password/change", body).status_code == 429
    assert attempt(visitor, password=PASSWORD, address="127.0.0.1") == 429


def test_no_address_and_no_name_is_kept_in_the_clear(visitor, ada):
    attempt(visitor, "nobody", address="10.9.8.7")
    guess = Guess.objects.get()
    assert len(guess.account) == len(guess.place) == 64
    assert "10.9.8.7" not in guess.place


def test_what_no_longer_counts_is_swept(visitor, ada):
    attempt(visitor)
    assert guessing.clear_old() == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert guessing.clear_old() == 1


@pytest.mark.django_db(transaction=True)
def test_of_guesses_made_at_once_at_most_ten_are_answered(at_once, ada):
    def guess(index: int) -> str:
        entrance = guessing.door(ada, identifier="", address=f"10.0.0.{index}")
        try:
            entrance.require_open()
            entrance.record_failure()
        except TooManyRequests:
            return "locked"
        return "wrong"

    answers = [answer for _ in range(3) for answer in at_once(8, guess)]
    assert answers.count("wrong") <= 10
    assert answers.count("wrong") + answers.count("locked") == 24
    assert Guess.objects.count() == answers.count("wrong")


@pytest.mark.django_db(transaction=True)
def test_the_right_password_many_times_at_once_locks_nobody_out(at_once, ada):
    from rest_framework.test import APIClient

    assert at_once(8, lambda _index: attempt(APIClient(), password=PASSWORD)) == [200] * 8
