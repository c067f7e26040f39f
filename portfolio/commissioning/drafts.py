"""What somebody wrote before they signed in: kept in their session until it is sent."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest

KEY = "commission_draft"


def keep_draft(request: HttpRequest, artist_id: UUID, said: dict[str, Any]) -> None:
    """Keeps what a form took, in the place of what was kept before. Its length is what the form allows."""
    told = {name: str(value) for name, value in said.items() if value is not None}
    request.session[KEY] = told | {"artist": str(artist_id)}


def draft_for(request: HttpRequest, artist_id: UUID) -> dict[str, Any]:
    """What is kept for this artist, by field; empty where nothing is. The session alone is read."""
    kept = request.session.get(KEY, {})
    if kept.get("artist") != str(artist_id):
        return {}
    return {name: value for name, value in kept.items() if name != "artist"}


def forget_draft(request: HttpRequest) -> None:
    """It was sent."""
    request.session.pop(KEY, None)
