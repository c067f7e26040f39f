"""Commissions as rows, and what their parties write and send to each other, through the API."""

from typing import Any

from rest_framework.test import APIClient

from gallery.tests.uploading import named
from portfolio.models import Commission


def commission_of(client: Any, artist: Any, **facts: Any) -> Commission:
    """One in which `client` asks `artist`."""
    told = {"title": "Harbour", "description": "The harbour at dawn."} | facts
    return Commission.objects.create(client=client, artist=artist, **told)


def address(commission: Commission) -> str:
    return f"/api/commissions/{commission.pk}/messages"


def write(
    client: APIClient,
    commission: Commission,
    text: str = "Hello",
    *files: tuple[str, bytes],
    key: str = "",
    **said: Any,
) -> Any:
    """The answer to a message with these files, (name, bytes) each, sent as a form."""
    headers = {"Idempotency-Key": key} if key else {}
    body = {"text": text, "files": [named(name, data) for name, data in files], **said}
    return client.post(address(commission), body, format="multipart", headers=headers)


def sent(client: APIClient, commission: Commission, text: str = "Hello", *files: tuple[str, bytes], **said: Any) -> Any:
    """What is told of a message that was taken."""
    answer = write(client, commission, text, *files, **said)
    assert answer.status_code == 201, answer.content
    return answer.json()


def read(client: APIClient, commission: Commission, **query: Any) -> Any:
    """A page of what was written."""
    answer = client.get(address(commission), query)
    assert answer.status_code == 200, answer.content
    return answer.json()
