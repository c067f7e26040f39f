"""Announcing a file that will come in several pieces: room is made for it, and nothing else yet."""

import hashlib
import json
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict, Refused
from accounts.models import User
from accounts.models.identifiers import new_id
from accounts.quota import reserve
from gallery.actions.resumable import changed, expiry, own_upload
from gallery.actions.uploads import Wishes
from gallery.intake import partial
from gallery.intake.names import clean_name
from gallery.models import ResumableUpload, UploadAnswer

AT_ONCE = 100  # unfinished uploads of one person


@dataclass(frozen=True)
class Announced:
    """What is said of an upload before its bytes come; `metadata` is the header as it was sent."""

    length: int
    metadata: str
    filename: str
    wishes: Wishes

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(json.dumps(["resumable", self.length, self.metadata]).encode()).hexdigest()


def create_upload(*, by: User, announced: Announced, key: str = "") -> ResumableUpload:
    """Makes room for a file; under the same `key` and the same words, gives the upload that was made then.

    Raises Refused: `too_large`, `quota_exceeded`, and Conflict: `too_many_uploads`, `idempotency_key_reused`.
    """
    if announced.length > settings.MAX_UPLOAD_SIZE:
        words = _("A file may have at most %d bytes.") % settings.MAX_UPLOAD_SIZE
        raise Refused(words, status=413, code="too_large", attr="Upload-Length")
    if made := made_before(by, key, announced):
        return made
    upload_id = new_id()
    partial.create(upload_id)
    try:
        return new_upload(upload_id, by=by, announced=announced, key=key)
    except IntegrityError as error:  # the same key a moment ago; or the folder or the album has gone since
        partial.remove(upload_id)
        if made := made_before(by, key, announced):
            return made
        raise changed() from error
    except BaseException:
        partial.remove(upload_id)
        raise


def made_before(by: User, key: str, announced: Announced) -> ResumableUpload | None:
    """What this key stands for already. Raises Conflict where that is something else."""
    answered = UploadAnswer.objects.filter(owner=by, key=key).first() if key else None
    if answered is None:
        return None
    if answered.fingerprint != announced.fingerprint:
        words = _("This key was used for another upload.")
        raise Conflict(words, code="idempotency_key_reused", attr="Idempotency-Key")
    return own_upload(UUID(answered.body["upload"]), by)


@transaction.atomic
def new_upload(upload_id: UUID, *, by: User, announced: Announced, key: str) -> ResumableUpload:
    """The row, and the room. Reserving locks the person's statistics, so that nobody exceeds AT_ONCE by hurrying."""
    reservation = reserve(by.pk, announced.length)
    if reservation.size < announced.length:
        words = _("There is no room left for this file in your storage.")
        raise Refused(words, code="quota_exceeded", attr="Upload-Length")
    unfinished = ResumableUpload.objects.filter(owner=by, file=None, refusal__isnull=True)
    if unfinished.filter(expires_at__gt=timezone.now()).count() >= AT_ONCE:
        words = _("You have %d unfinished uploads. Finish or end one of them first.") % AT_ONCE
        raise Conflict(words, code="too_many_uploads")
    if key:
        body = {"upload": str(upload_id)}
        UploadAnswer.objects.create(owner=by, key=key, fingerprint=announced.fingerprint, status=201, body=body)
    return ResumableUpload.objects.create(
        id=upload_id,
        owner=by,
        length=announced.length,
        metadata=announced.metadata,
        filename=clean_name(announced.filename),
        title=announced.wishes.title,
        visibility=announced.wishes.visibility,
        folder=announced.wishes.folder,
        album=announced.wishes.album,
        reservation=reservation,
        expires_at=expiry(),
    )
