"""Things in the library for tests: whole ones through the API, and rows alone where nobody asks for bytes."""

from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from gallery.actions.reach import followed
from gallery.actions.tags import set_tags
from gallery.models import File, Image, Kind
from gallery.tests.pictures import jpeg

NOON = datetime(2024, 5, 17, 12, tzinfo=UTC)
_numbers = count(1)


def upload(client: APIClient, data: bytes | None = None, name: str = "photo.jpg", **fields: Any) -> dict[str, Any]:
    """What the API tells of one file that it took: the one entry of `results`."""
    sent = SimpleUploadedFile(name, jpeg() if data is None else data)
    answer = client.post("/api/upload", {"files": sent, **fields}, format="multipart")
    assert answer.status_code in {200, 201}, answer.content
    return answer.json()["results"][0]


def new_file(owner: Any, name: str = "notes.txt", **facts: Any) -> File:
    """The row of a file whose bytes are nowhere."""
    mime, kind = facts.pop("mime_type", "text/plain"), facts.pop("kind", Kind.FILE)
    given = {"size": 10, "checksum": f"{next(_numbers):064x}", "uploaded_at": NOON, "original_filename": name} | facts
    return File.objects.create(owner=owner, name=name, stored_name=uuid4().hex, mime_type=mime, kind=kind, **given)


def new_image(owner: Any, title: str = "", *, tags: tuple[str, ...] = (), **facts: Any) -> Image:
    """The row of a public picture whose bytes are nowhere."""
    of_file = {name: facts.pop(name) for name in ("folder", "download_count") if name in facts}
    told = {"mime_type": "image/jpeg", "uploaded_at": NOON, "original_filename": "photo.jpg"}
    told |= {name: facts.pop(name) for name in told if name in facts}
    size = facts.pop("file_size", 10)
    file = new_file(owner, told["original_filename"], kind=Kind.IMAGE, size=size, **told, **of_file)
    given = {"visibility": "public", "width": 400, "height": 300, "perceptual_hash": "0" * 16, "placeholder": "data:,"}
    given |= facts
    is_public = given["visibility"] == "public"
    image = Image.objects.create(
        file=file, owner=owner, title=title, file_size=size, is_public=is_public, **told, **given
    )
    with followed([image.pk]):
        set_tags(image=image, names=list(tags))
    return image


def listed(client: APIClient, **query: Any) -> list[dict[str, Any]]:
    """The first page of `images`, filtered and ordered as the query says."""
    answer = client.get("/api/images", query)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def titles(client: APIClient, **query: Any) -> list[str]:
    return [image["title"] for image in listed(client, **query)]


def codes(answer: Any) -> dict[str | None, str]:
    """What an answer complains about, as {field: code}."""
    return {error["attr"]: error["code"] for error in answer.json()["errors"]}
