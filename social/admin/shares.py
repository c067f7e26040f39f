"""Works passed on: to look at, and to count no longer."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from social.actions.shares import take_back
from social.admin.deeds import DeedAdmin
from social.models import Share


@admin.register(Share)
class ShareAdmin(DeedAdmin):
    """Which works were passed on, by whom and by which channel. What is taken away here is no longer counted."""

    list_display = ("artwork", "user", "channel", "shared_at")
    list_filter = ("shared_at", "channel")
    list_select_related = ("artwork", "user")
    search_help_text = _("By title, username or channel.")
    search_fields = ("artwork__title", "user__username", "channel")
    ordering = ("-shared_at",)
    fields = readonly_fields = ("artwork", "user", "channel", "shared_at")

    def undo(self, deed: Share, *, by: Any) -> None:
        take_back(share=deed, by=by)
