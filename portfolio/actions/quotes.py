"""What artists would make a work for, and what clients say to it."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from portfolio.commissions.effects import tell
from portfolio.commissions.holding import hold, require_role
from portfolio.commissions.judging import code_of, wrong_amount, wrong_text
from portfolio.commissions.parties import ids_of
from portfolio.models import Commission, CommissionStatus, Quote, QuoteStatus
from portfolio.permissions import ARTIST, CLIENT, commission_roles
from portfolio.workflow.tables import COMMISSION
from social.permissions import require_unblocked
from social.plain_text import plain

LONGEST_TERMS = 5_000
QUOTED = (CommissionStatus.REQUESTED, CommissionStatus.ACCEPTED)
"""While it is here, quotes are made and answered."""


@transaction.atomic
def make_quote(*, commission: Commission, by: Any, amount: Decimal, currency: str, terms: str = "") -> Quote:
    """Says what the artist would make it for, in the place of a quote that waits for its answer; of what is requested it accepts
    the request. The client is told.

    Raises ValidationError by field, Commission.DoesNotExist for anyone but a party, PermissionDenied for the client, Blocked by
    the client, Conflict (`not_quotable`) once work has begun or it is over.
    """
    facts = judged(amount, currency, terms)
    present = hold(commission, by=by)
    require_role(ARTIST, present, by=by)
    require_quotable(present)
    require_unblocked(by, *(ids_of(present) - {by.pk}))
    present.quotes.filter(status=QuoteStatus.OFFERED).update(status=QuoteStatus.SUPERSEDED)
    quote = Quote.objects.create(commission=present, author=by, **facts)
    follow(present, quote)
    if present.status == CommissionStatus.REQUESTED:
        COMMISSION.move(present, CommissionStatus.ACCEPTED, roles=commission_roles(by, present), by=by)
    tell("commission_quote", present, by=by, object_id=quote.pk)
    return quote


def judged(amount: Decimal, currency: str, terms: str) -> dict[str, Any]:
    """A quote as it is kept. Raises ValidationError naming every field that cannot stand."""
    code, kept = code_of(currency), plain(terms)
    wrong = [*wrong_amount(amount, code, field="amount")]
    if kept:
        wrong += wrong_text(kept, field="terms", limit=LONGEST_TERMS)
    if wrong:
        raise ValidationError(dict(wrong))
    return {"amount": amount, "currency": code, "terms": kept}


def require_quotable(commission: Commission) -> None:
    if commission.status not in QUOTED:
        raise Conflict(_("Quotes are made and answered before the work begins."), code="not_quotable")


def follow(commission: Commission, quote: Quote) -> None:
    """Has the commission say what became of its last quote."""
    commission.quote_status = quote.status
    commission.save(update_fields=["quote_status", "updated_at"])


@transaction.atomic
def answer_quote(*, quote: Quote, by: Any, accept: bool) -> Quote:
    """Takes a quote, or declines it; the artist is told.

    Raises Commission.DoesNotExist for anyone but a party, PermissionDenied for the artist, Conflict where it waits for no answer
    (`not_offered`), as once it is answered or another was made, and (`not_quotable`) once the commission is over.
    """
    present = hold(quote.commission, by=by)
    require_role(CLIENT, present, by=by)
    require_quotable(present)
    answered = Quote.objects.select_for_update(no_key=True).get(pk=quote.pk)
    if answered.status != QuoteStatus.OFFERED:
        raise Conflict(_("This quote waits for no answer any more. Please look again."), code="not_offered")
    answered.status = QuoteStatus.ACCEPTED if accept else QuoteStatus.DECLINED
    answered.answered_at = timezone.now()
    answered.save(update_fields=["status", "answered_at"])
    follow(present, answered)
    tell(f"commission_quote_{answered.status}", present, by=by, object_id=answered.pk)
    return answered
