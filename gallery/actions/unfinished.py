"""Resumable uploads that end: by who sent them, by time, with an account. Files that came of them stay."""

import logging
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Refused
from accounts.models import User
from accounts.quota import release
from gallery.intake import partial
from gallery.intake.partial import Partial
from gallery.models import ResumableUpload

STRAY = 24 * 60 * 60  # seconds after which bytes that no upload knows were left behind by a crash

logger = logging.getLogger("atelier.gallery")


def busy() -> Refused:
    """423: another request is at this upload."""
    return Refused(_("Another request is writing to this upload."), status=423, code="locked", wait=1)


def terminate_upload(*, upload_id: UUID, by: User) -> None:
    """Forgets an upload, its bytes and the room held for it. Raises ResumableUpload.DoesNotExist, and Refused (423) while
    it is written to."""
    own = ResumableUpload.objects.filter(owner=by)
    own.get(pk=upload_id)
    if not end(upload_id, among=own):
        raise busy()


def end(upload_id: UUID, *, among: QuerySet[ResumableUpload]) -> bool:
    """Forgets an upload if it is `among` those, as they are when nobody else is at it; False where somebody is."""
    try:
        with Partial(upload_id):
            forget(among.filter(pk=upload_id).first())
    except BlockingIOError:
        return False
    except FileNotFoundError:  # finished, or its bytes are lost
        forget(among.filter(pk=upload_id).first())
    return True


def forget(upload: ResumableUpload | None) -> None:
    """The row and the room first: bytes without a row are swept, a row without bytes would mislead."""
    if upload is None:
        return
    with transaction.atomic():
        ResumableUpload.objects.filter(pk=upload.pk).delete()
        if upload.reservation:
            release(upload.reservation)
    partial.remove(upload.pk)


def sweep_uploads(stray: float = STRAY) -> int:
    """Forgets uploads whose time is over, and bytes older than `stray` seconds that no row knows; returns how many."""
    expired = ResumableUpload.objects.filter(expires_at__lte=timezone.now())
    ended = sum(end(upload_id, among=expired) for upload_id in list(expired.values_list("pk", flat=True)))
    strays = [path for path in partial.stale(stray) if not is_known(path.name)]
    for path in strays:
        path.unlink(missing_ok=True)
    if ended or strays:
        logger.info("resumable uploads swept", extra={"expired": ended, "strays": len(strays)})
    return ended + len(strays)


def is_known(name: str) -> bool:
    try:
        return ResumableUpload.objects.filter(pk=UUID(hex=name)).exists()
    except ValueError:
        return False


def delete_uploads_of(user: Any) -> None:
    """All that is still coming in for a person, before their account goes: rows now, bytes on commit."""
    uploads = ResumableUpload.objects.filter(owner=user)
    ids = list(uploads.values_list("pk", flat=True))
    uploads.delete()
    transaction.on_commit(lambda: remove_all(ids))


def remove_all(upload_ids: Iterable[UUID]) -> None:
    for upload_id in upload_ids:
        partial.remove(upload_id)


def reservations_in_use() -> QuerySet[Any, Any]:
    """The ids of the reservations that living uploads hold: days, where other uploads take minutes."""
    return ResumableUpload.objects.filter(reservation__isnull=False).values("reservation")
