"""How many people and deeds a line stands for, and which of them is the latest."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from social.models import Cause, Notification


def lock(lines: Iterable[UUID]) -> list[UUID]:
    """Locks these lines, in the order of their ids as everywhere; gives the ids of those that are there."""
    ids = set(lines)
    if not ids:
        return []
    rows = Notification.objects.filter(pk__in=ids).select_for_update().order_by("pk")
    return list(rows.values_list("pk", flat=True))


def reckon(lines: Iterable[UUID]) -> None:
    """Sets right what follows from the deeds of these lines, which are locked. Deeds of people who are shut out do not count; of
    nobody else's, the line stays as it was with an `actor_count` of 0, and is not told. One query."""
    ids = list(lines)
    if not ids:
        return
    counted = Q(actor=None) | Q(actor__is_active=True)
    deeds = Cause.objects.filter(counted, notification=OuterRef("pk"), is_standing=True).order_by()
    # A deed whose doer is not told is one of somebody; its recipient never did it themselves.
    doers = deeds.values("notification").values(number=Count(Coalesce("actor_id", "recipient_id"), distinct=True))
    things = deeds.values("notification").values(number=Count("pk"))
    latest = deeds.order_by("-done_at", "-pk")
    Notification.objects.filter(pk__in=ids).update(
        actor_count=Coalesce(Subquery(doers), 0),
        deed_count=Coalesce(Subquery(things), 0),
        actor=Subquery(latest.values("actor_id")[:1]),
        object_id=Subquery(latest.values("object_id")[:1]),
        target_id=Coalesce(Subquery(latest.values("target_id")[:1]), F("target_id")),
        created_at=Coalesce(Subquery(latest.values("done_at")[:1]), F("created_at")),
    )


def forget_empty(lines: list[UUID]) -> None:
    """Deletes those of these lines for which no deed is left. The deeds remember whether they were read, and mailed."""
    standing = Cause.objects.filter(notification=OuterRef("pk"), is_standing=True)
    empty = list(Notification.objects.filter(~Exists(standing), pk__in=lines).values_list("pk", flat=True))
    line = Notification.objects.filter(pk=OuterRef("notification"))
    Cause.objects.filter(notification__in=empty).update(
        is_unseen=Exists(line.unread()), mailed_at=Subquery(line.values("mailed_at")), notification=None
    )
    Notification.objects.filter(pk__in=empty).delete()
