"""`upload`: many files at once, a verdict for each."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.exceptions import Refused
from accounts.requests import person
from gallery.actions.tags import fold_tags
from gallery.actions.uploads import Verdict, Wishes, is_whole, receive_file
from gallery.api.addresses import site
from gallery.api.arriving import Arrivals, arriving
from gallery.api.descriptions import CheckAnswerSerializer, UploadAnswerSerializer
from gallery.api.documents import tell_file
from gallery.api.pictures import tell_whole
from gallery.api.repeating import IDEMPOTENCY_KEY, first_answer, idempotency_key, once
from gallery.api.requests import CheckSerializer, UploadRequestSerializer, UploadSerializer
from gallery.intake.multipart import WholeMultiPartParser
from gallery.models import File, Kind

FIELDS = frozenset({"files", "file", "image", "images"})


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
        with arriving(request, fields=FIELDS) as arrivals:
            wishes = read_wishes(request)
            if not arrivals.files:
                raise ValidationError({"files": [ErrorDetail(_("Send at least one file."), "required")]})
            if answered := first_answer(request, key, arrivals.files):
                return answered
            verdicts = receive(arrivals, request, wishes)
            return once(
                request, key if is_final(verdicts) else "", arrivals.files, lambda: self.answer(verdicts, request)
            )

    def answer(self, verdicts: list[Verdict], request: Request) -> Response:
        """The answer to an upload, be it an error: that one is remembered too."""
        try:
            return tell_verdicts(verdicts, request)
        except Refused as refusal:
            return self.handle_exception(refusal)


def receive(arrivals: Arrivals, request: Request, wishes: Wishes) -> list[Verdict]:
    """What becomes of each file."""
    if arrivals.reservation is None:
        return []
    return [
        receive_file(arrival=arrival, by=person(request), wishes=wishes, reservation=arrivals.reservation)
        for arrival in arrivals.files
    ]


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


def all_rejected(verdicts: list[Verdict], *, field: str = "files") -> Refused:
    """One error for each file that was rejected, under the status that fits them all."""
    errors = {f"{field}.{index}": verdict.error for index, verdict in enumerate(verdicts) if verdict.error}
    codes = {error.code for error in errors.values()}
    status = 413 if codes == {"too_large"} else 415 if codes <= {"unsupported_type", "type_mismatch"} else 400
    detail = {attr: [ErrorDetail(error.detail, error.code)] for attr, error in errors.items()}
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
