"""A client that keeps its connection, as a browser does."""

import http.client
import json
import uuid
from collections.abc import Mapping
from typing import Any

BROWSER = {"User-Agent": "Mozilla/5.0 (benchmark)", "Accept-Encoding": "identity"}
PICTURES = {"Accept": "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"}


class Unexpected(Exception):
    """An answer with another status than the one that is measured."""


class Busy(Unexpected):
    """503: the server asks to come again."""


class Browser:
    """One connection to a server of this machine; `headers` go with every request."""

    def __init__(self, port: int, headers: Mapping[str, str] | None = None) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.headers = {**BROWSER, **(headers or {})}

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        expected: int = 200,
    ) -> bytes:
        """The body of an answer. Raises Unexpected for any other status, Busy for 503."""
        self.connection.request(method, path, body, {**self.headers, **(headers or {})})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != expected:
            kind = Busy if answer.status == 503 else Unexpected
            raise kind(f"{method} {path}: {answer.status} {content[:500]!r}")
        return content

    def send_file(
        self, path: str, data: bytes, *, name: str, fields: Mapping[str, str], field: str, expected: int
    ) -> Any:
        """Uploads one JPEG in a multipart form; gives the JSON that comes back."""
        body, kind = multipart(data, name=name, fields=fields, field=field)
        return json.loads(self.ask(path, method="POST", body=body, headers={"Content-Type": kind}, expected=expected))


def multipart(data: bytes, *, name: str, fields: Mapping[str, str], field: str) -> tuple[bytes, str]:
    """A form with one file (RFC 7578): its body and its Content-Type."""
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in fields.items()
    ]
    disposition = f'Content-Disposition: form-data; name="{field}"; filename="{name}"'
    file = f"--{boundary}\r\n{disposition}\r\nContent-Type: image/jpeg\r\n\r\n"
    body = "".join(parts).encode() + file.encode() + data + f"\r\n--{boundary}--\r\n".encode()
    return body, f"multipart/form-data; boundary={boundary}"
