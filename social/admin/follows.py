"""Follows: to look at, and to end."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from social.actions.follows import take_back
from social.admin.deeds import DeedAdmin
from social.models import Follow


@admin.register(Follow)
class FollowAdmin(DeedAdmin):
    """Who follows whom. One that is ended here is no longer counted."""

    list_display = ("follower", "artist", "followed_at")
    list_filter = ("followed_at",)
    list_select_related = ("follower", "artist")
    search_help_text = _("By either one's username.")
    search_fields = ("follower__username", "artist__username")
    ordering = ("-followed_at",)
    fields = readonly_fields = ("follower", "artist", "followed_at")

    def undo(self, deed: Follow, *, by: Any) -> None:
        take_back(follow=deed, by=by)
