"""What of comments is asked and told, for reading requests and for the OpenAPI description."""

from typing import Any

from rest_framework import serializers

from gallery.api.descriptions import UserBriefSerializer
from social.models.comments import MAX_LENGTH


class CommentRequestSerializer(serializers.Serializer):
    comment_text = serializers.CharField(max_length=MAX_LENGTH, help_text="Plain text.")


class NewCommentRequestSerializer(CommentRequestSerializer):
    parent_comment_id = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="The comment of this work that is answered."
    )


class ThreadsQuerySerializer(serializers.Serializer):
    # A parameter of the query, not what a field belongs to.
    parent = serializers.UUIDField(  # type: ignore[assignment]
        required=False, help_text="All below this comment, oldest first."
    )

    def to_internal_value(self, data: Any) -> Any:
        """An empty filter is none, as everywhere."""
        return super().to_internal_value({name: value for name, value in data.items() if value})


class CommentSerializer(serializers.Serializer):
    """A comment. One that is deleted and has answers is told without text and author."""

    id = serializers.UUIDField()
    artwork_id = serializers.UUIDField()
    commenter = UserBriefSerializer(allow_null=True)
    comment_text = serializers.CharField(allow_blank=True, help_text="Plain text; it may hold line breaks and `<`.")
    parent_comment_id = serializers.UUIDField(allow_null=True)
    reply_count = serializers.IntegerField(help_text="Of those below it at any depth, without deleted ones.")
    created_at = serializers.DateTimeField()
    edited_at = serializers.DateTimeField(allow_null=True)
    is_deleted = serializers.BooleanField()
    can_edit = serializers.BooleanField(help_text="Whether you may.")
    can_delete = serializers.BooleanField(help_text="Whether you may.")


class ThreadSerializer(CommentSerializer):
    """A comment with the first of all below it. What is told with `parent` has no `replies` of its own."""

    replies = CommentSerializer(many=True, required=False)
    has_more_replies = serializers.BooleanField(
        required=False, help_text="Whether `parent=` tells more than `replies`."
    )
