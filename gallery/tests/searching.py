"""Searching in tests, as people do it."""

from typing import Any

from rest_framework.test import APIClient


def search(client: APIClient, query: str = "", **filters: Any) -> dict[str, Any]:
    """What `GET search` answers."""
    answer = client.get("/api/search", {"query": query, **filters})
    assert answer.status_code == 200, answer.content
    return answer.json()


THINGS = "image,artwork,gallery,album,exhibition"
"""All that is found but people, who are found by the words of everything else of theirs."""


def found(client: APIClient, query: str = "", **filters: Any) -> list[str]:
    """The titles and names of what is found, in its order; people only where `type` names them."""
    results = search(client, query, **{"type": THINGS, **filters})["results"]
    return [name_of(result["item"]) for result in results]


def name_of(item: dict[str, Any]) -> str:
    return next(item[name] for name in ("title", "name", "artist_name") if name in item)
