"""Tokens, as staff see them."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import AccessToken


@admin.register(AccessToken)
class AccessTokenAdmin(admin.ModelAdmin):
    """Tokens, to look at and to delete: their secrets are nobody's but their owners'."""

    list_display = ["name", "user", "prefix", "created_at", "last_used_at", "expires_at"]
    list_select_related = ["user"]
    list_filter = ["created_at", "last_used_at", "expires_at"]
    search_help_text = _("By name, person or the beginning of the token.")
    search_fields = ["name", "user__username", "prefix"]
    fields = ["name", "user", "prefix", "created_at", "last_used_at", "expires_at"]
    readonly_fields = ["name", "user", "prefix", "created_at", "last_used_at", "expires_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Its owner makes it."""
        return False
