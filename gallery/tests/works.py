"""Works and galleries for tests: through their actions, of pictures whose bytes are nowhere, or whole through the API."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from gallery.actions.artworks import create_artwork
from gallery.models import Artwork
from gallery.tests.library import new_image
from gallery.tests.pictures import jpeg


def new_work(owner: Any, title: str = "Harbour", *, images: tuple = (), **facts: Any) -> Artwork:
    """A published work; without pictures given, of one private picture of its own whose bytes are nowhere."""
    shown = images or (new_image(owner, visibility="private"),)
    return create_artwork(by=owner, title=title, image_ids=[image.pk for image in shown], **facts)


def upload_work(client: APIClient, data: bytes | None = None, **fields: Any) -> dict[str, Any]:
    """The answer to a new work that is made from a file, through the API."""
    sent = SimpleUploadedFile("work.jpg", jpeg() if data is None else data)
    answer = client.post("/api/artworks/upload", {"image_file": sent, "title": "Harbour", **fields}, format="multipart")
    assert answer.status_code == 201, answer.content
    return answer.json()


def works_listed(client: APIClient, **query: Any) -> list[dict[str, Any]]:
    """The first page of `artworks`, filtered and ordered as the query says."""
    answer = client.get("/api/artworks", query)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def work_titles(client: APIClient, **query: Any) -> list[str]:
    return [work["title"] for work in works_listed(client, **query)]
