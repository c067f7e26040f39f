"""Likes: to look at, and to take back."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from social.actions.likes import take_back
from social.admin.deeds import DeedAdmin
from social.models import Like


@admin.register(Like)
class LikeAdmin(DeedAdmin):
    """Who likes what. One that is taken back here is no longer counted."""

    list_display = ("user", "artwork", "liked_at")
    list_filter = ("liked_at",)
    list_select_related = ("user", "artwork")
    search_help_text = _("By username or title.")
    search_fields = ("user__username", "artwork__title")
    ordering = ("-liked_at",)
    fields = readonly_fields = ("user", "artwork", "liked_at")

    def undo(self, deed: Like, *, by: Any) -> None:
        take_back(like=deed, by=by)
