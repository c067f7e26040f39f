"""What the worker does for moderation. Each task is safe to run twice."""

from uuid import UUID

from django_tasks import task

from social.models import Decision
from social.moderating import removing


@task()
def remove_what_is_due() -> None:
    """Ask for each removal whose time has come, one task each: where one fails, the others are done."""
    for decision_id in Decision.objects.due_for_removal().values_list("pk", flat=True):
        remove.enqueue(str(decision_id))


@task()
def remove(decision_id: str) -> None:
    """Delete for good what one decision removes, if that is still due."""
    removing.remove_due(UUID(decision_id))
