"""`exhibitions/<id>/jurors`: the jury, for whoever organises."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.serializers.answers import DeletedSerializer
from accounts.rates import spend
from portfolio.actions.jurors import invite_juror, remove_juror
from portfolio.api.exhibitions.descriptions import JurorSerializer
from portfolio.api.exhibitions.exhibitions import own_exhibition, seen_exhibition
from portfolio.api.exhibitions.requests import InvitationSerializer
from portfolio.models import ConflictOfInterest, Exhibition, Juror
from social.api.people import columns_of, tell_person

Row = dict[str, Any]
COLUMNS = ("pk", "invited_at", "scored_count", *columns_of("user"))


def jury_of(exhibition: Exhibition) -> QuerySet[Juror]:
    """Who is on it and not shut out, each with `scored_count`: how many works of what was not withdrawn they scored."""
    counts = ~Q(scores__work__submission__status="withdrawn")
    jury = Juror.objects.filter(exhibition=exhibition.pk, user__is_active=True)
    return jury.annotate(scored_count=Count("scores", filter=counts))


def tell_jurors(rows: Sequence[Row]) -> list[Row]:
    """One query more, whoever they are."""
    close: dict[int, list[Row]] = defaultdict(list)
    declared = ConflictOfInterest.objects.filter(juror__in=[row["pk"] for row in rows], artist__is_active=True)
    for row in declared.order_by("artist__username").values("juror", *columns_of("artist")):
        close[row["juror"]].append(tell_person(row, "artist"))
    return [
        {
            "user": tell_person(row, "user"),
            "invited_at": row["invited_at"],
            "scored_count": row["scored_count"],
            "conflicts": close[row["pk"]],
        }
        for row in rows
    ]


class JurorsView(GenericAPIView):
    """The jury of one exhibition."""

    permission_classes = [IsAuthenticated]
    queryset = Juror.objects.none()
    serializer_class = JurorSerializer
    filterset_class = None
    orderings = {"date": "invited_at"}
    error_statuses = (429,)

    @extend_schema(operation_id="exhibitions_jurors_list", responses=JurorSerializer(many=True), filters=False)
    def get(self, request: Request, exhibition_id: UUID) -> Response:
        """Who is on the jury, in the order in which they were asked, and how far they are. For the organiser."""
        jury = self.filter_queryset(jury_of(own_exhibition(request, exhibition_id)))
        return self.get_paginated_response(tell_jurors(self.paginate_queryset(jury.values(*COLUMNS)) or []))

    @extend_schema(request=InvitationSerializer, responses={201: JurorSerializer})
    def post(self, request: Request, exhibition_id: UUID) -> Response:
        """Ask a person to be on the jury. They are told at once, of a draft when it opens. 409 for who is on it, and once it is
        announced. For the organiser."""
        exhibition = own_exhibition(request, exhibition_id)
        spend("exhibition", str(request.user.pk))
        serializer = InvitationSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        juror = invite_juror(exhibition=exhibition, by=request.user, **serializer.validated_data)
        rows: Any = jury_of(exhibition).filter(pk=juror.pk).values(*COLUMNS)
        return Response(tell_jurors(rows)[0], status=201)


class JurorView(APIView):
    """One of the jury."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses={200: DeletedSerializer})
    def delete(self, request: Request, exhibition_id: UUID, user_id: UUID) -> Response:
        """Take somebody off the jury, with what they scored. For the organiser, and for themselves."""
        remove_juror(exhibition=seen_exhibition(request, exhibition_id), by=request.user, user_id=user_id)
        return Response({"id": user_id, "deleted": True})
