"""Reading what one is told."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from social.models import Notification


@transaction.atomic
def mark_read(*, by: Any, ids: Collection[UUID] | None = None) -> int:
    """Marks these lines of a person as read, or without `ids` all that they are told; returns how many were not. Locked in the
    order of their ids, as everywhere.

    Raises Notification.DoesNotExist, and changes nothing, where one of them is not there or not told them.
    """
    told = Notification.objects.visible_to(by)
    wanted = told.unread() if ids is None else told.filter(pk__in=ids)
    found = list(wanted.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    if ids is not None and len(found) < len(set(ids)):
        raise Notification.DoesNotExist
    return Notification.objects.filter(pk__in=found).unread().update(read_at=timezone.now())
