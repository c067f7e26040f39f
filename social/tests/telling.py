"""Lines of what people are told, for tests: as the API gives them, and mails as they were sent."""

from typing import Any

from rest_framework.test import APIClient

from conftest import person
from social.notifying import notify


def told(client: APIClient, **query: Any) -> dict[str, Any]:
    """The answer of `notifications`."""
    answer = client.get("/api/notifications", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def texts(client: APIClient, **query: Any) -> list[str]:
    return [row["text"] for row in told(client, **query)["results"]]


def like(work: Any, by: Any) -> None:
    """The part of a like that is told."""
    notify("like", recipient_id=work.owner_id, actor=by, target_type="artwork", target_id=work.pk)


def crowd(count: int) -> list[Any]:
    """So many people, `fan00` first."""
    return [person(f"fan{index:02}") for index in range(count)]
