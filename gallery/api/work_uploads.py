"""`artworks/upload`: a new work, of files or of pictures in the library."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import APIView

from accounts.requests import person
from gallery.actions.artworks import MOST_VIEWS, create_artwork
from gallery.actions.work_files import received_pictures
from gallery.api.addresses import site
from gallery.api.arriving import Arrivals, arriving
from gallery.api.repeating import IDEMPOTENCY_KEY, first_answer, idempotency_key, once
from gallery.api.uploads import all_rejected
from gallery.api.work_descriptions import WholeArtworkSerializer
from gallery.api.work_requests import NewWorkFormSerializer, NewWorkSerializer, WorkChangeSerializer
from gallery.api.works import tell_artwork_whole
from gallery.intake.multipart import WholeMultiPartParser

FIELDS = frozenset({"image_file"})
PARSERS: list[Any] = [WholeMultiPartParser, *api_settings.DEFAULT_PARSER_CLASSES[:2]]


class WorkUploadView(APIView):
    """Make a work."""

    permission_classes = [IsAuthenticated]
    parser_classes = PARSERS
    throttle_scope = "upload"
    error_statuses = (411, 413)

    @extend_schema(
        request={"multipart/form-data": NewWorkFormSerializer, "application/json": NewWorkSerializer},
        parameters=[IDEMPOTENCY_KEY],
        responses={201: WholeArtworkSerializer},
    )
    def post(self, request: Request) -> Response:
        """Make a work of one picture or several. One bad file refuses the whole, and leaves nothing of the others."""
        key = idempotency_key(request)
        with arriving(request, fields=FIELDS) as arrivals:
            serializer = NewWorkSerializer(data=request.data, context={"request": request})
            if answered := first_answer(request, key, arrivals.files):
                return answered
            said = read_work(serializer, arrivals, is_new=True)
            with sent_pictures(request, arrivals) as new:
                views = [*serializer.pictures(), *new]
                return once(request, key, arrivals.files, lambda: self.create(request, views, said))

    def create(self, request: Request, views: list[UUID], said: dict[str, Any]) -> Response:
        artwork = create_artwork(by=person(request), image_ids=views, **said)
        told = tell_artwork_whole(artwork.pk, viewer=request.user, base=site(request))
        return Response(told, status=201)


def read_work(serializer: WorkChangeSerializer, arrivals: Arrivals, *, is_new: bool) -> dict[str, Any]:
    """What is said of a work, judged before any file is: its facts, `tags` and `gallery`. Raises ValidationError."""
    wrong: dict[str, Any] = {}
    serializer.is_valid()
    pictures = len(arrivals.files) + sum(is_named(serializer, name) for name in ("image_id", "image_ids"))
    if is_new and not pictures:
        wrong["image_file"] = [ErrorDetail(_("Send a file, or name a picture of your library."), "required")]
    if len(arrivals.files) > MOST_VIEWS:
        wrong["image_file"] = [ErrorDetail(_("A work shows at most %d pictures.") % MOST_VIEWS, "max_length")]
    if wrong or serializer.errors:
        raise ValidationError({**wrong, **serializer.errors})
    if len(arrivals.files) + len(serializer.pictures()) > MOST_VIEWS:
        detail = ErrorDetail(_("A work shows at most %d pictures.") % MOST_VIEWS, "max_length")
        field = next(name for name in ("image_ids", "image_id") if is_named(serializer, name))
        raise ValidationError({"image_file" if arrivals.files else field: [detail]})
    return {name: value for name, value in serializer.validated_data.items() if name not in ("image_id", "image_ids")}


def is_named(serializer: WorkChangeSerializer, name: str) -> bool:
    """Whether pictures of the library were sent under this name, wrong ones too."""
    return isinstance(serializer.initial_data, dict) and name in serializer.initial_data


@contextmanager
def sent_pictures(request: Request, arrivals: Arrivals) -> Iterator[list[UUID]]:
    """Takes the files in, and gives their ids; what fails within takes them away again. Raises Refused where one of them is
    rejected."""
    if arrivals.reservation is None:
        yield []
        return
    with received_pictures(arrivals.files, by=person(request), reservation=arrivals.reservation) as verdicts:
        if any(verdict.error for verdict in verdicts):
            raise all_rejected(verdicts, field="image_file")
        yield [verdict.file.pk for verdict in verdicts if verdict.file]
