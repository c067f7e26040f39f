"""What moderators decided, in words for whose thing it is about."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from social.models import Appeal, Decision


@dataclass(frozen=True)
class Words:
    """`heading` says what was done, `effect` what that means now."""

    heading: str
    effect: str


def words_for(decision: Decision) -> Words:
    """Of a decision that its owner is told of."""
    if not decision.is_in_force:
        return Words(_("Taken back"), _("What was decided is taken back. All is as it was before."))
    if decision.verdict == Decision.Verdict.SUSPEND:
        effect = _("You cannot sign in, and nobody sees what you showed here. Nothing of it is lost.")
        return Words(_("Your account is suspended"), effect)
    if decision.verdict == Decision.Verdict.HIDE:
        return Words(_("Hidden from others"), _("Others do not see it any more."))
    if decision.removed_at is not None:
        return Words(_("Removed"), _("It is deleted for good."))
    return Words(_("Taken down"), _("Others do not see it any more, and it will be deleted for good."))


def way_to_decision(target_type: str, target_id: UUID | str, *, viewer: Any) -> str:
    """Where the owner reads why others no longer see a thing of theirs; empty where no decision says so. One query."""
    hiding = Decision.objects.visible_to(viewer).filter(
        case__target_type=target_type, case__target_id=target_id, is_in_force=True, verdict__in=("hide", "remove")
    )
    pk = hiding.order_by("-decided_at", "-pk").values_list("pk", flat=True).first()
    return reverse("decision", args=[pk]) if pk else ""


def answer_to(appeal: Appeal) -> str:
    """How it stands with an appeal."""
    if appeal.outcome == Appeal.Outcome.OVERTURNED:
        return _("You were right: the decision is taken back.")
    if appeal.outcome == Appeal.Outcome.UPHELD:
        return _("The decision stands.")
    return _("Another moderator than the one who decided looks at it.")
