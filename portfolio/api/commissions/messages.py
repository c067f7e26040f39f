"""`commissions/<id>/messages`: what the two parties write to each other, with files."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.rates import spend
from accounts.requests import person
from gallery.api.addresses import site
from gallery.api.arriving import Arrivals, arriving
from gallery.api.pictures import Row
from gallery.api.repeating import IDEMPOTENCY_KEY, first_answer, idempotency_key, once
from gallery.api.uploads import FIELDS
from gallery.api.work_uploads import PARSERS
from portfolio.actions.messages import judged, write_message
from portfolio.api.commissions.message_descriptions import (
    MessageSerializer,
    NewMessageFormSerializer,
    NewMessageSerializer,
)
from portfolio.commissions.attachments import kept
from portfolio.commissions.messages import tell_messages
from portfolio.commissions.parties import parties_of
from portfolio.models import Commission, Message

NEW = {"application/json": NewMessageSerializer, "multipart/form-data": NewMessageFormSerializer}


class MessagesView(GenericAPIView):
    """What is said in one commission."""

    queryset = Message.objects.none()
    serializer_class = MessageSerializer
    permission_classes = [IsAuthenticated]
    parser_classes = PARSERS
    filterset_class = None
    orderings = {"date": "created_at"}
    ordering_default = "-date"
    throttle_scope = "message"
    error_statuses = (411, 413)

    def get_commission(self) -> Commission:
        """That of the path. Raises Commission.DoesNotExist for anyone but a party."""
        return Commission.objects.visible_to(self.request.user).get(pk=self.kwargs["commission_id"])

    def tell(self, messages: Sequence[Message], commission: Commission) -> list[Row]:
        people, base = parties_of(commission), site(self.request)
        return tell_messages(messages, people, viewer=self.request.user, base=base)

    @extend_schema(operation_id="commissions_messages_list", responses=MessageSerializer(many=True))
    def get(self, request: Request, commission_id: UUID) -> Response:
        """What the two of you wrote, newest first."""
        commission = self.get_commission()
        found = self.filter_queryset(Message.objects.visible_to(request.user).filter(commission=commission))
        page: Any = self.paginate_queryset(found) or []
        return self.get_paginated_response(self.tell(page, commission))

    @extend_schema(request=NEW, parameters=[IDEMPOTENCY_KEY], responses={201: MessageSerializer})
    def post(self, request: Request, commission_id: UUID) -> Response:
        """Write to the other party: text, files, or both; they are open to the two of you alone. One bad file refuses the whole.
        Sent twice within half a minute it is one message. 403 `blocked` where they keep you away; 409 `no_other_party` where
        their account is gone."""
        commission, key = self.get_commission(), idempotency_key(request)
        if (request.content_type or "").lower().startswith("multipart/"):
            spend("upload", str(request.user.pk))  # whether it holds a file is known when it is read
        with arriving(request, fields=FIELDS) as arrivals:
            text, chosen = read_message(request, arrivals)
            if answered := first_answer(request, key, arrivals.files):
                return answered
            with kept(arrivals, by=person(request)) as new:
                return once(request, key, arrivals.files, lambda: self.write(commission, text, [*chosen, *new], new))

    def write(self, commission: Commission, text: str, files: list[UUID], names: dict[UUID, str]) -> Response:
        message = write_message(commission=commission, by=self.request.user, text=text, files=files, names=names)
        (told,) = self.tell([message], commission)
        return Response(told, status=status.HTTP_201_CREATED)


def read_message(request: Request, arrivals: Arrivals) -> tuple[str, list[UUID]]:
    """The words, and the files of the library, judged before any file is taken in. Raises ValidationError."""
    serializer = NewMessageSerializer(data=request.data, context={"request": request})
    serializer.is_valid(raise_exception=True)
    said = serializer.validated_data
    text, chosen = said.get("text") or "", said.get("file_ids") or []
    judged(text, [*chosen, *arrivals.files])
    return text, chosen
