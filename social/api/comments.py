"""`artworks/<id>/comment`, `artworks/<id>/comments` and `comments/<id>`."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import GenericAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.serializers.answers import DeletedSerializer
from gallery.models import Artwork
from social.actions.comments import delete_comment, edit_comment, write_comment
from social.api.comment_descriptions import (
    CommentRequestSerializer,
    CommentSerializer,
    NewCommentRequestSerializer,
    ThreadSerializer,
    ThreadsQuerySerializer,
)
from social.models import Comment
from social.threads import COLUMNS, below, tell, tell_these, threads_of, with_replies


class NewCommentView(APIView):
    """Saying something below a work."""

    permission_classes = [IsAuthenticated]
    throttle_scope = "comment"

    @extend_schema(request=NewCommentRequestSerializer, responses={201: CommentSerializer})
    def post(self, request: Request, artwork_id: UUID) -> Response:
        """Comment on a work, or answer a comment of it. The same words sent twice within half a minute are one comment. 409
        `comments_closed` where the artist closed them; 403 `blocked` where they, or who is answered, keep you away."""
        serializer = NewCommentRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        text, parent_id = serializer.validated_data["comment_text"], serializer.validated_data["parent_comment_id"]
        comment = write_comment(artwork_id=artwork_id, by=request.user, comment_text=text, parent_id=parent_id)
        return Response(told_alone(comment, request), status=status.HTTP_201_CREATED)


class CommentsView(GenericAPIView):
    """What is said below one work."""

    queryset = Comment.objects.none()
    serializer_class = ThreadSerializer
    filterset_class = None
    counts_beside = ("comment_count",)

    @extend_schema(
        operation_id="artworks_comments_list",
        parameters=[ThreadsQuerySerializer],
        responses=ThreadSerializer(many=True),
        filters=False,
    )
    def get(self, request: Request, artwork_id: UUID) -> Response:
        """What is said below a work, newest first, each with `replies`, the first 20 of all below it, oldest first; beside the
        list `comment_count`, of all that are not deleted. With `parent`, all below that comment at any depth, oldest first."""
        work = Artwork.objects.visible_to(request.user).only("owner_id", "comment_count").get(pk=artwork_id)
        asked = ThreadsQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        parent = asked.validated_data.get("parent")
        told = self.tell_below(parent, work) if parent else self.tell_threads(work)
        answer = self.get_paginated_response(told)
        answer.data["comment_count"] = work.comment_count
        return answer

    def tell_threads(self, work: Artwork) -> list[dict[str, Any]]:
        rows: Any = threads_of(work.pk).values(*COLUMNS)
        return with_replies(self.paginate_queryset(rows) or [], viewer=self.request.user, artist_id=work.owner_id)

    def tell_below(self, parent: UUID, work: Artwork) -> list[dict[str, Any]]:
        pairs: Any = below(parent, artwork_id=work.pk).values("pk", "comment_id")
        ids = [pair["comment_id"] for pair in self.paginate_queryset(pairs) or []]
        return tell_these(ids, viewer=self.request.user, artist_id=work.owner_id)


class CommentView(APIView):
    """One comment."""

    permission_classes = [IsAuthenticated]

    @property
    def throttle_scope(self) -> str:
        """Other words may call other people: they are spent as new ones are. Who tidies up below their works is not held up."""
        return "" if self.request.method == "DELETE" else "comment"

    @extend_schema(request=CommentRequestSerializer, responses=CommentSerializer)
    def put(self, request: Request, comment_id: UUID) -> Response:
        """Give your comment other words; `edited_at` tells since when."""
        comment = Comment.objects.visible_to(request.user).get(pk=comment_id)
        serializer = CommentRequestSerializer(data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        edited = edit_comment(comment=comment, by=request.user, **serializer.validated_data)
        return Response(told_alone(edited, request))

    @extend_schema(request=CommentRequestSerializer, responses=CommentSerializer)
    def patch(self, request: Request, comment_id: UUID) -> Response:
        """As PUT."""
        return self.put(request, comment_id)

    @extend_schema(responses={200: DeletedSerializer})
    def delete(self, request: Request, comment_id: UUID) -> Response:
        """Delete a comment of yours, or below your work. Where it was answered, a tombstone stays, without text and author."""
        comment = Comment.objects.visible_to(request.user).select_related("artwork").get(pk=comment_id)
        delete_comment(comment=comment, by=request.user)
        return Response({"id": comment_id, "deleted": True})


def told_alone(comment: Comment, request: Request) -> dict[str, Any]:
    """One comment as it is now. One query."""
    row = Comment.objects.values(*COLUMNS, "artwork__owner_id").get(pk=comment.pk)
    return tell(row, viewer=request.user, artist_id=row["artwork__owner_id"])
