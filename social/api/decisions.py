"""`decisions`, `decisions/<id>` and `decisions/<id>/appeal`: for the owner of what was decided about."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.requests import person
from social.actions.appeals import LONGEST_APPEAL, file_appeal
from social.models import Appeal, Decision, TargetType


class DecidedAboutSerializer(serializers.Serializer):
    """What it was decided about, called as it was when it was reported."""

    type = serializers.ChoiceField(TargetType.choices)
    id = serializers.UUIDField()
    title = serializers.CharField()


class AppealRequestSerializer(serializers.Serializer):
    text = serializers.CharField(max_length=LONGEST_APPEAL)


class AppealSerializer(serializers.Serializer):
    """What you answered, and what became of it; `outcome` is empty and `decided_at` null until it is judged."""

    text = serializers.CharField()
    filed_at = serializers.DateTimeField()
    outcome = serializers.ChoiceField([("", "open"), *Appeal.Outcome.choices])
    answer = serializers.CharField()
    decided_at = serializers.DateTimeField(allow_null=True)


class DecisionSerializer(serializers.ModelSerializer):
    """What moderators decided about something of yours, and why. Who decided, and who reported it, is not told."""

    target = serializers.SerializerMethodField()
    verdict = serializers.ChoiceField([each for each in Decision.Verdict.choices if each[0] != "dismiss"])
    appeal = serializers.SerializerMethodField()
    can_appeal = serializers.BooleanField(source="can_be_appealed")
    appeal_until = serializers.DateTimeField()

    class Meta:
        model = Decision
        fields = (
            "id", "target", "verdict", "statement", "decided_at", "is_in_force", "removal_due_at", "removed_at", "appeal",
            "can_appeal", "appeal_until",
        )  # fmt: skip

    @extend_schema_field(DecidedAboutSerializer)
    def get_target(self, decision: Decision) -> dict[str, Any]:
        case = decision.case
        return {"type": case.target_type, "id": case.target_id, "title": case.title}

    @extend_schema_field(AppealSerializer(allow_null=True))
    def get_appeal(self, decision: Decision) -> Any:
        return AppealSerializer(decision.appeal).data if hasattr(decision, "appeal") else None


class DecisionsView(GenericAPIView):
    """What was decided about one's own things."""

    permission_classes = [IsAuthenticated]
    queryset = Decision.objects.none()
    serializer_class = DecisionSerializer
    filterset_class = None
    orderings = {"date": "decided_at"}
    ordering_default = "-date"

    @extend_schema(operation_id="decisions_list", responses=DecisionSerializer(many=True), filters=False)
    def get(self, request: Request) -> Response:
        """What moderators decided about you and your things, the last first."""
        decisions = Decision.objects.visible_to(request.user).select_related("case", "appeal")
        page = self.paginate_queryset(self.filter_queryset(decisions)) or []
        return self.get_paginated_response(DecisionSerializer(page, many=True).data)


class DecisionView(APIView):
    """One decision about something of one's own."""

    permission_classes = [IsAuthenticated]

    @extend_schema(operation_id="decisions_retrieve", responses=DecisionSerializer)
    def get(self, request: Request, decision_id: UUID) -> Response:
        """What moderators decided, why, and until when you may appeal."""
        return Response(DecisionSerializer(own_decision(request, decision_id)).data)


class AppealView(APIView):
    """Answering one decision."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=AppealRequestSerializer, responses={201: AppealSerializer})
    def post(self, request: Request, decision_id: UUID) -> Response:
        """Appeal, once and in time; another moderator than the one who decided judges it. 409 where it is too late, or done."""
        decision = own_decision(request, decision_id)
        serializer = AppealRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        appeal = file_appeal(decision=decision, by=person(request), **serializer.validated_data)
        return Response(AppealSerializer(appeal).data, status=201)


def own_decision(request: Request, decision_id: UUID) -> Decision:
    """With its case and appeal. Raises Decision.DoesNotExist for others' and for what there is not."""
    return Decision.objects.visible_to(request.user).select_related("case", "appeal").get(pk=decision_id)
