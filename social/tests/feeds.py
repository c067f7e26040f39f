"""Feeds for tests: read through the API, page by page, and what stands in them."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from rest_framework.test import APIClient

from gallery.models import Artwork
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from social.actions.likes import set_like


def feed(client: APIClient, **query: Any) -> dict[str, Any]:
    """A page of the feed of whoever is signed in."""
    answer = client.get("/api/feed", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def feed_titles(client: APIClient, **query: Any) -> list[str]:
    return [row["artwork"]["title"] for row in feed(client, **query)["results"]]


def feed_reasons(client: APIClient, **query: Any) -> dict[str, tuple[str, str]]:
    """By title the code and the text of why it stands there."""
    rows = feed(client, **query)["results"]
    return {row["artwork"]["title"]: (row["reason"]["code"], row["reason"]["text"]) for row in rows}


def cursor_of(page: dict[str, Any]) -> str:
    """The cursor of the page behind this one; "" behind the last."""
    return parse_qs(urlsplit(page["next"] or "").query).get("cursor", [""])[0]


def colored(owner: Any, title: str, *colors: str, **facts: Any) -> Artwork:
    """A work of one picture that has these colours in equal shares."""
    told = [{"hex": color, "name": "", "share": 1 / len(colors)} for color in colors]
    return new_work(owner, title, images=(new_image(owner, visibility="private", colors=told),), **facts)


def like(work: Artwork, *people: Any) -> None:
    for person in people:
        set_like(artwork_id=work.pk, by=person, liked=True)
