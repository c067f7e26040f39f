"""Guessing at links: what is let through, and what a guess learns."""

import pytest
import time_machine

from accounts.models import RateCount
from gallery.tests.albums import album_of, follow, share
from gallery.tests.library import codes


@pytest.fixture(autouse=True)
def ten_in_ten_minutes(settings):
    settings.RATE_LIMITS = {"share": (10, 600)}


@pytest.fixture
def locked(ada, adas):
    """A link with a password."""
    return share(adas, album_of(ada).pk, link=True, password="open sesame")


@time_machine.travel("2026-03-01T12:00:30Z", tick=False)
def test_after_ten_wrong_ones_the_right_one_too_has_to_wait(locked, visitor, client):
    for number in range(10):
        assert codes(follow(visitor, locked, password=str(number))) == {"password": "password_wrong"}
    for guess in ("10", "open sesame"):
        answer = follow(visitor, locked, password=guess)
        assert (answer.status_code, answer["Retry-After"]) == (429, "570")
    assert follow(client, locked, password="open sesame").status_code == 429


def test_when_the_window_is_over_it_opens_again(locked, visitor):
    with time_machine.travel("2026-03-01T12:00:00Z", tick=False) as traveller:
        for number in range(11):
            follow(visitor, locked, password=str(number))
        traveller.shift(600)
        assert follow(visitor, locked, password="open sesame").status_code == 200


def test_a_right_password_costs_nothing_and_asking_for_one_neither(locked, visitor):
    for _ in range(12):
        assert follow(visitor, locked, password="open sesame").status_code == 200
        assert follow(visitor, locked).status_code == 403
    assert RateCount.objects.get().count == 0


def test_each_link_is_counted_apart(ada, adas, locked, visitor):
    other = share(adas, album_of(ada).pk, link=True, password="open sesame")
    for number in range(11):
        follow(visitor, locked, password=str(number))
    assert follow(visitor, other, password="open sesame").status_code == 200


def test_unknown_tokens_are_counted_by_address(locked, visitor, client):
    answers = [visitor.post(f"/api/shares/guess{number}", REMOTE_ADDR="10.1.1.1").status_code for number in range(12)]
    assert answers == [404] * 10 + [429] * 2
    assert client.post("/api/shares/guess", REMOTE_ADDR="10.1.1.2").status_code == 404
    assert follow(visitor, locked, password="open sesame").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_of_guesses_at_once_no_more_than_ten_are_judged(ada, adas, locked, settings, at_once):
    from rest_framework.test import APIClient

    settings.RATE_LIMITS = {"share": (10, 10**9)}
    answers = at_once(8, lambda _: [follow(APIClient(), locked, password="wrong").status_code for _ in range(3)])
    told = [status for thread in answers for status in thread]
    assert (told.count(403), told.count(429)) == (10, 14)
