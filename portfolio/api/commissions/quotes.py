"""`commissions/<id>/quotes`, and the answer to one."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from portfolio.actions.quotes import answer_quote, make_quote
from portfolio.api.commissions.commissions import CommissionRoute
from portfolio.api.commissions.descriptions import CommissionSerializer
from portfolio.api.commissions.requests import AnswerSerializer, NewQuoteSerializer
from portfolio.models import Quote


class QuotesView(CommissionRoute):
    """The quotes of one commission, which the commission itself tells."""

    @extend_schema(request=NewQuoteSerializer, responses={201: CommissionSerializer})
    def post(self, request: Request, commission_id: UUID) -> Response:
        """Say what you would make it for, in the place of a quote that waits; a request is accepted by it. For the artist; 409
        `not_quotable` once work has begun or it is over."""
        commission = self.get_queryset().get(pk=commission_id)
        make_quote(commission=commission, by=request.user, **self.read(NewQuoteSerializer))
        return self.tell(commission_id, status.HTTP_201_CREATED)


class QuoteAnswerView(CommissionRoute):
    """The answer to one quote."""

    @extend_schema(request=AnswerSerializer, responses=CommissionSerializer)
    def post(self, request: Request, commission_id: UUID, quote_id: UUID) -> Response:
        """Take a quote, or decline it. For the client; 409 `not_offered` where it waits for no answer."""
        seen = Quote.objects.visible_to(request.user).filter(commission=commission_id).select_related("commission")
        answer_quote(quote=seen.get(pk=quote_id), by=request.user, **self.read(AnswerSerializer))
        return self.tell(commission_id)
