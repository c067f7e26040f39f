"""Sending files as a browser does, and seeing what an upload left behind."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult
from rest_framework.test import APIClient

from accounts.models import Reservation, Statistics
from gallery.models import File, Folder, Image, ImageTag, Rendition, Tag, UploadAnswer

TABLES = (File, Folder, Image, ImageTag, Rendition, Tag, UploadAnswer, Reservation, DBTaskResult)
BOUNDARY = "a-boundary-of-these-tests"


def named(name: str, data: bytes) -> SimpleUploadedFile:
    """A file to send. Names that Django's own class would change are sent by `multipart`."""
    return SimpleUploadedFile(name, data)


def send(client: APIClient, *files: tuple[str, bytes], field: str = "files", key: str = "", **said: Any):
    """`POST upload` of (name, bytes) pairs, with what is said of them, under an Idempotency-Key where one is given."""
    headers = {"Idempotency-Key": key} if key else {}
    body = {field: [named(name, data) for name, data in files], **said}
    return client.post("/api/upload", body, format="multipart", headers=headers)


def part(name: str, data: bytes, *, field: str = "files", boundary: str = BOUNDARY) -> bytes:
    """One file of a multipart body, its name as it is, however odd."""
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"; filename="'.encode()
    return head + name.encode() + b'"\r\nContent-Type: image/jpeg\r\n\r\n' + data + b"\r\n"


def multipart(*files: tuple[str, bytes], boundary: str = BOUNDARY) -> bytes:
    """A whole body, written by hand."""
    return b"".join(part(name, data, boundary=boundary) for name, data in files) + f"--{boundary}--\r\n".encode()


def send_raw(client: APIClient, body: bytes, *, boundary: str = BOUNDARY, **headers: str):
    """`POST upload` of a body as it is."""
    kind = f"multipart/form-data; boundary={boundary}"
    return client.post("/api/upload", body, content_type=kind, headers=headers)


def results(response) -> list[tuple[str, str | None]]:
    """(status, code of rejection) of each file, in order."""
    return [(result["status"], result["error"] and result["error"]["code"]) for result in response.json()["results"]]


def refusals(response) -> list[tuple[str | None, str]]:
    """(attr, code) of each error, in order."""
    return [(error["attr"], error["code"]) for error in response.json()["errors"]]


def world() -> dict[str, Any]:
    """All that an upload may leave: rows, counted by table, everybody's statistics, and the files below MEDIA_ROOT."""
    rows = {model.__name__: model._default_manager.count() for model in TABLES}
    return rows | {"statistics": list(Statistics.objects.order_by("pk").values()), "files": kept()}


def kept() -> list[str]:
    """Every file below MEDIA_ROOT."""
    root = Path(settings.MEDIA_ROOT)
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


@contextmanager
def leaving_nothing() -> Iterator[None]:
    """What happens within leaves the world as it was."""
    before = world()
    yield
    assert world() == before


def some_text(size: int = 100) -> bytes:
    """A text of that many bytes that nobody has sent yet."""
    return (uuid.uuid4().hex + "\n").encode().ljust(size, b"a")[:size]
