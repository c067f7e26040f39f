"""Commissions for tests of their pages, through the actions."""

from decimal import Decimal
from typing import Any

from portfolio.actions.commissions import change_commission, request_commission
from portfolio.actions.quotes import answer_quote, make_quote
from portfolio.models import Commission, Quote

STEPS = {
    "requested": (),
    "accepted": ("accepted",),
    "in_progress": ("accepted", "in_progress"),
    "completed": ("accepted", "in_progress", "completed"),
    "declined": ("declined",),
}


def asked(client: Any, artist: Any, status: str = "requested", **facts: Any) -> Commission:
    """What `client` asks `artist` for, moved on by the artist to a status; cancelled it is by the client."""
    said = {"title": "A view for the stairwell", "description": "Tall and narrow."} | facts
    commission = request_commission(by=client, artist_id=artist.pk, **said)
    for step in STEPS.get(status, ()):
        commission = change_commission(commission=fresh(commission), by=artist, status=step)
    if status == "cancelled":
        change_commission(commission=fresh(commission), by=client, status=status)
    return fresh(commission)


def quoted(commission: Commission, *, accept: bool | None = None, amount: str = "1200.00", terms: str = "") -> Quote:
    """A quote of its artist's, answered where `accept` says how."""
    quote = make_quote(commission=commission, by=commission.artist, amount=Decimal(amount), currency="EUR", terms=terms)
    if accept is not None:
        answer_quote(quote=quote, by=commission.client, accept=accept)
    return Quote.objects.get(pk=quote.pk)


def fresh(commission: Commission) -> Commission:
    """As it is kept."""
    return Commission.objects.get(pk=commission.pk)


def room(commission: Commission, part: str = "") -> str:
    """The address of its page, or of a part of it."""
    return f"/commissions/{commission.pk}{part and '/'}{part}"


def post(client: Any, path: str, **told: Any) -> Any:
    """As a form does."""
    return client.post(path, told, format="multipart")
