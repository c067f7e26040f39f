"""`blocks` and `blocks/<artist_id>`."""

from typing import Any
from uuid import UUID

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.serializers.answers import DeletedSerializer
from gallery.api.descriptions import UserBriefSerializer
from social.actions.blocks import set_block
from social.api.people import columns_of, tell_person
from social.models import Block

COLUMNS = ("pk", "blocked_at", *columns_of("blocked"))


class BlockSerializer(serializers.Serializer):
    """Whom you keep away, and since when."""

    user = UserBriefSerializer()
    blocked_at = serializers.DateTimeField()


class BlocksView(GenericAPIView):
    """Whom one keeps away."""

    permission_classes = [IsAuthenticated]
    queryset = Block.objects.none()
    serializer_class = BlockSerializer
    filterset_class = None
    orderings = {"date": "blocked_at"}
    ordering_default = "-date"

    @extend_schema(operation_id="blocks_list", responses=BlockSerializer(many=True), filters=False)
    def get(self, request: Request) -> Response:
        """Whom you keep away, the last first; nobody else is told."""
        rows: Any = self.filter_queryset(Block.objects.visible_to(request.user)).values(*COLUMNS)
        return self.get_paginated_response([tell_block(row) for row in self.paginate_queryset(rows) or []])


class BlockView(APIView):
    """Keeping one person away."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=None, responses={200: BlockSerializer, 201: BlockSerializer})
    def post(self, request: Request, artist_id: UUID) -> Response:
        """Keep somebody from following you, liking your works, commenting and writing to you. It ends what follows there are
        between you, both ways. 200 where it stood."""
        is_new = set_block(artist_id=artist_id, by=request.user, blocked=True)
        row = Block.objects.visible_to(request.user).values(*COLUMNS).get(blocked=artist_id)
        return Response(tell_block(row), status=201 if is_new else 200)

    @extend_schema(responses={200: DeletedSerializer})
    def delete(self, request: Request, artist_id: UUID) -> Response:
        """Let them near again. Follows do not come back by it."""
        if not set_block(artist_id=artist_id, by=request.user, blocked=False):
            raise Http404
        return Response({"id": artist_id, "deleted": True})


def tell_block(row: dict[str, Any]) -> dict[str, Any]:
    return {"user": tell_person(row, "blocked"), "blocked_at": row["blocked_at"]}
