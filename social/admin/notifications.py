"""What people are told, for the moderator to look at."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from social.models import Notification


@admin.register(Notification)
class NotificationAdmin(admin.ModelAdmin):
    """Lines of all people. They follow what people do, so nothing is done to them here."""

    list_display = ("recipient", "kind", "actor", "actor_count", "created_at", "read_at", "mail", "mailed_at")
    list_filter = ("kind", "mail")
    list_select_related = ("recipient", "actor")
    search_help_text = _("By who is told.")
    search_fields = ("recipient__username",)
    ordering = ("-created_at",)
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A deed tells by itself."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nor is it told otherwise."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It goes with the deed."""
        return False
