"""From bytes on a shelf to an HTTP answer: conditional, ranged, named."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date
from django.utils.translation import gettext as _

from gallery.serving.caching import Audience
from gallery.serving.handover import PUBLIC_REDIRECT, handed_over
from gallery.serving.ranges import Unsatisfiable, read_range
from gallery.serving.reservations import reservation_headers
from gallery.storage import Shelf

CHUNK = 256 * 1024
# What fits here is sent in one piece: streaming costs more than reading it.
SMALL = 512 * 1024

Overlay = Callable[[bytes, int], bytes]


@dataclass(frozen=True)
class Served:
    """What is to be sent.

    It lies on `shelf` under `name`, `size` bytes long; `etag` (unquoted) and `modified` say which version it is; `attachment`
    is the name to save it under, None to show it; `overlay` changes a window of it that starts at an offset, keeping its
    length; `ai_training` is the answer that is in force, empty for what is not a picture.
    """

    shelf: Shelf
    name: str
    size: int
    content_type: str
    etag: str
    modified: datetime
    audience: Audience
    attachment: str | None = None
    overlay: Overlay | None = None
    ranges: bool = False
    vary: str = ""
    ai_training: str = ""


def serve(request: HttpRequest, served: Served) -> HttpResponseBase:
    """Answers with the bytes: 200, 206 for a range, 304 where the client has them, 412, 416.

    Raises FileNotFoundError where the bytes are missing.
    """
    etag, modified = f'"{served.etag}"', int(served.modified.timestamp())
    response = get_conditional_response(request, etag, modified) or sent(request, served)
    if response.status_code == 412:
        response = refusal(412, "precondition_failed", _("It is another version than you expect."))
    describe(response, served)
    return response


def refusal(status: int, code: str, detail: str) -> JsonResponse:
    """A refusal in the shape of all errors; under no condition what a cache gives to the next who asks."""
    errors = [{"code": code, "detail": detail, "attr": None}]
    return JsonResponse({"type": "client_error", "errors": errors}, status=status)


def sent(request: HttpRequest, served: Served) -> HttpResponseBase:
    if served.overlay is None:
        headers = {"Content-Type": served.content_type, "Cache-Control": served.audience.value} | disposition(served)
        if elsewhere := handed_over(request, served.shelf, served.name, size=served.size, headers=headers):
            return elsewhere
    try:
        span = wanted_range(request, served)
    except Unsatisfiable:
        response = refusal(416, "range_not_satisfiable", _("The range lies behind the end of the file."))
        response.headers["Content-Range"] = f"bytes */{served.size}"
        return response
    start, end = span or (0, served.size)
    answer = body(request, served, start, end)
    if span:
        answer.status_code = 206
        answer.headers["Content-Range"] = f"bytes {start}-{end - 1}/{served.size}"
    answer.headers["Content-Length"] = str(end - start)
    return answer


def wanted_range(request: HttpRequest, served: Served) -> tuple[int, int] | None:
    """The range asked for, where one is meant for this version of the bytes."""
    header = request.headers.get("Range", "")
    if not (header and served.ranges and request.method in {"GET", "HEAD"}):
        return None
    condition = request.headers.get("If-Range")
    if condition and condition not in {f'"{served.etag}"', http_date(int(served.modified.timestamp()))}:
        return None
    return read_range(header, served.size)


def body(request: HttpRequest, served: Served, start: int, end: int) -> HttpResponseBase:
    if request.method == "HEAD":
        return HttpResponse(content_type=served.content_type)
    source = served.shelf.open(served.name)
    source.seek(start)  # here, so that what is missing elsewhere is known before the answer begins
    if end - start <= SMALL:
        with source:
            return HttpResponse(b"".join(window(source, served.overlay, start, end)), content_type=served.content_type)
    response = StreamingHttpResponse(window(source, served.overlay, start, end), content_type=served.content_type)
    response._resource_closers.append(source.close)  # type: ignore[attr-defined]  # as Django does for its own FileResponse
    return response


def window(source: BinaryIO, overlay: Overlay | None, start: int, end: int) -> Iterator[bytes]:
    """The bytes from `start`, where the source is, up to `end`, piece by piece, each seen through the overlay."""
    while start < end:
        piece = source.read(min(CHUNK, end - start))
        if not piece:
            raise EOFError("the file is shorter than its row says")
        yield overlay(piece, start) if overlay else piece
        start += len(piece)


def describe(response: HttpResponseBase, served: Served) -> None:
    """The headers that every answer carries, 304 and 416 included."""
    headers = response.headers
    for name, value in reservation_headers(served.ai_training).items():
        headers[name] = value
    if response.status_code == 302:
        headers["Cache-Control"] = PUBLIC_REDIRECT if served.audience.is_everyone else Audience.SOME.value
        if served.vary:
            headers["Vary"] = served.vary
        return
    headers["ETag"] = f'"{served.etag}"'
    headers["Last-Modified"] = http_date(served.modified.timestamp())
    is_refused = response.status_code >= 400
    headers["Cache-Control"] = "no-store" if is_refused else served.audience.value
    headers["X-Content-Type-Options"] = "nosniff"
    # Nothing that a stranger gave us is ever a document of this site.
    headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    headers["Cross-Origin-Resource-Policy"] = "cross-origin" if served.audience.is_everyone else "same-site"
    if served.ranges:
        headers["Accept-Ranges"] = "bytes"
    if served.vary:
        headers["Vary"] = served.vary
    if response.status_code in {200, 206}:
        for name, value in disposition(served).items():
            headers[name] = value


def disposition(served: Served) -> dict[str, str]:
    """The header that names what is to be saved; none for what is shown."""
    if served.attachment is None:
        return {}
    return {"Content-Disposition": content_disposition_header(True, served.attachment) or "attachment"}
