"""Requests that may be repeated: under the same Idempotency-Key the first answer is given again, and nothing is done twice."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence

from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.exceptions import Conflict
from accounts.requests import person
from gallery.intake.reception import Arrival
from gallery.models import UploadAnswer

KEY = re.compile(r"[\x21-\x7e]{1,255}")
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key", location="header", description="Sent again with the same body, gives the first answer again."
)


def idempotency_key(request: Request) -> str:
    """The key of a request that may be repeated, or an empty text. Raises ValidationError for one that is none."""
    key: str = request.headers.get("Idempotency-Key", "")
    if key and not KEY.fullmatch(key):
        raise ValidationError(
            {"Idempotency-Key": [ErrorDetail(_("Use 1 to 255 visible ASCII characters."), "invalid")]}
        )
    return key


def fingerprint(request: Request, files: Sequence[Arrival]) -> str:
    """What was sent where, as a hash: the fields, the names and the bytes of the files. The boundary of the parts may differ."""
    fields = sorted(request.data.lists()) if isinstance(request.data, QueryDict) else request.data
    arrived = [(each.filename, each.checksum or "cut off") for each in files]
    sent = json.dumps([request.path, fields, arrived], sort_keys=True)
    return hashlib.sha256(sent.encode()).hexdigest()


def first_answer(request: Request, key: str, files: Sequence[Arrival]) -> Response | None:
    """The answer that was given to this request before, if any. Raises Conflict where something else was sent."""
    answered = UploadAnswer.objects.filter(owner=person(request), key=key).first() if key else None
    return repeat(answered, fingerprint(request, files)) if answered else None


def repeat(answered: UploadAnswer, sent: str) -> Response:
    """The first answer again. Raises Conflict where something else was sent."""
    if answered.fingerprint != sent:
        raise Conflict(
            _("This key was used for another upload."), code="idempotency_key_reused", attr="Idempotency-Key"
        )
    return Response(answered.body, status=answered.status)


def once(request: Request, key: str, files: Sequence[Arrival], make: Callable[[], Response]) -> Response:
    """Makes the answer and keeps it, both or neither, for whoever asks again under the key; of two requests that are under way
    at once, what `make` wrote for the second is undone, and it gets the answer of the first."""
    if not key:
        return make()
    sent = fingerprint(request, files)
    try:
        with transaction.atomic():
            answer = make()
            body = json.loads(request.accepted_renderer.render(answer.data))
            UploadAnswer.objects.create(
                owner=person(request), key=key, fingerprint=sent, status=answer.status_code, body=body
            )
            return answer
    except IntegrityError as error:
        answered = UploadAnswer.objects.filter(owner=person(request), key=key).first()
        if answered is None:
            raise Conflict(_("Your library has changed meanwhile. Please try again.")) from error
        return repeat(answered, sent)
