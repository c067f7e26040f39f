"""Whose turn it is."""

from portfolio.models import Commission, CommissionStatus, QuoteStatus
from portfolio.permissions import ARTIST, CLIENT

UNDER_WAY = (CommissionStatus.REQUESTED, CommissionStatus.ACCEPTED, CommissionStatus.IN_PROGRESS)


def waiting_on(commission: Commission) -> str | None:
    """`artist` or `client`; None once it is over. An open quote waits for the client, all else for the artist. No query."""
    if commission.status not in UNDER_WAY:
        return None
    return CLIENT if commission.quote_status == QuoteStatus.OFFERED else ARTIST
