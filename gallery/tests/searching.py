"""Searching in tests, as people do it."""

from typing import Any

from rest_framework.test import APIClient


def search(client: APIClient, query: str = "", **filters: Any) -> dict[str, Any]:
    """What `GET search` answers."""
    answer = client.get("/api/search", {"query": query, **filters})
    assert answer.status_code == 200, answer.content
    return answer.json()


def found(client: APIClient, query: str = "", **filters: Any) -> list[str]:
    """The titles and names of what is found, in its order."""
    items = [result["item"] for result in search(client, query, **filters)["results"]]
    return [item["title"] if "title" in item else item["name"] for item in items]
