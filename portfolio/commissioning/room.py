"""The room of a commission: all that its page shows to one of its parties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings

from portfolio.commissioning.forms import MessageForm, NoteForm, QuoteForm
from portfolio.commissioning.happened import shown
from portfolio.commissioning.seen import Seen, seen_by
from portfolio.commissions.attachments import MOST
from portfolio.commissions.timeline import MOVED, QUOTE, Happening, timeline
from portfolio.commissions.turns import UNDER_WAY
from portfolio.labels.commissions import state_of
from portfolio.labels.money import money
from portfolio.models import Commission, CommissionStatus, Quote, QuoteStatus
from portfolio.permissions import ARTIST, CLIENT
from portfolio.workflow.tables import COMMISSION

FORMS: Mapping[str, type[forms.Form]] = {"note": NoteForm, "quote": QuoteForm, "message": MessageForm}
ON_A_PAGE = 60
"""So many of the last things that happened are shown; all of them when one asks."""
PATH = (*UNDER_WAY, CommissionStatus.COMPLETED)
"""Where a commission that goes well comes by."""


@dataclass(frozen=True)
class Step:
    """A status on the way: it is passed, where the commission is now, or yet to come; at `is_end` it broke off."""

    label: str
    is_passed: bool = False
    is_now: bool = False
    is_end: bool = False


def room_of(
    commission: Commission, *, viewer: Any, is_whole: bool = False, filled: Mapping[str, forms.Form] | None = None
) -> dict[str, Any]:
    """What the template is given; `filled` are forms that were sent, by their names. Eight queries, however much has happened."""
    seen, happened = seen_by(commission, viewer=viewer), timeline(commission, viewer=viewer)
    latest = happened if is_whole else happened[-ON_A_PAGE:]
    quote = next((each.quote for each in reversed(happened) if each.kind == QUOTE), None)
    return {
        "commission": commission,
        "seen": seen,
        "budget": money(commission.budget, commission.currency),
        "steps": steps_of(commission, happened),
        "moves": COMMISSION.allowed(commission, {seen.role}),
        **quote_of(quote, seen),
        "happened": shown(latest),
        "earlier": len(happened) - len(latest),
        "forms": {name: form(auto_id=f"{name}-%s") for name, form in FORMS.items()} | dict(filled or {}),
        "can_become_work": can_become_work(commission, seen.role),
        "largest": settings.MAX_UPLOAD_SIZE,
        "most_files": MOST,
    }


def quote_of(quote: Quote | None, seen: Seen) -> dict[str, Any]:
    """The last quote, what is to be done about it, and whether another may be made."""
    is_offered = bool(quote and quote.status == QuoteStatus.OFFERED)
    return {
        "quote": quote,
        "quote_amount": money(quote.amount, quote.currency) if quote else "",
        "is_answerable": is_offered and seen.role == CLIENT,
        "can_quote": seen.role == ARTIST and seen.commission.status in PATH[:2],
    }


def steps_of(commission: Commission, happened: Sequence[Happening]) -> list[Step]:
    """The way through the statuses; of one that broke off, as far as it came."""
    been = [PATH[0], *(each.status for each in happened if each.kind == MOVED)]
    if commission.status in PATH:
        now = PATH.index(CommissionStatus(commission.status))
        return [Step(state_of(each), is_passed=place < now, is_now=place == now) for place, each in enumerate(PATH)]
    passed = [Step(state_of(each), is_passed=True) for each in PATH if each in been]
    return [*passed, Step(state_of(commission.status), is_now=True, is_end=True)]


def can_become_work(commission: Commission, role: str) -> bool:
    """Whether a work can be made of it, by whoever has this role in it."""
    is_finished = commission.status == CommissionStatus.COMPLETED
    return bool(role == ARTIST and is_finished and commission.artwork_id is None)
