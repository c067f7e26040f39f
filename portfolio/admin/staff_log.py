"""What staff did, to read."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from social.admin.desk import ReadAdmin

KINDS = {1: _("added"), 2: _("changed"), 3: _("deleted")}


class SortFilter(admin.RelatedOnlyFieldListFilter):
    """What it was done to, of what sort."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[Any]:
        """Without saying in which part of the code they are."""
        ids = model_admin.get_queryset(request).order_by().values("content_type").distinct()
        return [(kind.pk, kind.name) for kind in ContentType.objects.filter(pk__in=ids).order_by("model")]


class KindFilter(admin.SimpleListFilter):
    """What was done."""

    title = _("deed")
    parameter_name = "deed"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """In words."""
        return [(str(flag), words) for flag, words in KINDS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[LogEntry]) -> QuerySet[LogEntry]:
        """Those of the kind."""
        known = {str(flag) for flag in KINDS}
        return queryset.filter(action_flag=str(self.value())) if self.value() in known else queryset


@admin.register(LogEntry)
class StaffLogAdmin(ReadAdmin):
    """Everything that was done at the desk, and by staff through the API, the last first. Beside it stand the log of moderation
    and that of statuses."""

    heading = _("What staff did")
    list_display = ("at", "who", "deed", "kind", "thing", "said")
    list_display_links = ("at",)
    list_filter = (
        ("user", admin.RelatedOnlyFieldListFilter),
        KindFilter,
        "action_time",
        ("content_type", SortFilter),
    )
    list_select_related = ("user", "content_type")
    search_fields = ("object_repr", "change_message", "user__username", "=object_id")
    search_help_text = _("By what it was done to, what was said of it, who did it, or an id.")
    date_hierarchy = "action_time"
    ordering = ("-pk",)
    fields = readonly_fields = ("at", "who", "deed", "kind", "thing", "said", "object_id")

    @admin.display(description=_("at"), ordering="action_time")
    def at(self, entry: LogEntry) -> Any:
        """When."""
        return entry.action_time

    @admin.display(description=_("by"), ordering="user__username")
    def who(self, entry: LogEntry) -> str:
        """Who did it."""
        return entry.user.get_username()

    @admin.display(description=_("deed"), ordering="action_flag")
    def deed(self, entry: LogEntry) -> Any:
        """In a word."""
        return KINDS.get(entry.action_flag, "")

    @admin.display(description=_("kind"))
    def kind(self, entry: LogEntry) -> str:
        """Of what sort it was done to."""
        return str(entry.content_type.name) if entry.content_type else ""

    @admin.display(description=_("to what"))
    def thing(self, entry: LogEntry) -> SafeString | str:
        """As it was called then, with the way to its page while it may be there."""
        address = None if entry.is_deletion() else entry.get_admin_url()
        return format_html('<a href="{}">{}</a>', address, entry.object_repr) if address else entry.object_repr

    @admin.display(description=_("details"))
    def said(self, entry: LogEntry) -> str:
        """What was said of it."""
        return entry.get_change_message()
