"""A deed becomes, or leaves, a line of what people are told.

No person is locked here. Rows are: lines in the order of their ids, after everything that the deed itself has locked, the numbers
of people (`Statistics`) too.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Mail
from social.models import Cause, Notification
from social.notifying.kinds import Kind, kinds
from social.notifying.origin import origin
from social.notifying.reckoning import forget_empty, lock, reckon
from social.notifying.wishes import Wish, wishes


@dataclass(frozen=True)
class Deed:
    """What somebody did; `actor` is None where people are not told who."""

    kind: Kind
    actor: Any
    target_type: str
    target_id: UUID
    object_id: UUID | None = None
    site: str = ""

    @property
    def actor_id(self) -> UUID | None:
        return None if self.actor is None else self.actor.pk

    @property
    def key(self) -> str:
        return key_of(self.kind.name, self.actor_id, self.target_id, self.object_id)

    @property
    def group(self) -> str:
        return self.kind.group(self.key, actor_id=self.actor_id, target_id=self.target_id)


def key_of(kind: str, actor_id: UUID | None, target_id: UUID, object_id: UUID | None) -> str:
    return f"{kind}:{actor_id or ''}:{target_id}:{object_id or ''}"


def notify(
    kind: str,
    *,
    recipient_id: UUID,
    actor: Any,
    target_type: str,
    target_id: UUID,
    object_id: UUID | None = None,
) -> None:
    """Tells a person of a deed, within the deed's transaction; once for ever. Not of their own, nor where they turned it off, nor
    of somebody whom they keep away. A deed that was undone and is done again stands again, as unread or read as it was.

    Raises KeyError for a kind that is not registered.
    """
    tell(Deed(kinds()[kind], actor, target_type, target_id, object_id, origin()), [recipient_id])


@transaction.atomic
def tell(deed: Deed, people: Collection[UUID]) -> None:
    """The same to several people at once, some hundreds at most, in a number of queries that does not rise with theirs."""
    wanting = wishes(deed.kind, people, actor=deed.actor, site=deed.site)
    causes = [*restored(deed, wanting), *made(deed, wanting)]
    if causes:
        place(deed, causes, wanting)


def made(deed: Deed, wanting: dict[UUID, Wish]) -> list[Cause]:
    """The rows of those to whom this deed is new. Of two transactions at once, one makes a person's row."""
    now = timezone.now()
    facts = {"key": deed.key, "actor_id": deed.actor_id, "target_id": deed.target_id, "object_id": deed.object_id}
    rows = [Cause(recipient_id=person, done_at=now, **facts) for person in sorted(wanting)]
    Cause.objects.bulk_create(rows, ignore_conflicts=True)
    return list(Cause.objects.filter(pk__in=[row.pk for row in rows]))


def restored(deed: Deed, wanting: dict[UUID, Wish]) -> list[Cause]:
    """Lets the deed stand again for those to whom it had been undone; gives what needs a line again, since its own went with it
    before it was read."""
    undone = Cause.objects.filter(key=deed.key, recipient__in=wanting, is_standing=False)
    lines = list(undone.values_list("notification", flat=True))
    if not lines:
        return []
    lock(line for line in lines if line)
    rows = list(undone.select_for_update(of=("self",)).order_by("pk"))
    Cause.objects.filter(pk__in=[row.pk for row in rows]).update(is_standing=True, is_unseen=False)
    reckon(row.notification_id for row in rows if row.notification_id)
    return [row for row in rows if row.notification_id is None and row.is_unseen]


def place(deed: Deed, causes: Iterable[Cause], wanting: dict[UUID, Wish]) -> None:
    """Puts each cause into the unread line of its group, or into a new one."""
    by_person = {cause.recipient_id: cause for cause in causes}
    fresh: list[Notification] = []
    lines: dict[UUID, Notification] = {}
    # A line that stood in the way may be read by the time that it is looked at; then there is room for a new one.
    while missing := by_person.keys() - lines.keys():
        new = [new_line(deed, by_person[person], wanting[person]) for person in sorted(missing)]
        Notification.objects.bulk_create(new, ignore_conflicts=True)
        fresh += new
        found = Notification.objects.filter(recipient__in=missing, group=deed.group).unread()
        lines |= {line.recipient_id: line for line in found.select_for_update(no_key=True).order_by("pk")}
    for person, line in lines.items():
        by_person[person].notification = line
    Cause.objects.bulk_update(by_person.values(), ["notification"], batch_size=200)
    show_on_site([line.pk for person, line in lines.items() if wanting[person].is_on_site and not line.is_on_site])
    begun = {line.pk for line in fresh}
    reckon(line.pk for line in lines.values() if line.pk not in begun)
    mail_at_once(line for line in lines.values() if line.pk in begun)


def new_line(deed: Deed, cause: Cause, wish: Wish) -> Notification:
    return Notification(
        recipient_id=cause.recipient_id,
        kind=deed.kind.name,
        group=deed.group,
        target_type=deed.target_type,
        target_id=deed.target_id,
        object_id=deed.object_id,
        actor_id=deed.actor_id,
        created_at=cause.done_at,
        is_on_site=wish.is_on_site,
        mail=wish.mail,
        mailed_at=cause.mailed_at,
        site=deed.site,
    )


def show_on_site(lines: list[UUID]) -> None:
    """Of a line that began while its recipient wanted mails alone."""
    if lines:
        Notification.objects.filter(pk__in=lines).update(is_on_site=True)


def mail_at_once(begun: Iterable[Notification]) -> None:
    """Asks for the mails of new lines, one for a line however many deeds join it."""
    from social.tasks import mail_notification

    for line in begun:
        if line.mail == Mail.IMMEDIATE and line.mailed_at is None:
            mail_notification.enqueue(str(line.pk))


def withdraw(
    kind: str,
    *,
    actor_id: UUID | None,
    target_id: UUID,
    object_id: UUID | None = None,
    recipients: Collection[UUID] | None = None,
) -> None:
    """Takes a deed that was undone out of what people were told of it, within the same transaction; all, or these `recipients`. A
    line for which no deed is left goes, read or not."""
    causes = Cause.objects.filter(key=key_of(kind, actor_id, target_id, object_id))
    undo(causes if recipients is None else causes.filter(recipient__in=recipients))


@transaction.atomic
def undo(causes: QuerySet[Cause]) -> None:
    """The same for any causes, some hundreds at most."""
    standing = causes.filter(is_standing=True)
    lines = lock(standing.exclude(notification=None).values_list("notification", flat=True))
    standing.update(is_standing=False)
    forget_empty(lines)
    reckon(lines)
