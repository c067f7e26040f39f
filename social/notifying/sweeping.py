"""What nobody needs to be told any more."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from accounts.models import User
from social.models import Cause, Notification
from social.notifying.kinds import targets

KEPT = timedelta(days=365)
BATCH = 500


def sweep() -> int:
    """Deletes what was read and is older than a year, and what is about things or for people that are gone. Returns how many
    lines that were. That a deed was told once is kept, but where the thing is gone."""
    old = Notification.objects.filter(read_at__isnull=False, created_at__lt=timezone.now() - KEPT)
    gone = [Notification.objects.exclude(Exists(User.objects.filter(pk=OuterRef("recipient"))))]
    for name, target in targets().items():
        there = target.model._base_manager.filter(pk=OuterRef("target_id"))
        gone.append(Notification.objects.filter(target_type=name).exclude(Exists(there)))
    return delete(old) + sum(delete(lines, causes=True) for lines in gone)


def delete(lines: QuerySet[Notification], *, causes: bool = False) -> int:
    """Some at a time, so that nobody waits for the database."""
    count = 0
    while some := list(lines.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        if causes:
            Cause.objects.filter(notification__in=some).delete()
        Notification.objects.filter(pk__in=some).delete()
        count += len(some)
    return count
