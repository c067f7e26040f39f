"""Commissions of the demo: what its artists ask of each other, and how far that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from portfolio.actions.commissions import change_commission, request_commission
from portfolio.actions.messages import write_message
from portfolio.actions.profiles import change_artist
from portfolio.actions.quotes import answer_quote, make_quote
from portfolio.models import Commission

TERMS = "Half on agreement, half when it is finished. Two rounds of sketches; shipping is yours."
PRICES = [
    {"title": "Small, up to 30 cm", "price": "280.00", "currency": "EUR", "description": "On paper, unframed."},
    {"title": "Medium, up to 80 cm", "price": "900.00", "currency": "EUR", "description": "On panel, ready to hang."},
    {
        "title": "Large",
        "price": "2400.00",
        "currency": "EUR",
        "description": "From 120 cm. We talk about the wall first.",
    },
]


@dataclass(frozen=True)
class Plan:
    """A commission, and to which status it has come."""

    title: str
    description: str
    budget: str
    status: str


PLANS = (
    Plan(
        "A view for the stairwell",
        "Tall and narrow, 60 by 180 cm, in the blues of your last series. The light comes from above.",
        "1200.00",
        "in_progress",
    ),
    Plan(
        "Portrait of a garden",
        "My grandmother's garden, from photographs and from what I can tell you of it. It need not be exact.",
        "650.00",
        "completed",
    ),
    Plan(
        "Two small ones, as a pair",
        "For two friends who are moving apart: they should only make sense together.",
        "400.00",
        "requested",
    ),
)


def commission(artists: list[User]) -> Iterator[str]:
    """Each plan between two artists, unless the client asked for it before; tells of each when it is there."""
    for number, plan in enumerate(PLANS):
        if len(artists) > number + 1:
            artist, client = artists[0], artists[number + 1]
            if not Commission.objects.filter(client=client, title=plan.title).exists():
                carry_out(plan, artist, client)
        yield f"commission {plan.title}"


@transaction.atomic
def carry_out(plan: Plan, artist: User, client: User) -> None:
    """From the request to where it is; all of it, or nothing."""
    change_artist(by=artist, portfolio={"commissions": {"open": True, "slots": 4, "terms": TERMS, "prices": PRICES}})
    asked = request_commission(
        by=client,
        artist_id=artist.pk,
        title=plan.title,
        description=plan.description,
        budget=Decimal(plan.budget),
        currency="EUR",
        deadline=timezone.now().date() + timedelta(days=60),
    )
    write_message(commission=asked, by=client, text="I can send more photographs if that helps.", files=[])
    if plan.status == "requested":
        return
    quote = make_quote(commission=asked, by=artist, amount=Decimal(plan.budget), currency="EUR", terms=TERMS)
    answer_quote(quote=quote, by=client, accept=True)
    asked.refresh_from_db()
    begun = change_commission(
        commission=asked, by=artist, status="in_progress", progress_notes="Panel primed, sketched."
    )
    if plan.status == "completed":
        change_commission(commission=begun, by=artist, status="completed", progress_notes="Varnished and dry.")
