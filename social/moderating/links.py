"""How a decision is opened: by its owner, or by the link in their mail, since who is shut out cannot sign in."""

from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, Signer

from social.models import Decision

SIGNER = Signer(salt="social.moderating.links")


def decision_path(decision: Decision) -> str:
    """The path of a decision's page with the key that opens it, for its owner's mail and for whom it shut out alone."""
    return keyed_path(decision.pk)


def keyed_path(decision_id: UUID) -> str:
    """The same, of a decision's id."""
    return f"/decisions/{decision_id}?key={SIGNER.signature(str(decision_id))}"


def decision_for(viewer: Any, decision_id: UUID, key: str = "") -> Decision:
    """The decision, with its case, the owner and the appeal, for its owner and for who holds its key. Raises
    Decision.DoesNotExist for everyone else, and once the owner's account is gone."""
    told = Decision.objects.told().select_related("case__owner", "appeal")
    mine = told.filter(case__owner__isnull=False) if opens(decision_id, key) else told.visible_to(viewer)
    return mine.get(pk=decision_id)


def way_to_suspension(user: Any) -> str:
    """The path, with its key, of what shut a person out; empty where no decision did (settings.SUSPENSION_EXPLAINER)."""
    standing = Decision.objects.filter(verdict=Decision.Verdict.SUSPEND, is_in_force=True, case__owner=user)
    latest = standing.order_by("-decided_at").values_list("pk", flat=True).first()
    return keyed_path(latest) if latest else ""


def opens(decision_id: UUID, key: str) -> bool:
    """Whether this is the key of that decision."""
    try:
        return SIGNER.unsign(f"{decision_id}{SIGNER.sep}{key}") == str(decision_id)
    except BadSignature:
        return False
