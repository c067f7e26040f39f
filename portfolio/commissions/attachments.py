"""Files that messages bring: who may open them, how they come, and how they are told."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from gallery.actions.uploads import Verdict
from gallery.actions.work_files import received_files, take_away
from gallery.api.arriving import Arrivals
from gallery.api.documents import tell_file
from gallery.api.pictures import Row
from gallery.api.uploads import all_rejected
from gallery.models import File, Kind
from portfolio.models import Attachment, Message
from social.actions.people import lock_people

MOST = 10
"""Files that one message brings."""


def opened_files(viewer: Any) -> QuerySet[Any, Any]:
    """The ids of the files that messages bring of commissions to which the viewer is a party (settings.FILE_OPENERS)."""
    return attached(viewer).filter(file__isnull=False).values("file")


def attached(viewer: Any) -> QuerySet[Attachment]:
    """What messages bring that the viewer may read."""
    return Attachment.objects.filter(message__in=Message.objects.visible_to(viewer))


def name_sent(file_id: UUID, viewer: Any) -> str | None:
    """What a file was called when it was last sent to the viewer (settings.OPENED_NAMES); None where it was not."""
    sent = attached(viewer).filter(file=file_id).order_by("-message__created_at", "-pk")
    return sent.values_list("name", flat=True).first()


@contextmanager
def kept(arrivals: Arrivals, *, by: User) -> Iterator[dict[UUID, str]]:
    """Takes the files of a form into a person's library, private there, and gives by id what they were sent as; what fails within
    takes those that are new away again. Raises Refused where one of them is rejected: then none is kept."""
    if arrivals.reservation is None:
        yield {}
        return
    release = partial(take_back, by=by)
    with received_files(arrivals.files, by=by, reservation=arrivals.reservation, release=release) as verdicts:
        if any(verdict.error for verdict in verdicts):
            raise all_rejected(verdicts)
        yield {verdict.file.pk: name_of(verdict) for verdict in verdicts if verdict.file}


def name_of(verdict: Verdict) -> str:
    """What a file was sent as. Of one that was in the library already its own name there may be nobody else's business; that of a
    new one has been put right."""
    is_new = verdict.file is not None and verdict.status == "created"
    return verdict.file.name if verdict.file is not None and is_new else verdict.filename


@transaction.atomic
def take_back(verdicts: Sequence[Verdict], *, by: User) -> None:
    """Deletes the files that are new, but for those that another message brings by now: who writes one is held, as here."""
    lock_people(by.pk)
    new = [verdict.file.pk for verdict in verdicts if verdict.file]
    needed = set(Attachment.objects.filter(file__in=new).values_list("file", flat=True))
    take_away([verdict for verdict in verdicts if verdict.file and verdict.file.pk not in needed], by=by)


@dataclass(frozen=True)
class Brought:
    """What one message brings, as the viewer is told: `files` that they may open, and the names of what is there no more."""

    files: list[Row] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def brought_by(message_ids: Collection[UUID], *, viewer: Any, base: str) -> dict[UUID, Brought]:
    """What each of these messages brings, in its order. Two queries."""
    told = {message_id: Brought() for message_id in message_ids}
    rows = attached(viewer).filter(message__in=message_ids).select_related("file__image")
    opened = set(File.objects.reachable_by(viewer).filter(attachments__message__in=message_ids).values_list("pk"))
    for each in rows.order_by("message", "position"):
        brought = told[each.message_id]
        if each.file is None or (each.file_id,) not in opened:
            brought.removed.append(each.name)
        else:
            brought.files.append(tell_attached(each.file, each.name, viewer=viewer, base=base))
    return told


def tell_attached(file: File, name: str, *, viewer: Any, base: str) -> Row:
    """A file, and of a picture `image {width, height, placeholder}`. Others than its owner are told the name that it was sent as,
    not what it is called there, where it lies or how often it was taken; nor of a picture the checksum, since they get other
    bytes."""
    is_picture = file.kind == Kind.IMAGE
    shown = ("width", "height", "placeholder")
    told = {
        **tell_file(file, base=base),
        "image": {name: getattr(file.image, name) for name in shown} if is_picture else None,
    }
    if file.owner_id == viewer.pk:
        return told
    kept_back = {"name": name, "original_filename": name, "folder_id": None, "download_count": None}
    return told | kept_back | ({"checksum": None} if is_picture else {})
