"""The log of moderation, to read."""

from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from social.admin.desk import ReadAdmin
from social.models import Entry
from social.moderating.log import in_words


@admin.register(Entry)
class EntryAdmin(ReadAdmin):
    """Every step that was ever taken, the last first."""

    heading = _("What moderators decided")
    list_display = ("at", "actor_name", "done", "case")
    list_filter = ("deed", "at")
    search_fields = ("actor_name", "=case_id")
    search_help_text = _("By who did it, or the id of the case.")
    date_hierarchy = "at"
    ordering = ("-pk",)
    fields = readonly_fields = ("at", "actor_name", "done", "case", "said")

    @admin.display(description=_("deed"), ordering="deed")
    def done(self, entry: Entry) -> Any:
        return in_words(entry).deed

    @admin.display(description=_("details"))
    def said(self, entry: Entry) -> str:
        return "\n".join(str(each) for each in in_words(entry).said)

    @admin.display(description=_("case"))
    def case(self, entry: Entry) -> SafeString:
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:social_case_change", args=[entry.case_id]), entry.case_id
        )
