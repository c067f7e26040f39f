"""`upload`: many files at once, a verdict for each."""

import hashlib
import json
import re
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.exceptions import Conflict, Refused
from accounts.models import Reservation
from accounts.quota import extend, release, reserve
from accounts.requests import person
from gallery.actions.tags import fold_tags
from gallery.actions.uploads import Verdict, Wishes, is_whole, receive_file
from gallery.api.addresses import site
from gallery.api.descriptions import CheckAnswerSerializer, UploadAnswerSerializer
from gallery.api.documents import tell_file
from gallery.api.pictures import tell_whole
from gallery.api.requests import CheckSerializer, UploadRequestSerializer, UploadSerializer
from gallery.intake.multipart import WholeMultiPartParser
from gallery.intake.reception import STEP, Reception, receiving
from gallery.models import File, Kind, UploadAnswer

FIELDS = frozenset({"files", "file", "image", "images"})
KEY = re.compile(r"[\x21-\x7e]{1,255}")
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key", location="header", description="Sent again with the same body, gives the first answer again."
)


class UploadView(APIView):
    """Take files in."""

    permission_classes = [IsAuthenticated]
    parser_classes = [WholeMultiPartParser]
    throttle_scope = "upload"
    error_statuses = (411, 413)

    @extend_schema(
        request={"multipart/form-data": UploadRequestSerializer},
        parameters=[IDEMPOTENCY_KEY],
        responses={200: UploadAnswerSerializer, 201: UploadAnswerSerializer, 207: UploadAnswerSerializer},
    )
    def post(self, request: Request) -> Response:
        """Upload files. 201 where any is new, 200 where all are here already, 207 where some were rejected."""
        key = idempotency_key(request)
        declared = content_length(request)
        reservation = reserve(person(request).pk, min(declared, STEP))
        more = room_by_steps(reservation, declared)
        try:
            with receiving(request._request, fields=FIELDS, allowance=reservation.size, more=more) as reception:
                wishes = read_wishes(request)
                if not reception.arrivals:
                    raise ValidationError({"files": [ErrorDetail(_("Send at least one file."), "required")]})
                answered = UploadAnswer.objects.filter(owner=person(request), key=key).first() if key else None
                if answered:
                    return repeat(answered, fingerprint(request, reception))
                verdicts = [
                    receive_file(arrival=arrival, by=person(request), wishes=wishes, reservation=reservation)
                    for arrival in reception.arrivals
                ]
                answer = self.answer(verdicts, request)
                return remember(request, key, reception, answer) if key and is_final(verdicts) else answer
        finally:
            release(reservation)

    def answer(self, verdicts: list[Verdict], request: Request) -> Response:
        """The answer to an upload, be it an error: that one is remembered too."""
        try:
            return tell_verdicts(verdicts, request)
        except Refused as refusal:
            return self.handle_exception(refusal)


def content_length(request: Request) -> int:
    """The bytes that the body may have: what an upload can need at most. Raises Refused for one sent without its length."""
    if "HTTP_TRANSFER_ENCODING" in request.META and not request.META.get("CONTENT_LENGTH"):
        raise Refused(_("Send the length of the upload with it."), status=411, code="length_required")
    try:
        return max(0, int(request.META.get("CONTENT_LENGTH") or 0))
    except ValueError:
        return 0


def room_by_steps(reservation: Reservation, declared: int) -> Callable[[int], int]:
    """What a reception asks for more room: a length that is declared alone takes none from the person's other uploads."""
    left = declared - reservation.size

    def more(wanted: int) -> int:
        nonlocal left
        granted = extend(reservation, min(wanted, left)) if left else 0
        left -= granted
        return granted

    return more


def read_wishes(request: Request) -> Wishes:
    """Reads the body, files and all, and what it says of them."""
    return wishes_from(request, request.data)


def wishes_from(request: Request, data: Any) -> Wishes:
    """What a sender says of their files. Raises ValidationError."""
    serializer = UploadSerializer(data=data, context={"request": request})
    serializer.is_valid(raise_exception=True)
    said = serializer.validated_data
    return Wishes(
        folder=said.get("folder_id"),
        title=said.get("title", ""),
        description=said.get("description", ""),
        tags=fold_tags(said.get("tags", [])),
        visibility=said.get("visibility", ""),
        album=said.get("album_id"),
    )


