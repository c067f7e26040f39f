"""Sending files by the tus protocol, as its clients do."""

import hashlib
from base64 import b64encode
from typing import Any

from rest_framework.test import APIClient

TUS = {"Tus-Resumable": "1.0.0"}
BYTES = "application/offset+octet-stream"
ROUTE = "/api/uploads"


def encoded(text: str | bytes) -> str:
    return b64encode(text.encode() if isinstance(text, str) else text).decode()


def metadata(**said: str) -> str:
    """`Upload-Metadata`."""
    return ",".join(f"{key} {encoded(value)}" for key, value in said.items())


def checksum(data: bytes, algorithm: str = "sha1") -> str:
    """`Upload-Checksum`."""
    return f"{algorithm} {encoded(hashlib.new(algorithm, data).digest())}"


def announce(client: APIClient, length: int, filename: str = "a.txt", headers: dict | None = None, **said: str):
    """`POST uploads` without a body."""
    given = {**TUS, "Upload-Length": str(length), "Upload-Metadata": metadata(filename=filename, **said)}
    return client.post(ROUTE, headers=given | (headers or {}))


def begun(client: APIClient, length: int, filename: str = "a.txt", **said: str) -> str:
    """The address of a new upload."""
    response = announce(client, length, filename, **said)
    assert response.status_code == 201, response.content
    return response["Location"]


def patch(
    client: APIClient, address: str, data: bytes = b"", offset: int = 0, content_type: str = BYTES, **headers: Any
):
    """`PATCH uploads/<id>`; header names with `_` for `-`."""
    given = {name.replace("_", "-"): value for name, value in headers.items() if value is not None}
    return client.patch(
        address, data, content_type=content_type, headers={**TUS, "Upload-Offset": str(offset), **given}
    )


def head(client: APIClient, address: str):
    return client.head(address, headers=TUS)


def offset(client: APIClient, address: str) -> int:
    """How far the server says it is."""
    response = head(client, address)
    assert response.status_code == 200, response.status_code
    return int(response["Upload-Offset"])


def send_whole(client: APIClient, data: bytes, filename: str = "a.txt", **said: str):
    """The answer to the only PATCH of a file."""
    return patch(client, begun(client, len(data), filename, **said), data)
