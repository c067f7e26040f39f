"""What the tests of accounts share: mails that are sent at once, clients that obey CSRF, and real threads."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from rest_framework.test import APIClient

from accounts import actions


@pytest.fixture(autouse=True)
def tasks_at_once(settings) -> None:
    """What is enqueued is done at once."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}


@pytest.fixture
def guarded(db) -> APIClient:
    """A visitor whose requests are checked for CSRF, as a real browser's are."""
    return APIClient(enforce_csrf_checks=True)


@pytest.fixture
def bearer() -> Callable[..., APIClient]:
    """`bearer(ada)`: a client that signs in with a token of ada's."""

    def make(user) -> APIClient:
        _token, secret = actions.create_token(by=user, name="a program")
        return APIClient(HTTP_AUTHORIZATION=f"Bearer {secret}")

    return make


@pytest.fixture
def at_once() -> Callable[..., list]:
    """`at_once(8, deed)`: what `deed(index)` gives in 8 threads that start together; an exception counts as its answer."""

    def run(count: int, deed: Callable[[int], object]) -> list:
        gate = Barrier(count)

        def started(index: int) -> object:
            gate.wait()
            try:
                return deed(index)
            except Exception as error:  # noqa: BLE001 - it is the answer
                return error
            finally:
                connections.close_all()

        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(started, range(count)))

    return run
