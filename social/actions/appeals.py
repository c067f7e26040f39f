"""Answering what moderators decided."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from social.models import Appeal, Decision
from social.moderating.locking import lock_decision
from social.moderating.log import Deed, note
from social.moderating.wording import worded

LONGEST_APPEAL = 5_000


@transaction.atomic
def file_appeal(*, decision: Decision, by: Any, text: str) -> Appeal:
    """Appeals against a decision about something of one's own, once; what was to be removed stays until it is judged.

    Raises PermissionDenied for anyone but the owner, ValidationError on `text`, Conflict (`appealed`; `too_late`, also for
    what is no longer in force).
    """
    decision = lock_decision(decision.pk, by.pk)
    if decision.case.owner_id != by.pk:
        raise PermissionDenied
    if hasattr(decision, "appeal"):
        raise Conflict(_("You have appealed against this already."), code="appealed")
    if not decision.can_be_appealed:
        raise Conflict(_("It is too late to appeal against this."), code="too_late")
    text = worded(text, field="text", most=LONGEST_APPEAL, is_required=True)
    appeal = Appeal.objects.create(decision=decision, text=text)
    note(decision.case_id, Deed.APPEALED, by=by, text=text)
    return appeal
