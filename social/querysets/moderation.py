"""Who may see what moderation leads to."""

from typing import Any, NoReturn, Self
from uuid import UUID

from django.db import models
from django.utils import timezone


class ReportQuerySet(models.QuerySet):
    def visible_to(self, viewer: Any) -> Self:
        """What the viewer has reported themselves; nobody is told what others report."""
        return self.filter(reporter=viewer.pk) if viewer.is_authenticated else self.none()

    def open_about(self, *, target_type: str, target_id: UUID) -> Self:
        """Those about one thing that wait for a decision."""
        return self.filter(target_type=target_type, target_id=target_id, is_open=True)


class DecisionQuerySet(models.QuerySet):
    def told(self) -> Self:
        """What owners are told of: all that was done about a thing of theirs, not that nothing was."""
        return self.exclude(verdict="dismiss")

    def visible_to(self, viewer: Any) -> Self:
        """What was decided about the viewer's own things."""
        return self.told().filter(case__owner=viewer.pk) if viewer.is_authenticated else self.none()

    def in_force_beside(self, decision: Any) -> Self:
        """Other decisions that keep a thing hidden, or its owner shut out, as this one does."""
        others = self.filter(is_in_force=True).exclude(pk=decision.pk)
        case = decision.case
        if decision.verdict == "suspend":
            return others.filter(verdict="suspend", case__owner=case.owner_id)
        return others.filter(
            verdict__in=("hide", "remove"), case__target_type=case.target_type, case__target_id=case.target_id
        )

    def due_for_removal(self) -> Self:
        """Removals whose time has come, and that no open appeal holds up."""
        due = self.filter(verdict="remove", is_in_force=True, removed_at=None, removal_due_at__lte=timezone.now())
        return due.exclude(appeal__outcome="")


class EntryQuerySet(models.QuerySet):
    """Read and added to, nothing else."""

    def update(self, **changes: Any) -> NoReturn:
        """What was written stays as it was written."""
        raise TypeError("The log of moderation is only added to.")

    def delete(self) -> NoReturn:
        """And where it was written."""
        raise TypeError("The log of moderation is only added to.")
