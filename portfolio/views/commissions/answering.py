"""The client's answer to a quote."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from accounts.exceptions import Refused
from accounts.requests import person
from portfolio.actions.quotes import answer_quote
from portfolio.commissioning.forms import AnswerForm
from portfolio.models import Quote
from portfolio.views.commissions.pages import InRoomPage
from portfolio.views.deeds import SeeOther


class AnswerPage(InRoomPage):
    """`/commissions/<id>/quotes/<id>/answer`: by POST alone; `accept` is true or false. Raises Http404 for a quote that is not
    of this commission."""

    form_class = AnswerForm
    slot = "answer"

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Say so, and stay. What is refused is told above the room."""
        seen = Quote.objects.visible_to(self.request.user).filter(commission=self.commission)
        quote = get_object_or_404(seen, pk=self.kwargs["quote_id"])
        try:
            answer_quote(quote=quote, by=person(self.request), accept=taken["accept"])
        except Refused as refusal:
            return self.told_there(refusal)
        said = _("You accepted the quote.") if taken["accept"] else _("You declined the quote.")
        messages.success(self.request, said)
        return SeeOther(self.place())
