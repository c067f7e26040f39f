"""Rate limits of the API, told with the time to wait."""

import pytest
import time_machine

from gallery.tests.library import NOON

START = NOON.timestamp()


@pytest.fixture
def two_an_hour(settings):
    settings.RATE_LIMITS = {"upload": (2, 3600)}


def status(client, **extra):
    """Of an upload that sends nothing: 400 while it may."""
    return client.post("/api/upload", {}, format="multipart", **extra).status_code


@pytest.mark.django_db
def test_what_is_over_the_limit_is_refused_until_the_window_is_over(two_an_hour, ada, client_of):
    client = client_of(ada)
    with time_machine.travel(START, tick=False):
        assert [status(client) for _ in range(4)] == [400, 400, 429, 429]
        answer = client.post("/api/upload", {}, format="multipart")
        assert answer["Retry-After"] == "3600"
        assert answer.json()["errors"][0]["code"] == "throttled"
        assert answer.json()["type"] == "client_error"
    with time_machine.travel(START + 3599, tick=False):
        assert client.post("/api/upload", {}, format="multipart")["Retry-After"] == "1"
    with time_machine.travel(START + 3600, tick=False):
        assert status(client) == 400


def test_each_person_has_their_own(two_an_hour, ada, ben, client_of):
    with time_machine.travel(START, tick=False):
        assert [status(client_of(ada)) for _ in range(3)] == [400, 400, 429]
        assert status(client_of(ben)) == 400


def test_a_person_is_counted_wherever_they_come_from(two_an_hour, ada, client_of):
    with time_machine.travel(START, tick=False):
        found = [status(client_of(ada), REMOTE_ADDR=f"192.0.2.{number}") for number in range(3)]
    assert found == [400, 400, 429]


def test_reading_is_never_limited(two_an_hour, ada, client_of):
    client = client_of(ada)
    assert {client.get("/api/upload").status_code for _ in range(5)} == {405}
    assert status(client) == 400


def test_without_limits_there_are_none(ada, client_of, settings):
    settings.RATE_LIMITS = {}
    assert {status(client_of(ada)) for _ in range(5)} == {400}
