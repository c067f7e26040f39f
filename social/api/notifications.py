"""`notifications`, `notifications/count` and `notifications/read`."""

from hashlib import sha256
from typing import Any

import django_filters as filters
from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from gallery.api.addresses import site
from gallery.api.descriptions import UserBriefSerializer
from social.actions.notifications import mark_read
from social.models import Notification
from social.notifying import unread_count
from social.notifying.telling import rows_of, tell_notifications

AT_ONCE = 500


class TargetSerializer(serializers.Serializer):
    """What a line is about."""

    type = serializers.CharField(help_text="`artwork`, `artist`, `album`, `comment`, `decision`, and what is to come.")
    id = serializers.UUIDField()
    title = serializers.CharField()
    url = serializers.CharField()


class NotificationSerializer(serializers.Serializer):
    """One line of what you are told."""

    id = serializers.UUIDField()
    kind = serializers.CharField()
    actor = UserBriefSerializer(allow_null=True, help_text="Who did it, the last where it is several.")
    actor_count = serializers.IntegerField()
    target = TargetSerializer(allow_null=True)
    text = serializers.CharField(help_text="In the language of the request.")
    url = serializers.CharField(help_text="The page to which it leads.")
    created_at = serializers.DateTimeField(help_text="When the last of it was done.")
    read_at = serializers.DateTimeField(allow_null=True)


class ReadRequestSerializer(serializers.Serializer):
    """Which to mark as read: these, or all."""

    ids = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=AT_ONCE, required=False)
    all = serializers.BooleanField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Exactly one of the two."""
        if ("ids" in attrs) == attrs.get("all", False):
            raise serializers.ValidationError(_("Give either ids, or all: true."))
        return attrs


class UnreadCountSerializer(serializers.Serializer):
    """How much you have not read."""

    unread_count = serializers.IntegerField()


class ReadAnswerSerializer(UnreadCountSerializer):
    read = serializers.IntegerField(help_text="How many of these had not been read.")


class NotificationFilter(filters.FilterSet):
    """By whether it was read, and by kind."""

    unread = filters.ChoiceFilter(choices=[("true", "true"), ("false", "false")], method="by_state")
    kind = filters.CharFilter()

    class Meta:
        model = Notification
        fields: list[str] = []

    def by_state(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(read_at__isnull=value == "true")


class NotificationsView(GenericAPIView):
    """What you are told."""

    permission_classes = [IsAuthenticated]
    queryset = Notification.objects.none()
    serializer_class = NotificationSerializer
    filterset_class = NotificationFilter
    orderings = {"date": "created_at"}
    ordering_default = "-date"
    counts_beside = ("unread_count",)

    @extend_schema(responses={200: NotificationSerializer(many=True), 304: None})
    def get(self, request: Request) -> HttpResponseBase:
        """What you are told, the last first; beside the list `unread_count`, of everything."""
        rows: Any = rows_of(self.filter_queryset(Notification.objects.visible_to(request.user)))
        page = self.paginate_queryset(rows) or []
        answer = self.get_paginated_response(tell_notifications(page, viewer=request.user, base=site(request)))
        answer.data["unread_count"] = unread_count(request.user)
        return unless_known(request, answer)


class UnreadCountView(APIView):
    """How much you have not read."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses={200: UnreadCountSerializer, 304: None})
    def get(self, request: Request) -> HttpResponseBase:
        """For asking often: with `If-None-Match` the answer is a 304 as long as nothing has changed."""
        return unless_known(request, Response({"unread_count": unread_count(request.user)}))


class ReadView(APIView):
    """Marking as read."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=ReadRequestSerializer, responses=ReadAnswerSerializer)
    def post(self, request: Request) -> Response:
        """Mark some, or all, as read; of `ids` one that is not yours is a 404, and nothing is marked."""
        serializer = ReadRequestSerializer(data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        read = mark_read(by=request.user, ids=serializer.validated_data.get("ids"))
        return Response({"unread_count": unread_count(request.user), "read": read})


def unless_known(request: Request, answer: Response) -> HttpResponseBase:
    """The answer with its ETag, or a 304 for whoever has it. To be asked for each time, and kept by no shared cache."""
    etag = f'"{sha256(JSONRenderer().render(answer.data)).hexdigest()[:32]}"'
    answer.headers["ETag"] = etag
    patch_cache_control(answer, private=True, no_cache=True)
    return get_conditional_response(request._request, etag=etag, response=answer) or answer
