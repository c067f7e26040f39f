"""In which order moderation locks: people, then cases and decisions, behind them what is decided about, and reports last.

Who leaves locks what they reported and decided behind their works, and works that they liked: so who made a decision is locked
with the owner, and what became of reports is written behind what became of works.
"""

from uuid import UUID

from social.actions.people import lock_people
from social.models import Case, Decision


def lock_case(case_id: UUID, *others: UUID | None) -> Case:
    """The case as it is now, locked, and before it its owner and the others who are named. Raises Case.DoesNotExist."""
    owner_id = Case.objects.values_list("owner", flat=True).get(pk=case_id)
    lock_people(*filter(None, {owner_id, *others}))
    return Case.objects.select_for_update(of=("self",)).select_related("owner").get(pk=case_id)


def lock_decision(decision_id: UUID, *others: UUID | None) -> Decision:
    """The decision as it is now, locked, and before it its case as `lock_case` does it. Raises Decision.DoesNotExist."""
    case_id, decided_by = Decision.objects.values_list("case", "decided_by").get(pk=decision_id)
    case = lock_case(case_id, decided_by, *others)
    decision = Decision.objects.select_for_update().get(pk=decision_id)
    decision.case = case
    return decision
