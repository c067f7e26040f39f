"""Comments: to look at, and to delete."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from social.actions.comments import delete_comment
from social.models import Comment


@admin.register(Comment)
class CommentAdmin(admin.ModelAdmin):
    """What is said below works. Several are deleted from the list, as their authors would; hidden by a decision on a case."""

    list_display = ("comment_text", "commenter", "artwork", "reply_count", "created_at", "is_live")
    list_filter = ("is_live", "is_hidden", "is_deleted", "created_at")
    list_select_related = ("commenter", "artwork")
    search_help_text = _("By what it says, who wrote it, or the work.")
    search_fields = ("comment_text", "commenter__username", "artwork__title")
    ordering = ("-id",)
    fields = readonly_fields = (
        "artwork",
        "commenter",
        "parent",
        "comment_text",
        "created_at",
        "edited_at",
        "reply_count",
        "is_deleted",
        "is_hidden",
        "is_live",
    )
    actions = ("delete_comments",)
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A person speaks for themselves."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Comment | None = None) -> bool:
        """From the list alone: a row that went by itself would take all its answers along."""
        return obj is None and super().has_delete_permission(request)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.action(description=_("Delete the chosen comments"), permissions=["delete"])
    def delete_comments(self, request: HttpRequest, queryset: QuerySet[Comment]) -> None:
        """One by one, since each is counted; the deepest first, so that no tombstones of one another stand between."""
        for comment in queryset.filter(is_deleted=False).select_related("artwork").order_by("-depth"):
            delete_comment(comment=comment, by=request.user)
