"""`commissions` and `commissions/<id>`: works that are asked for, told to their two parties alone."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from gallery.api.addresses import site
from gallery.api.images import ordered_by
from gallery.api.repeating import IDEMPOTENCY_KEY, first_answer, idempotency_key, once
from portfolio.actions.commissions import change_commission, request_commission
from portfolio.api.commissions.descriptions import CommissionSerializer
from portfolio.api.commissions.filters import CommissionFilter
from portfolio.api.commissions.requests import CommissionChangeSerializer, NewCommissionSerializer
from portfolio.api.commissions.telling import tell_commission, tell_commissions
from portfolio.models import Commission


class CommissionRoute(GenericAPIView):
    """A route of commissions. What somebody is no party to is not there (404)."""

    permission_classes = [IsAuthenticated]
    queryset = Commission.objects.none()
    serializer_class = CommissionSerializer
    throttle_scope = "commission"

    def get_queryset(self) -> QuerySet[Commission]:
        return Commission.objects.visible_to(self.request.user)

    def read(self, serializer_class: type[Serializer], **options: Any) -> dict[str, Any]:
        """What was sent. Raises ValidationError by field."""
        serializer = serializer_class(data=self.request.data, context={"request": self.request}, **options)
        serializer.is_valid(raise_exception=True)
        said: dict[str, Any] = serializer.validated_data
        return said

    def tell(self, commission_id: UUID, code: int = status.HTTP_200_OK) -> Response:
        told = tell_commission(commission_id, viewer=self.request.user, base=site(self.request))
        return Response(told, status=code)


class CommissionsView(CommissionRoute):
    """One's own commissions."""

    filterset_class = CommissionFilter
    orderings = {"date": "created_at", "deadline": "deadline"}
    ordering_default = "-date"

    @extend_schema(operation_id="commissions_list", responses=CommissionSerializer(many=True), filters=True)
    def get(self, request: Request) -> Response:
        """Those to which you are a party, the newest first."""
        found: Any = self.filter_queryset(self.get_queryset())
        rows = self.paginate_queryset(found.values("pk", ordered_by(found))) or []
        ids = [row["pk"] for row in rows]
        return self.get_paginated_response(tell_commissions(ids, viewer=request.user, base=site(request)))

    @extend_schema(request=NewCommissionSerializer, parameters=[IDEMPOTENCY_KEY], responses={201: CommissionSerializer})
    def post(self, request: Request) -> Response:
        """Ask an artist for a work. The same sent twice within half a minute is one commission. 403 `blocked` where they keep you
        away; 409 `commissions_closed` or `no_slots` while they take none, `blocking` while you keep them away."""
        key = idempotency_key(request)
        said = self.read(NewCommissionSerializer)
        return first_answer(request, key, ()) or once(request, key, (), lambda: self.ask(said))

    def ask(self, said: dict[str, Any]) -> Response:
        return self.tell(request_commission(by=self.request.user, **said).pk, status.HTTP_201_CREATED)


class CommissionView(CommissionRoute):
    """One commission."""

    @extend_schema(responses=CommissionSerializer)
    def get(self, request: Request, commission_id: UUID) -> Response:
        """A commission of yours."""
        return self.tell(commission_id)

    @extend_schema(request=CommissionChangeSerializer, responses=CommissionSerializer)
    def put(self, request: Request, commission_id: UUID) -> Response:
        """Move it on, add a note, say when it was finished: all that is sent, or nothing. `allowed_transitions` lists where
        you may move it; anything else is a 409, the status that it has already is no move."""
        commission = self.get_queryset().get(pk=commission_id)
        change_commission(commission=commission, by=request.user, **self.read(CommissionChangeSerializer, partial=True))
        return self.tell(commission_id)

    @extend_schema(request=CommissionChangeSerializer, responses=CommissionSerializer)
    def patch(self, request: Request, commission_id: UUID) -> Response:
        """As PUT."""
        return self.put(request, commission_id)
