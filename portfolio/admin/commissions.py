"""Commissions, to be looked after without being read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portfolio.models import Commission
from social.admin.desk import ReadAdmin


@admin.register(Commission)
class CommissionAdmin(ReadAdmin):
    """Who asks whom for what, and how far it is. What the two write and send to each other is theirs alone: neither the wish
    itself nor notes, quotes, messages and files are told here."""

    list_display = ("title", "client", "artist", "status", "deadline", "created_at", "updated_at")
    list_filter = ("status", "created_at")
    list_select_related = ("client", "artist")
    search_help_text = _("By title, client, artist or id.")
    search_fields = ("title", "client__username", "artist__username", "=id")
    ordering = ("-created_at",)
    fields = readonly_fields = (
        "id", "title", "client", "artist", "status", "deadline", "completion_date", "created_at", "updated_at",
    )  # fmt: skip
