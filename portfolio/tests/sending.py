"""Forms as a browser sends them."""

from typing import Any

from rest_framework.test import APIClient


def send(client: APIClient, path: str, body: dict[str, Any] | None = None) -> Any:
    """The answer to a form with these fields; a list sends its field repeatedly."""
    return client.post(path, body or {}, format="multipart")
