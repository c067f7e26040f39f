"""`uploads`: large files by the tus protocol, version 1.0.0. No parser touches a body here: it streams to the disk."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.http import http_date
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import UnsupportedMediaType
from rest_framework.permissions import BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.exceptions import Refused
from accounts.models import User
from accounts.requests import person
from gallery.actions.announcing import create_upload
from gallery.actions.resumable import Piece, append, look_at, require_fit
from gallery.actions.unfinished import terminate_upload
from gallery.actions.uploads import Verdict
from gallery.api.addresses import site
from gallery.api.arriving import content_length
from gallery.api.bytes import AnyAccept
from gallery.api.repeating import idempotency_key
from gallery.api.tus import APPENDS, ENDS, MAKES, read_announced, read_checksum, read_number
from gallery.api.uploads import all_rejected
from gallery.intake import tus
from gallery.intake.reception import Rejected
from gallery.links import opened_links
from gallery.models import ResumableUpload

BYTES = "application/offset+octet-stream"
CHUNK = 256 * 1024


class TusView(APIView):
    """What all routes of the protocol have in common: its version on every answer, and asked of every request but OPTIONS."""

    permission_classes = [IsAuthenticated]
    content_negotiation_class = AnyAccept
    error_statuses = (410, 411, 412, 413, 423, 460)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Some clients can send nothing but POST, and name what they mean in a header. Both need the CSRF token."""
        meant = request.headers.get("X-HTTP-Method-Override", "").upper()
        if request.method == "POST" and meant in {"PATCH", "DELETE"}:
            request.method = meant
        return super().dispatch(request, *args, **kwargs)

    def get_permissions(self) -> list[BasePermission]:
        return [] if self.request.method == "OPTIONS" else super().get_permissions()  # type: ignore[return-value]

    def check_throttles(self, request: Request) -> None:
        """A request of another version is not processed at all, and spends nothing."""
        if request.method != "OPTIONS" and request.headers.get("Tus-Resumable") != tus.VERSION:
            words = _("Send the header Tus-Resumable: %s.") % tus.VERSION
            raise Refused(words, status=412, code="version_not_supported", attr="Tus-Resumable")
        super().check_throttles(request)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response["Tus-Resumable"] = tus.VERSION
        if response.status_code == 412:
            response["Tus-Version"] = tus.VERSION
        return super().finalize_response(request, response, *args, **kwargs)

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """What is offered. A browser's preflight is answered before it comes here."""
        offered = {
            "Tus-Version": tus.VERSION,
            "Tus-Extension": ",".join(tus.EXTENSIONS),
            "Tus-Max-Size": str(settings.MAX_UPLOAD_SIZE),
            "Tus-Checksum-Algorithm": ",".join(tus.ALGORITHMS),
        }
        return Response(status=204, headers=offered)


class ResumableUploadsView(TusView):
    """Announce a large file."""

    throttle_scope = "upload"

    @extend_schema(**MAKES)
    def post(self, request: Request) -> Response:
        """Announce a file; its bytes follow by PATCH to `Location`, or come with this already."""
        announced = read_announced(request)
        if not announced.length:
            raise refusal_of(announced.filename, "empty", _("The file is empty."))
        piece = read_piece(request, offset=0) if content_length(request) else None
        if piece:
            require_fit(ResumableUpload(length=announced.length), piece)
        upload = create_upload(by=person(request), announced=announced, key=idempotency_key(request))
        if piece and not (upload.offset or upload.is_over):
            upload = begin(upload, piece, person(request))
        return tell(upload, status=201, Location=f"{site(request)}/api/uploads/{upload.pk}")


class ResumableUploadView(TusView):
    """Send a large file, piece by piece."""

    def head(self, request: Request, upload_id: UUID) -> Response:
        """How far it is: `Upload-Offset`; and `Upload-Result-Id` once it is in the library."""
        upload = look_at(upload_id=upload_id, by=person(request), links=opened_links(request))
        said = {"Upload-Metadata": upload.metadata} if upload.metadata else {}
        return tell(upload, status=200, **{"Upload-Length": str(upload.length), "Cache-Control": "no-store"}, **said)

    @extend_schema(**APPENDS)
    def patch(self, request: Request, upload_id: UUID) -> Response:
        """Send the next bytes. With the last of them the file is judged as any upload, and its id told."""
        piece = read_piece(request, offset=read_number(request, "Upload-Offset"))
        return tell(append(upload_id=upload_id, by=person(request), piece=piece), status=204)

    @extend_schema(**ENDS)
    def delete(self, request: Request, upload_id: UUID) -> Response:
        """Give an upload up. A file that came of it stays."""
        terminate_upload(upload_id=upload_id, by=person(request))
        return Response(status=204)


def begin(upload: ResumableUpload, piece: Piece, by: User) -> ResumableUpload:
    """Adds what came with the announcement. Bytes that were garbled on the way are not kept, but the upload is: the answer
    tells that it is at 0."""
    try:
        return append(upload_id=upload.pk, by=by, piece=piece)
    except Refused as refused:
        if refused.code != "checksum_mismatch":
            raise
        return upload


def read_piece(request: Request, *, offset: int) -> Piece:
    """What the body will bring; nothing of it is read yet."""
    kind = (request.content_type or "").partition(";")[0].strip().lower()
    if kind != BYTES:
        raise UnsupportedMediaType(kind)
    size, checksum = content_length(request), read_checksum(request)
    pieces, links = stream(request._request), opened_links(request)
    return Piece(offset=offset, size=size, pieces=pieces, checksum=checksum, links=links)


def stream(request: HttpRequest) -> Iterator[bytes]:
    """The body as it comes; raises UnreadablePostError where the line breaks."""
    while data := request.read(CHUNK):
        yield data


def tell(upload: ResumableUpload, *, status: int, **headers: str) -> Response:
    """How far an upload is. Raises Refused, as `upload` would have, for a file that was not taken."""
    if upload.refusal is not None:
        raise refusal_of(upload.filename, **upload.refusal)
    headers |= {"Upload-Offset": str(upload.offset), "Upload-Expires": http_date(upload.expires_at.timestamp())}
    if upload.file_id is not None:
        headers["Upload-Result-Id"] = str(upload.file_id)
    return Response(status=status, headers=headers)


def refusal_of(filename: str, code: str, detail: str) -> Refused:
    return all_rejected([Verdict(filename, "rejected", error=Rejected(code, detail))])
