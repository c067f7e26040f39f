"""What people say below works."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.identifiers import new_id
from social.querysets.comments import CommentQuerySet

MAX_LENGTH = 5_000


class Comment(models.Model):
    """A text below a work, or below another comment of it. Ids rise with time, so that their order is that of the comments.

    `is_deleted`: by its author, the work's artist or staff; text and author are gone from the row, which stays while anything
    is below it. `is_hidden`: by a moderator, who may show it again. `is_live` says whether others read it: neither of the two,
    and its author is not shut out. What is not live stands as a tombstone while live comments are below it, and else is not told
    at all. `reply_count` is of the live ones below it, at any depth; `Artwork.comment_count` of the work's live ones. All three
    follow in `social.actions.threads`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    artwork = models.ForeignKey(
        "gallery.Artwork", on_delete=models.CASCADE, related_name="comments", verbose_name=_("work")
    )
    commenter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name=_("who comments"),
    )
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="children", verbose_name=_("answer to")
    )
    comment_text = models.TextField(_("comment"), max_length=MAX_LENGTH, blank=True)
    depth = models.PositiveSmallIntegerField(default=0)
    reply_count = models.PositiveIntegerField(_("answers"), default=0)
    created_at = models.DateTimeField(_("written at"), auto_now_add=True)
    edited_at = models.DateTimeField(_("changed at"), null=True, blank=True)
    is_deleted = models.BooleanField(_("deleted"), default=False)
    is_hidden = models.BooleanField(_("hidden"), default=False)
    is_live = models.BooleanField(_("is read"), default=True)
    is_set_aside = models.BooleanField(
        default=False, db_default=False, help_text=_("By the work's artist, who has nothing to answer.")
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes = [
            models.Index("artwork", "parent", "id", name="comment_of_artwork"),
            # Of late, for what trends.
            models.Index("created_at", "artwork", "commenter", name="comment_of_late"),
        ]

    def __str__(self) -> str:
        return self.comment_text[:60] or str(self.pk)


class CommentLineage(models.Model):
    """That `comment` lies below `above`, at whatever depth: all below a comment, oldest first, is a walk along one index."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="lineage")
    # Without an index of its own: PostgreSQL would take that one, and sort all below for the first few.
    above = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="below", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint("above", "comment", name="comment_lineage_once")]

    def __str__(self) -> str:
        return f"{self.comment_id} below {self.above_id}"
