"""Files that come in several pieces, by the tus protocol: added to, and taken into the library when whole.

What counts as here is what the row says: `offset` moves only when the bytes before it are synced. A crash leaves bytes behind
it at most, which the next request cuts off. Every piece is written under the lock of the file (`gallery.intake.partial`),
and no transaction is open while bytes come in.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict, Refused
from accounts.models import Reservation, User
from accounts.quota import release, reserve
from gallery.actions.tags import fold_tags
from gallery.actions.unfinished import busy
from gallery.actions.uploads import Verdict, Wishes, receive_file
from gallery.intake import partial, tus
from gallery.intake.partial import Partial
from gallery.intake.reception import Arrival
from gallery.models import Album, ResumableUpload

STEP = 8 * 1024 * 1024  # bytes after which what came is synced and told to the row: what a crash may cost


@dataclass(frozen=True)
class Piece:
    """What one request brings: `size` bytes for the place `offset`, as they come, and perhaps what they hash to; and the
    shared links that its sender has opened."""

    offset: int
    size: int
    pieces: Iterable[bytes] = ()
    checksum: tus.Checksum | None = None
    links: Collection[UUID] = ()


def expiry() -> datetime:
    """When an upload that is touched now will be forgotten."""
    return timezone.now() + timedelta(seconds=settings.RESUMABLE_UPLOAD_LIFETIME)


def own_upload(upload_id: UUID, by: User) -> ResumableUpload:
    """An upload of this person's as it stands. Raises ResumableUpload.DoesNotExist, and Refused (410) for one that has
    expired or whose bytes are lost."""
    upload = row_of(upload_id, by)
    size = None if upload.is_over else partial.size_of(upload_id)
    if size is None and not upload.is_over:  # finished a moment ago, or lost
        upload = row_of(upload_id, by)
    if upload.expires_at <= timezone.now() or (size is None and not upload.is_over):
        raise Refused(_("This upload is gone. Please start again."), status=410, code="gone")
    if size is not None:
        upload.offset = min(upload.offset, size)
    return upload


def row_of(upload_id: UUID, by: User) -> ResumableUpload:
    related = ResumableUpload.objects.select_related("reservation", "folder")
    return related.get(pk=upload_id, owner=by)


def look_at(*, upload_id: UUID, by: User, links: Collection[UUID] = ()) -> ResumableUpload:
    """As `own_upload`; one that is here whole, but was not taken in for a crash or a busy moment, is taken in now."""
    upload = own_upload(upload_id, by)
    if upload.is_over or upload.offset < upload.length:
        return upload
    return append(upload_id=upload_id, by=by, piece=Piece(offset=upload.length, size=0, links=links))


@contextmanager
def holding(upload_id: UUID, by: User) -> Iterator[tuple[ResumableUpload, Partial | None]]:
    """The upload as it is while nobody else is at it, with its file, or None where it is over. Raises Refused (423)."""
    try:
        held = None if own_upload(upload_id, by).is_over else Partial(upload_id)
    except FileNotFoundError:  # over since a moment ago
        held = None
    except BlockingIOError:
        raise busy() from None
    with held or nullcontext():
        upload = own_upload(upload_id, by)
        yield upload, None if upload.is_over else held


def append(*, upload_id: UUID, by: User, piece: Piece) -> ResumableUpload:
    """Adds bytes, and takes the file into the library with the last of them; `file` or `refusal` tells what came of it.

    Raises ResumableUpload.DoesNotExist and Refused: 409 `offset_mismatch`, 410 `gone`, 413 `too_large`, 423 `locked`, 460
    `checksum_mismatch`, 503 `busy`. After any of them the upload goes on where it says.
    """
    with holding(upload_id, by) as (upload, held):
        if upload.refusal is None:
            require_fit(upload, piece)
        if held:
            held.cut(upload.offset)
            take_checked(upload, held, piece, piece.checksum) if piece.checksum else take(upload, held, piece)
            if upload.offset == upload.length:
                finish(upload, by, piece.links)
        return upload


def require_fit(upload: ResumableUpload, piece: Piece) -> None:
    if piece.offset != upload.offset:
        words = _("The upload goes on at %d.") % upload.offset
        raise Conflict(words, code="offset_mismatch", attr="Upload-Offset")
    if piece.offset + piece.size > upload.length:
        words = _("This is more than the %d bytes that were announced.") % upload.length
        raise Refused(words, status=413, code="too_large", attr="Content-Length")


def take(upload: ResumableUpload, held: Partial, piece: Piece) -> None:
    """Writes what comes and keeps what came, of a broken line too."""
    try:
        for data in piece.pieces:
            held.write(data)
            if held.size >= upload.offset + STEP:
                settle(upload, held)
    finally:
        settle(upload, held)


def take_checked(upload: ResumableUpload, held: Partial, piece: Piece, checksum: tus.Checksum) -> None:
    """Keeps what comes if it is what it says, all of it or nothing."""
    hasher = checksum.hasher()
    try:
        for data in piece.pieces:
            held.write(data)
            hasher.update(data)
        if hasher.digest() != checksum.digest:
            words = _("The bytes that arrived are not those that were sent.")
            raise Refused(words, status=460, code="checksum_mismatch", attr="Upload-Checksum")
    except BaseException:
        held.cut(upload.offset)
        raise
    settle(upload, held)


def settle(upload: ResumableUpload, held: Partial) -> None:
    """Makes what was written count. Raises DoesNotExist where the account went meanwhile."""
    held.sync()
    upload.offset, upload.expires_at = held.size, expiry()
    changes = {"offset": upload.offset, "expires_at": upload.expires_at}
    if not ResumableUpload.objects.filter(pk=upload.pk).update(**changes):
        raise ResumableUpload.DoesNotExist


def finish(upload: ResumableUpload, by: User, links: Collection[UUID]) -> None:
    """Takes a whole file into the library as any upload. Ending half-way it is simply done again: what was kept by then
    is found as a duplicate."""
    reservation = upload.reservation or hold_again(upload)
    staged = partial.stage(upload.pk)
    try:
        arrival, wishes = Arrival(upload.filename, staged), wishes_of(upload, by, links)
        verdict = receive_file(arrival=arrival, by=by, wishes=wishes, reservation=reservation)
    finally:
        staged.discard()
    conclude(upload, verdict, reservation)


def hold_again(upload: ResumableUpload) -> Reservation:
    """Room for an upload that has lost its own; where there is none left, it is refused for that."""
    reservation = reserve(upload.owner_id, upload.length)
    ResumableUpload.objects.filter(pk=upload.pk).update(reservation=reservation)
    return reservation


def wishes_of(upload: ResumableUpload, by: User, links: Collection[UUID]) -> Wishes:
    """What its sender said of the file. An album that takes nothing from them any more is no reason to lose it."""
    album = Album.objects.taking_from(by, links).filter(pk=upload.album_id).first() if upload.album_id else None
    said = tus.texts_of(tus.parse_metadata(upload.metadata))
    return Wishes(
        folder=upload.folder,
        album=album,
        title=upload.title,
        description=said.get("description", ""),
        tags=fold_tags(tus.listed(said.get("tags", ""))),
        visibility=upload.visibility,
    )


def conclude(upload: ResumableUpload, verdict: Verdict, reservation: Reservation) -> None:
    """Remembers what became of a file, for a client whose line broke before it heard; room and bytes go."""
    upload.file, upload.reservation = verdict.file, None
    upload.refusal = {"code": verdict.error.code, "detail": verdict.error.detail} if verdict.error else None
    try:
        with transaction.atomic():
            told = {"file": upload.file, "refusal": upload.refusal, "reservation": None}
            ResumableUpload.objects.filter(pk=upload.pk).update(**told)
            release(reservation)
    except IntegrityError as error:  # the file that it is a duplicate of has gone since
        raise changed() from error
    partial.remove(upload.pk)


def changed() -> Conflict:
    """409: what a request relied on has gone since."""
    return Conflict(_("Your library has changed meanwhile. Please try again."))
