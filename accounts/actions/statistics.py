"""Counting what a person has."""

from uuid import UUID

from django.db.models import F, Value
from django.db.models.functions import Greatest

from accounts.models import Statistics


def count(user_id: UUID, **deltas: int) -> None:
    """Add to columns of the person's Statistics (`image_count=1, view_count=-2`), in one UPDATE.

    Exact under concurrency. A counter stops at 0: one that has drifted must not keep anything from being deleted, and
    `recount` repairs it. Raises FieldDoesNotExist for an unknown name.
    """
    for name in deltas:
        Statistics._meta.get_field(name)
    changes = {name: Greatest(F(name) + delta, Value(0)) for name, delta in deltas.items() if delta}
    if changes:
        Statistics.objects.filter(pk=user_id).update(**changes)
