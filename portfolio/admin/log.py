"""The log of statuses, to read."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from portfolio.models import StatusChange, Submission
from portfolio.workflow.tables import COMMISSION, EXHIBITION, SUBMISSION, WORKFLOWS
from social.admin.desk import ReadAdmin

NAMES = {workflow.name: dict(workflow.statuses.choices) for workflow in WORKFLOWS}

PAGES = {
    EXHIBITION.name: "admin:portfolio_exhibition_change",
    COMMISSION.name: "admin:portfolio_commission_change",
}


@admin.register(StatusChange)
class StatusChangeAdmin(ReadAdmin):
    """Every step that anything took, the last first, but for those of submissions until their exhibition announces: staff submit
    and sit on juries too, and would read here what is decided, and in blind jurying who withdrew what."""

    heading = _("Changes of status")
    list_display = ("at", "workflow", "thing", "step", "role", "by")
    list_display_links = ("at",)
    search_help_text = _("By who did it, or the id of what it was done to.")
    date_hierarchy = "at"
    list_filter = ("workflow", "at")
    search_fields = ("actor_name", "=thing_id")
    ordering = ("-pk",)
    fields = readonly_fields = ("at", "workflow", "thing", "step", "role", "by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[StatusChange]:
        """Without what is not announced."""
        unannounced = Submission.objects.filter(exhibition__announced_at=None).values("pk")
        steps: QuerySet[StatusChange] = super().get_queryset(request)
        return steps.exclude(workflow=SUBMISSION.name, thing_id__in=unannounced)

    @admin.display(description=_("to what"), ordering="thing_id")
    def thing(self, change: StatusChange) -> SafeString | str:
        """Its id, with the way to its page where it has one here."""
        if change.workflow not in PAGES:
            return str(change.thing_id)
        address = reverse(PAGES[change.workflow], args=[change.thing_id])
        return format_html('<a href="{}">{}</a>', address, change.thing_id)

    @admin.display(description=_("from, to"))
    def step(self, change: StatusChange) -> str:
        names = NAMES[change.workflow]
        return f"{names[change.source]} → {names[change.target]}"

    @admin.display(description=_("by"), ordering="actor_name")
    def by(self, change: StatusChange) -> Any:
        """The name at that time; the site itself has none."""
        return change.actor_name or _("the site")
