"""What moderators decide: about what was reported, and about appeals."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from social.models import APPEAL_WINDOW, Appeal, Case, Decision, TargetType
from social.moderating.locking import lock_case, lock_decision
from social.moderating.log import Deed, note
from social.moderating.measures import carry_out, take_back
from social.moderating.removing import remove
from social.moderating.rights import require_another, require_impartial, require_moderator
from social.moderating.wording import chosen, worded
from social.notifying import notify

LONGEST_STATEMENT = LONGEST_ANSWER = 5_000
Verdict = Decision.Verdict


def verdicts_for(case: Case) -> list[str]:
    """What can be decided: a person is neither hidden nor removed, and of one who is gone nothing is left to be done."""
    if case.owner_id is None:
        return [Verdict.DISMISS]
    if case.target_type == TargetType.ARTIST:
        return [Verdict.DISMISS, Verdict.SUSPEND]
    return [Verdict.DISMISS, Verdict.HIDE, Verdict.REMOVE, Verdict.SUSPEND]


@transaction.atomic
def decide(*, case: Case, by: Any, verdict: str, statement: str = "") -> Decision:
    """Decides a case, does what was decided, closes its reports, and tells the owner, but for `dismiss`.

    Raises PermissionDenied for who is no moderator, about one's own things, and where the owner is not theirs to suspend;
    ValidationError on `verdict` and `statement`; Conflict where it is decided already (`decided`).
    """
    require_moderator(by)
    case = lock_case(case.pk, by.pk)
    require_impartial(by, case)
    if case.status != Case.Status.OPEN:
        raise Conflict(_("This has been decided already."), code="decided")
    verdict = chosen(verdict, verdicts_for(case), field="verdict")
    needed = verdict != Verdict.DISMISS
    statement = worded(statement, field="statement", most=LONGEST_STATEMENT, is_required=needed)
    due = timezone.now() + APPEAL_WINDOW if verdict == Verdict.REMOVE else None
    decision = Decision.objects.create(
        case=case, verdict=verdict, statement=statement, decided_by=by, removal_due_at=due
    )
    case.status = Case.Status.DECIDED
    case.save(update_fields=["status"])
    note(case.pk, Deed.DECIDED, by=by, verdict=verdict, statement=statement)
    carry_out(decision, by=by)
    case.reports.update(is_open=False)
    if needed:
        tell_owner(decision)
    return decision


@transaction.atomic
def judge_appeal(*, appeal: Appeal, by: Any, outcome: str, answer: str = "") -> Appeal:
    """Judges an appeal: what was overturned is given back, what was to be removed is deleted now if the decision stands.

    Raises PermissionDenied for who is no moderator, made the decision, or is the owner; ValidationError on `outcome` and
    `answer`; Conflict where it is judged already (`judged`).
    """
    require_moderator(by)
    decision = lock_decision(appeal.decision_id, by.pk)
    appeal = Appeal.objects.get(pk=appeal.pk)
    appeal.decision = decision
    require_impartial(by, decision.case)
    require_another(by, appeal)
    if appeal.outcome:
        raise Conflict(_("This has been judged already."), code="judged")
    appeal.outcome = chosen(outcome, Appeal.Outcome.values, field="outcome")
    appeal.answer = worded(answer, field="answer", most=LONGEST_ANSWER, is_required=False)
    appeal.decided_by, appeal.decided_at = by, timezone.now()
    appeal.save(update_fields=["outcome", "answer", "decided_by", "decided_at"])
    note(decision.case_id, Deed.JUDGED, by=by, outcome=outcome, answer=appeal.answer)
    settle(decision, outcome=outcome, by=by)
    tell_owner(decision, appeal)
    return appeal


def settle(decision: Decision, *, outcome: str, by: Any) -> None:
    """Does what follows for a decision that is in force; one that ended meanwhile stays as it is."""
    if not decision.is_in_force:
        return
    if outcome == Appeal.Outcome.OVERTURNED:
        decision.is_in_force, decision.removal_due_at = False, None
        decision.save(update_fields=["is_in_force", "removal_due_at"])
        take_back(decision, by=by)
    elif decision.verdict == Verdict.REMOVE:
        remove(decision)


def tell_owner(decision: Decision, appeal: Appeal | None = None) -> None:
    """Tells the owner, while there is one, of a decision or of what became of their appeal. Not who made it."""
    if owner_id := decision.case.owner_id:
        object_id = appeal.pk if appeal else None
        notify(
            "moderation",
            recipient_id=owner_id,
            actor=None,
            target_type="decision",
            target_id=decision.pk,
            object_id=object_id,
        )
