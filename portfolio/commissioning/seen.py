"""A commission as one of its parties sees it."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from accounts.models import User
from portfolio.commissions.turns import UNDER_WAY, waiting_on
from portfolio.labels.commissions import days_left, name_of, next_of, state_of
from portfolio.models import Commission
from portfolio.permissions import ARTIST, CLIENT


@dataclass(frozen=True)
class Seen:
    """`role` is what its reader is in it; `other` the other party, None where they are gone or shut out, `other_name` how they
    are called all the same. `state`, `next` and `left` are words, the last two empty where nothing is to come."""

    commission: Commission
    role: str
    other: User | None
    other_name: str
    is_ones_turn: bool
    is_under_way: bool
    state: str
    next: str
    left: str


def seen_by(commission: Commission, *, viewer: Any) -> Seen:
    """For a party to it; no query where it comes with its parties and their artists."""
    role = CLIENT if commission.client_id == viewer.pk else ARTIST
    party = commission.artist if role == CLIENT else commission.client
    other = party if party and party.is_active else None
    is_under_way, name, deadline = commission.status in UNDER_WAY, name_of(other), commission.deadline
    return Seen(
        commission=commission,
        role=role,
        other=other,
        other_name=name,
        is_ones_turn=waiting_on(commission) == role,
        is_under_way=is_under_way,
        state=state_of(commission.status),
        next=next_of(commission.status, commission.quote_status, role, other=name),
        left=days_left(deadline, today=timezone.now().date()) if deadline and is_under_way else "",
    )
