"""Artists for tests: told, listed and changed through the API."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from rest_framework.test import APIClient

from accounts.models import Artist
from gallery.tests.library import upload


def told(client: APIClient, name: Any = "ada") -> dict[str, Any]:
    """What the API tells this client of an artist."""
    answer = client.get(f"/api/artists/{name}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def names(client: APIClient, **query: Any) -> list[str]:
    """The usernames on the first page of `artists`, in their order."""
    answer = client.get("/api/artists", query)
    assert answer.status_code == 200, answer.content
    return [artist["username"] for artist in answer.json()["results"]]


def change(client: APIClient, name: str = "ada", **facts: Any) -> dict[str, Any]:
    """The artist after a change that the API takes."""
    answer = client.put(f"/api/artists/{name}", facts)
    assert answer.status_code == 200, answer.content
    return answer.json()


def describe(user: Any, **facts: Any) -> None:
    """Says things of an artist without the API."""
    Artist.objects.filter(pk=user.pk).update(**facts)


def own_portrait(client: APIClient) -> str:
    """The id of a new picture of one's own that is one's portrait from now on."""
    image_id = upload(client)["id"]
    change(client, "me", profile_image_id=image_id)
    return image_id


def followed(user_ids: Sequence[UUID], *, viewer: Any, base: str) -> dict[UUID, dict[str, Any]]:
    """An addition as another room makes it: everyone follows these artists."""
    return {user_id: {"is_following": True} for user_id in user_ids}


def note_credit(user: Any) -> None:
    """A step behind a new credit that leaves a trace: where the artist lives."""
    describe(user, location=f"credited as {Artist.objects.get(pk=user.pk).artist_name}")
