"""Calls for entry for tests: made, changed and read through the API."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone
from rest_framework.test import APIClient

ROUTE = "/api/exhibitions"
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
"""When tests of the calendar take place."""


def in_days(days: int) -> str:
    """A date so far from today (UTC)."""
    return (timezone.now() + timedelta(days=days)).date().isoformat()


def post(client: APIClient, **facts: Any) -> Any:
    """The answer to a call for entry, until in a month unless said otherwise."""
    return client.post(ROUTE, {"title": "Salt and Light", "deadline": in_days(30), **facts})


def call_for_entry(client: APIClient, **facts: Any) -> dict[str, Any]:
    """What the API tells of a new one."""
    answer = post(client, **facts)
    assert answer.status_code == 201, answer.content
    return answer.json()


def put(client: APIClient, exhibition: Any, **facts: Any) -> Any:
    return client.put(f"{ROUTE}/{exhibition.pk}", facts)


def read(client: APIClient, exhibition: Any) -> dict[str, Any]:
    """What the API tells of one."""
    answer = client.get(f"{ROUTE}/{exhibition.pk}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def titles(client: APIClient, **query: Any) -> list[str]:
    """What the exhibitions on the first page of the list are called, in their order."""
    answer = client.get(ROUTE, query)
    assert answer.status_code == 200, answer.content
    return [row["title"] for row in answer.json()["results"]]
