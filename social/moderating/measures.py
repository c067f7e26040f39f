"""What decisions do, and how that is taken back. Each is called with everyone concerned, the case and the decision locked, and
notes what it did."""

from typing import Any

from django.db.models import QuerySet

from accounts.actions import set_active
from accounts.models import User
from gallery.actions.withholding import set_hidden
from social.actions.threads import set_comment_hidden
from social.models import Case, Decision, Entry, TargetType
from social.moderating.log import Deed, note
from social.moderating.rights import require_suspendable
from social.moderating.targets import standing_target


def carry_out(decision: Decision, *, by: Any) -> None:
    """Does what was decided. What is to be removed is hidden until then. Raises PermissionDenied where the owner is not to be
    suspended by this moderator."""
    case = decision.case
    if decision.verdict == Decision.Verdict.SUSPEND:
        suspend(case, by=by)
    elif decision.verdict != Decision.Verdict.DISMISS:
        note(case.pk, Deed.HIDDEN, by=by, **withhold(case, is_hidden=True))


def take_back(decision: Decision, *, by: Any) -> None:
    """Gives back what was taken by a decision that is no longer in force, unless another one keeps it."""
    if decision.verdict == Decision.Verdict.DISMISS or Decision.objects.in_force_beside(decision).exists():
        return
    if decision.verdict == Decision.Verdict.SUSPEND:
        readmit(decision.case, by=by)
    else:
        note(decision.case_id, Deed.SHOWN, by=by, **withhold(decision.case, is_hidden=False))


def withhold(case: Case, *, is_hidden: bool) -> dict[str, bool]:
    """Hides what a case is about from others, or shows it to them again; of what is gone, says so."""
    if standing_target(case) is None:
        return {"gone": True}
    if case.target_type == TargetType.COMMENT:
        set_comment_hidden(comment_id=case.target_id, is_hidden=is_hidden)
    else:
        set_hidden(target_type=case.target_type, target_id=case.target_id, is_hidden=is_hidden)
    return {}


def suspend(case: Case, *, by: Any) -> None:
    """Shuts the owner out. Who was shut out without a decision stays so when this one is taken back: the log knows, of each of
    several decisions."""
    owner = User.objects.get(cases=case)
    require_suspendable(by, owner)
    others = Decision.objects.filter(verdict=Decision.Verdict.SUSPEND, is_in_force=True, case__owner=owner)
    shut_out_by = others.exclude(case=case).exclude(case__in=found_shut_out().values("case_id"))
    is_new = set_active(user=owner, is_active=False, by=by)
    is_by_hand = not is_new and not shut_out_by.exists()
    note(case.pk, Deed.SUSPENDED, by=by, **({"already": True} if is_by_hand else {}))


def readmit(case: Case, *, by: Any) -> None:
    """Lets the owner in again, where a decision shut them out and their account is there."""
    owner = User.objects.filter(cases=case, is_active=False).first()
    if owner and not found_shut_out().filter(case_id=case.pk).exists():
        set_active(user=owner, is_active=True, by=by)
        note(case.pk, Deed.READMITTED, by=by)


def found_shut_out() -> QuerySet[Entry]:
    """The suspensions of who was shut out before, without a decision."""
    return Entry.objects.filter(deed=Deed.SUSPENDED, detail__already=True)
