"""What follows a commission's moves, in their transactions."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from portfolio.models import Commission, QuoteStatus
from portfolio.workflow.machine import Move
from social.notifying import notify


def tell(kind: str, commission: Commission, *, by: Any, object_id: UUID | None = None) -> None:
    """Tells the other party, or both where no person did it. One whose account is gone is told nothing."""
    for party in (commission.client_id, commission.artist_id):
        if party is not None and (by is None or party != by.pk):
            notify(
                kind,
                recipient_id=party,
                actor=by,
                target_type="commission",
                target_id=commission.pk,
                object_id=object_id,
            )


def tell_accepted(move: Move) -> None:
    """The client is told."""
    tell("commission_accepted", move.thing, by=move.by)


def tell_declined(move: Move) -> None:
    """The client is told."""
    tell("commission_declined", move.thing, by=move.by)


def tell_begun(move: Move) -> None:
    """The client is told."""
    tell("commission_started", move.thing, by=move.by)


def complete(move: Move) -> None:
    """It is completed today, in UTC, unless a day was said; the client is told."""
    commission = move.thing
    if commission.completion_date is None:
        commission.completion_date = timezone.now().date()
        commission.save(update_fields=["completion_date"])
    tell("commission_completed", commission, by=move.by)


def tell_cancelled(move: Move) -> None:
    """An open quote is off; the other party is told, or both."""
    commission = move.thing
    offered = commission.quotes.filter(status=QuoteStatus.OFFERED)
    if offered.update(status=QuoteStatus.SUPERSEDED):
        commission.quote_status = QuoteStatus.SUPERSEDED
        commission.save(update_fields=["quote_status"])
    tell("commission_cancelled", commission, by=move.by)