def tell_verdicts(verdicts: list[Verdict], request: Request) -> Response:
    """The answer to an upload. Raises Refused where every file was rejected."""
    created, duplicates, rejected = (
        sum(verdict.status == status for verdict in verdicts) for status in ("created", "duplicate", "rejected")
    )
    if rejected == len(verdicts):
        raise all_rejected(verdicts)
    results = [tell_verdict(index, verdict, request) for index, verdict in enumerate(verdicts)]
    body = {"results": results, "created": created, "duplicates": duplicates, "rejected": rejected}
    return Response(body, status=207 if rejected else 201 if created else 200)


def is_final(verdicts: list[Verdict]) -> bool:
    """Whether asking again changes nothing. Where room alone was missing, there may be some by then."""
    return any(verdict.error is None or verdict.error.code != "quota_exceeded" for verdict in verdicts)


def all_rejected(verdicts: list[Verdict]) -> Refused:
    """One error for each file, under the status that fits them all."""
    errors = [verdict.error for verdict in verdicts if verdict.error]
    codes = {error.code for error in errors}
    status = 413 if codes == {"too_large"} else 415 if codes <= {"unsupported_type", "type_mismatch"} else 400
    detail = {f"files.{index}": [ErrorDetail(error.detail, error.code)] for index, error in enumerate(errors)}
    return Refused(detail, status=status)


def tell_verdict(index: int, verdict: Verdict, request: Request) -> dict[str, Any]:
    base, file, error = site(request), verdict.file, verdict.error
    is_image = file is not None and file.kind == Kind.IMAGE
    image = tell_whole(file.pk, viewer=request.user, base=base) if file and is_image else None
    return {
        "index": index,
        "filename": verdict.filename,
        "status": verdict.status,
        "id": file.pk if file else None,
        "kind": file.kind if file else None,
        "url": f"{base}/api/{'images' if is_image else 'files'}/{file.pk}" if file else None,
        "image": image,
        "file": tell_file(file, base=base) if file else None,
        "error": {"code": error.code, "detail": error.detail} if error else None,
    }


def idempotency_key(request: Request) -> str:
    """The key of a request that may be repeated, or an empty text. Raises ValidationError for one that is none."""
    key: str = request.headers.get("Idempotency-Key", "")
    if key and not KEY.fullmatch(key):
        raise ValidationError(
            {"Idempotency-Key": [ErrorDetail(_("Use 1 to 255 visible ASCII characters."), "invalid")]}
        )
    return key


def fingerprint(request: Request, reception: Reception) -> str:
    """What was sent, as a hash: the fields, the names and the bytes of the files. The boundary of the parts may differ."""
    fields = sorted(request.data.lists())  # type: ignore[union-attr]  # a form's
    files = [(each.filename, each.checksum or "cut off") for each in reception.arrivals]
    return hashlib.sha256(json.dumps([fields, files]).encode()).hexdigest()


def repeat(answered: UploadAnswer, sent: str) -> Response:
    """The first answer again. Raises Conflict where something else was sent."""
    if answered.fingerprint != sent:
        raise Conflict(
            _("This key was used for another upload."), code="idempotency_key_reused", attr="Idempotency-Key"
        )
    return Response(answered.body, status=answered.status)


def remember(request: Request, key: str, reception: Reception, answer: Response) -> Response:
    """Keeps the answer for whoever asks again; of two that were under way at once, the first to end gave it."""
    sent, body = fingerprint(request, reception), json.loads(request.accepted_renderer.render(answer.data))
    try:
        with transaction.atomic():
            UploadAnswer.objects.create(
                owner=person(request), key=key, fingerprint=sent, status=answer.status_code, body=body
            )
    except IntegrityError:
        return repeat(UploadAnswer.objects.get(owner=person(request), key=key), sent)
    return answer


class UploadCheckView(APIView):
    """Ask what is here already."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=CheckSerializer, responses={200: CheckAnswerSerializer})
    def post(self, request: Request) -> Response:
        """Tell which of one's own files are here already, by checksum, before a byte is sent."""
        serializer = CheckSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        checksums = [checksum.lower() for checksum in serializer.validated_data["checksums"]]
        own = File.objects.filter(owner=person(request), checksum__in=checksums)
        found = {file.checksum: file.pk for file in own if is_whole(file)}
        return Response(
            {"results": [{"checksum": each, "exists": each in found, "id": found.get(each)} for each in checksums]}
        )
