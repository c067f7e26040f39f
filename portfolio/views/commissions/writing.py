"""What is written in the room: notes on how far the work is, and quotes."""

from typing import Any

from django.http import HttpResponse

from accounts.requests import person
from portfolio.actions.commissions import change_commission
from portfolio.actions.quotes import make_quote
from portfolio.commissioning.forms import NoteForm, QuoteForm
from portfolio.views.commissions.pages import InRoomPage
from portfolio.views.deeds import SeeOther


class NotePage(InRoomPage):
    """`/commissions/<id>/notes`."""

    form_class = NoteForm
    slot = "note"

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Add it, and go to where it stands. Raises ValidationError, Refused."""
        change_commission(commission=self.commission, by=person(self.request), **taken)
        return SeeOther(self.place("latest"))


class QuotePage(InRoomPage):
    """`/commissions/<id>/quotes`."""

    form_class = QuoteForm
    slot = "quote"

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Make it. Raises ValidationError, Refused."""
        make_quote(commission=self.commission, by=person(self.request), **taken)
        return SeeOther(self.place("quote"))
