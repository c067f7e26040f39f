"""Multipart bodies, read to their very end, each file under the name it was sent by."""

from collections.abc import Mapping
from typing import Any, Protocol

from django.http.multipartparser import MultiPartParser as FormParser
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import DataAndFiles, MultiPartParser

# Longer than a boundary may be, with its dashes and the line behind it.
TAIL = 512


class Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class Watched:
    """A stream whose last bytes are remembered."""

    def __init__(self, stream: Readable) -> None:
        self.stream, self.tail = stream, b""

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size)
        self.tail = data[-TAIL:] if len(data) >= TAIL else (self.tail + data)[-TAIL:]
        return data


class NamedAsSent(FormParser):
    """Django drops a file called `..` unseen; here it arrives, and is refused."""

    def sanitize_file_name(self, file_name: str) -> str:
        return super().sanitize_file_name(file_name) or file_name

    def closing_line(self) -> bytes:
        boundary: bytes = self._boundary  # type: ignore[attr-defined]  # missing from the stubs
        return b"--" + boundary + b"--"


class WholeMultiPartParser(MultiPartParser):
    """Takes a body only with its last line: Django's parser takes one that a lost connection cut off for a shorter one."""

    def parse(
        self, stream: Any, media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> DataAndFiles:
        """Raises ParseError, also where the closing boundary is missing."""
        context = parser_context or {}
        request = context["request"]
        watched: Any = Watched(stream)  # the stubs ask for more than is called
        meta = request.META | {"CONTENT_TYPE": media_type}
        try:
            parser = NamedAsSent(meta, watched, request.upload_handlers, context.get("encoding"))
            data, files = parser.parse()
        except MultiPartParserError as error:
            raise ParseError(_("The form could not be read: %s") % error) from error
        if parser.closing_line() not in watched.tail:
            raise ParseError(_("The form ends before its last line: the connection may have been lost."))
        return DataAndFiles(data, files)
