"""What an artist offers who is asked for a work, and whether they can be asked now."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from portfolio.models import Commission, Portfolio

CLOSED, NO_SLOTS = "commissions_closed", "no_slots"
"""Why nobody can ask."""


@dataclass(frozen=True)
class Taking:
    """What an artist says of commissions. Of `slots` at a time, as many as come where that is None, `taken` are agreed and not
    finished. `prices` are `{title, price, currency, description}`, the price as a decimal text."""

    open: bool = True
    slots: int | None = None
    taken: int = 0
    terms: str = ""
    prices: list[dict[str, str]] = field(default_factory=list)

    @property
    def reason(self) -> str:
        """Why they cannot be asked, CLOSED or NO_SLOTS; empty where they can."""
        if not self.open:
            return CLOSED
        return NO_SLOTS if self.slots is not None and self.taken >= self.slots else ""

    @property
    def takes(self) -> bool:
        """Whether they can be asked now."""
        return not self.reason


def taking(artist_id: UUID) -> Taking:
    """What this artist says; as the defaults have it where they said nothing. Two queries.

    It holds until the transaction ends where the artist is locked: whoever changes it, or accepts a commission, locks them too.
    """
    portfolio = Portfolio.objects.filter(artist=artist_id).first() or Portfolio()
    return Taking(
        open=portfolio.commissions_open,
        slots=portfolio.commission_slots,
        taken=Commission.objects.active().filter(artist=artist_id).count(),
        terms=portfolio.commission_terms,
        prices=portfolio.commission_prices,
    )


def slots_taken(artist: str) -> Any:
    """The number of agreed and unfinished commissions of the artist whose id an outer query has under this name."""
    own = Commission.objects.active().filter(artist=OuterRef(artist)).order_by().values("artist")
    return Coalesce(Subquery(own.annotate(count=Count("pk")).values("count")), 0, output_field=IntegerField())
