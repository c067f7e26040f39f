"""The headers of the tus protocol as requests bring them, and as they are described."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework.request import Request

from accounts.exceptions import Refused
from gallery.actions.announcing import Announced
from gallery.api.repeating import IDEMPOTENCY_KEY
from gallery.api.uploads import wishes_from
from gallery.intake import tus


def asked(name: str, description: str, *, required: bool = True) -> OpenApiParameter:
    return OpenApiParameter(name, location="header", required=required, description=description)


def told(name: str, description: str, statuses: list[int]) -> OpenApiParameter:
    return OpenApiParameter(name, location="header", response=statuses, description=description)


VERSION = asked("Tus-Resumable", "`1.0.0`; anything else is a 412.")
CHECKSUM = asked("Upload-Checksum", "An algorithm and the digest of this body in Base64: `sha1 …`.", required=False)
OUTCOME = [
    told("Upload-Offset", "How many bytes are here.", [201, 204]),
    told("Upload-Expires", "When it will be forgotten.", [201, 204]),
    told("Upload-Result-Id", "The id of the file, once all is here and taken.", [201, 204]),
]
BODY = {"application/offset+octet-stream": OpenApiTypes.BINARY}
MAKES: dict[str, Any] = {
    "request": BODY,
    "parameters": [
        VERSION,
        asked("Upload-Length", "How many bytes the file has."),
        asked("Upload-Metadata", f"Keys with values in Base64: {', '.join(tus.TEXTS)}.", required=False),
        CHECKSUM,
        IDEMPOTENCY_KEY,
        told("Location", "Where its bytes go.", [201]),
        *OUTCOME,
    ],
    "responses": {201: OpenApiResponse(description="Announced.")},
}
APPENDS: dict[str, Any] = {
    "request": BODY,
    "parameters": [VERSION, asked("Upload-Offset", "Where these bytes belong."), CHECKSUM, *OUTCOME],
    "responses": {204: OpenApiResponse(description="They are here.")},
}
ENDS: dict[str, Any] = {
    "request": None,
    "parameters": [VERSION],
    "responses": {204: OpenApiResponse(description="It is gone.")},
}


def malformed(name: str, words: str) -> Refused:
    return Refused(words, code="invalid", attr=name)


def read_number(request: Request, name: str) -> int:
    """A header that is a number of bytes. Raises Refused naming it where it is missing or none."""
    try:
        return tus.parse_number(request.headers.get(name, ""))
    except ValueError:
        raise malformed(name, _("Send a whole number of bytes.")) from None


def read_checksum(request: Request) -> tus.Checksum | None:
    """What the body must hash to, where that is said."""
    text = request.headers.get("Upload-Checksum", "")
    try:
        return tus.parse_checksum(text) if text else None
    except ValueError:
        words = _("Send one of %s, and the digest in Base64.") % ", ".join(tus.ALGORITHMS)
        raise malformed("Upload-Checksum", words) from None


def read_announced(request: Request) -> Announced:
    """The file that will come. Raises Refused and ValidationError, naming the header or the key in its metadata."""
    if "Upload-Defer-Length" in request.headers:
        raise malformed("Upload-Defer-Length", _("Say in Upload-Length how long the file is."))
    length, text = read_number(request, "Upload-Length"), request.headers.get("Upload-Metadata", "")
    try:
        said: dict[str, Any] = dict(tus.texts_of(tus.parse_metadata(text)))
    except ValueError:
        raise malformed("Upload-Metadata", _("Send keys with values in strict Base64, parted by commas.")) from None
    filename = said.pop("filename", "")
    if "tags" in said:
        said["tags"] = tus.listed(said["tags"])
    return Announced(length, text, filename, wishes_from(request, said))
