"""What follows for decisions where a person is let in again by other ways (settings.ACCOUNT_STANDING_STEPS)."""

from typing import Any

from social.models import Decision
from social.moderating.log import Deed, note


def end_suspensions(user: Any) -> None:
    """With a person who was let in, what was decided against them ends. To be called with the person locked."""
    if not user.is_active:
        return
    standing = Decision.objects.filter(verdict=Decision.Verdict.SUSPEND, is_in_force=True, case__owner=user)
    for decision in standing.select_for_update(of=("self",)):
        decision.is_in_force = False
        decision.save(update_fields=["is_in_force"])
        note(decision.case_id, Deed.READMITTED)
