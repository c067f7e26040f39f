"""What the parties to a commission write to each other."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery.models import File
from portfolio.commissions.attachments import MOST
from portfolio.commissions.effects import tell
from portfolio.commissions.holding import hold
from portfolio.commissions.parties import ids_of
from portfolio.models import Attachment, Commission, Message
from social.permissions import require_unblocked
from social.plain_text import plain, refused

LONGEST = 5_000
SAME_AGAIN = timedelta(seconds=30)
"""Within it the same words and files by the same person are the same message, sent twice."""


@transaction.atomic
def write_message(
    *, commission: Commission, by: Any, text: str, files: Sequence[UUID] = (), names: Mapping[UUID, str] | None = None
) -> Message:
    """What a party says to the other, with files of their own library in this order, called as `names` says or else as there.
    Sent twice within half a minute, it is the one that is there. The other is told.

    Raises Commission.DoesNotExist for anyone but a party, ValidationError on `text` or `file_ids`, Conflict (`no_other_party`)
    where the other's account is gone, and where one's own went meanwhile; Blocked by the other.
    """
    words, ids = judged(text, files), list(dict.fromkeys(files))
    there = hold(commission, by=by)
    require_reader(there, by=by)
    own = own_files(ids, by=by)
    if same := said_just_now(there, by=by, text=words, files=set(ids)):
        return same
    message = Message.objects.create(commission=there, author=by, text=words)
    Attachment.objects.bulk_create(
        Attachment(message=message, file=own[each], name=(names or {}).get(each, own[each].name), position=position)
        for position, each in enumerate(ids)
    )
    there.save(update_fields=["updated_at"])
    tell("commission_message", there, by=by, object_id=message.pk)
    return message


def judged(text: str, files: Sequence[Any]) -> str:
    """The words as they are kept. Raises ValidationError where there is nothing to say, or too much."""
    words = plain(text)
    if not words and not files:
        raise refused("text", _("Please write something, or send a file."), code="required")
    if len(words) > LONGEST:
        raise refused("text", _("Please write at most %d characters.") % LONGEST, code="max_length")
    if len(files) > MOST:
        raise refused("files", _("A message brings at most %d files.") % MOST, code="max_length")
    return words


def require_reader(commission: Commission, *, by: Any) -> None:
    """Raises Conflict where there is nobody to write to, Blocked where they keep the author away."""
    others = ids_of(commission) - {by.pk}
    if not others:
        raise Conflict(_("Nobody is there to read it: the other account is gone."), code="no_other_party")
    require_unblocked(by, *others)


def own_files(ids: Sequence[UUID], *, by: Any) -> dict[UUID, File]:
    """These files of the author's library, held there until the transaction ends. Raises ValidationError on `file_ids`."""
    if not ids:
        return {}
    rows = File.objects.filter(owner=by, pk__in=ids).select_for_update(no_key=True).order_by("pk")
    own = {file.pk: file for file in rows}
    if len(own) < len(ids):
        raise refused("file_ids", _("There is no such file of yours."), code="does_not_exist")
    return own


def said_just_now(commission: Commission, *, by: Any, text: str, files: set[UUID]) -> Message | None:
    own = Message.objects.filter(commission=commission, author=by, text=text)
    for message in own.filter(created_at__gte=timezone.now() - SAME_AGAIN).prefetch_related("attachments"):
        if {each.file_id for each in message.attachments.all()} == files:
            return message
    return None
