"""Blocks: to look at, and to lift."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from social.actions.blocks import lift
from social.admin.deeds import DeedAdmin
from social.models import Block


@admin.register(Block)
class BlockAdmin(DeedAdmin):
    """Who keeps whom away, which nobody else is told."""

    list_display = ("blocker", "blocked", "blocked_at")
    list_filter = ("blocked_at",)
    list_select_related = ("blocker", "blocked")
    search_help_text = _("By either one's username.")
    search_fields = ("blocker__username", "blocked__username")
    ordering = ("-blocked_at",)
    fields = readonly_fields = ("blocker", "blocked", "blocked_at")

    def undo(self, deed: Block, *, by: Any) -> None:
        lift(blocker_id=deed.blocker_id, blocked_id=deed.blocked_id)
