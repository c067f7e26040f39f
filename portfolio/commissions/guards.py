"""What bars a commission's way. Each reads no more than the commission's own row."""

from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from portfolio.models import Commission, QuoteStatus


def quote_is_settled(commission: Commission) -> None:
    """Work begins under a quote that the client accepted, or without any. Raises Conflict."""
    if commission.quote_status == QuoteStatus.OFFERED:
        raise Conflict(_("The client has not accepted the quote yet."), code="quote_unanswered", attr="status")
    if commission.quote_status == QuoteStatus.DECLINED:
        raise Conflict(
            _("The client has declined the quote: make another first."), code="quote_declined", attr="status"
        )
