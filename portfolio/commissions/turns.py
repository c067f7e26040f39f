"""Whose turn it is."""

from typing import Any

from django.db.models import Q

from portfolio.models import Commission, CommissionStatus, QuoteStatus
from portfolio.permissions import ARTIST, CLIENT

UNDER_WAY = (CommissionStatus.REQUESTED, CommissionStatus.ACCEPTED, CommissionStatus.IN_PROGRESS)


def waiting_on(commission: Commission) -> str | None:
    """`artist` or `client`; None once it is over. An open quote waits for the client, all else for the artist. No query."""
    if commission.status not in UNDER_WAY:
        return None
    return CLIENT if commission.quote_status == QuoteStatus.OFFERED else ARTIST


def waiting_for(person: Any) -> Q:
    """The same for lists: the commissions in which it is this person's turn."""
    is_offered = Q(quote_status=QuoteStatus.OFFERED)
    turn = (Q(client=person) & is_offered) | (Q(artist=person) & ~is_offered)
    return Q(status__in=UNDER_WAY) & turn
