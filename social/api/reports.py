"""`reports`."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.requests import person
from gallery.links import opened_links
from social.actions.reports import LONGEST_DETAIL, file_report
from social.models import Case, Report, TargetType

COLUMNS = ("pk", "target_type", "target_id", "reason", "detail", "case__status", "created_at")


class ReportRequestSerializer(serializers.Serializer):
    target_type = serializers.ChoiceField(TargetType.choices)
    target_id = serializers.UUIDField()
    reason = serializers.ChoiceField(Report.Reason.choices)
    detail = serializers.CharField(
        required=False, allow_blank=True, max_length=LONGEST_DETAIL, help_text="Needed where the reason is `other`."
    )


class ReportSerializer(serializers.Serializer):
    """What you objected to, and whether moderators have decided about it."""

    id = serializers.UUIDField()
    target_type = serializers.ChoiceField(TargetType.choices)
    target_id = serializers.UUIDField()
    reason = serializers.ChoiceField(Report.Reason.choices)
    detail = serializers.CharField()
    status = serializers.ChoiceField(Case.Status.choices)
    created_at = serializers.DateTimeField()


class ReportsView(GenericAPIView):
    """What one objects to."""

    permission_classes = [IsAuthenticated]
    throttle_scope = "report"
    queryset = Report.objects.none()
    serializer_class = ReportSerializer
    filterset_class = None
    orderings = {"date": "created_at"}
    ordering_default = "-date"

    @extend_schema(operation_id="reports_list", responses=ReportSerializer(many=True), filters=False)
    def get(self, request: Request) -> Response:
        """What you have reported, the last first, and whether it has been decided. Nobody else is told."""
        rows: Any = self.filter_queryset(Report.objects.visible_to(request.user)).values(*COLUMNS)
        return self.get_paginated_response([tell_report(row) for row in self.paginate_queryset(rows) or []])

    @extend_schema(request=ReportRequestSerializer, responses={200: ReportSerializer, 201: ReportSerializer})
    def post(self, request: Request) -> Response:
        """Object to something that you see. Moderators decide about it; nothing is hidden by a report alone. While an earlier
        one of yours about it waits: that one, with 200."""
        serializer = ReportRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        report, is_new = file_report(by=person(request), links=opened_links(request), **serializer.validated_data)
        row = Report.objects.values(*COLUMNS).get(pk=report.pk)
        return Response(tell_report(row), status=201 if is_new else 200)


def tell_report(row: dict[str, Any]) -> dict[str, Any]:
    told = {name: row[name] for name in ("target_type", "target_id", "reason", "detail", "created_at")}
    return {"id": row["pk"], "status": row["case__status"]} | told
