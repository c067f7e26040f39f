"""The log of statuses, to read."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portfolio.models import StatusChange, Submission
from portfolio.workflow.tables import SUBMISSION, WORKFLOWS
from social.admin.desk import ReadAdmin

NAMES = {workflow.name: dict(workflow.statuses.choices) for workflow in WORKFLOWS}


@admin.register(StatusChange)
class StatusChangeAdmin(ReadAdmin):
    """Every step that anything took, the last first, but for those of submissions until their exhibition announces: staff submit
    and sit on juries too, and would read here what is decided, and in blind jurying who withdrew what."""

    list_display = ("at", "workflow", "thing_id", "step", "role", "by")
    list_filter = ("workflow", "at")
    search_fields = ("actor_name", "=thing_id")
    ordering = ("-pk",)
    fields = readonly_fields = ("at", "workflow", "thing_id", "step", "role", "by")

    def get_queryset(self, request: HttpRequest) -> QuerySet[StatusChange]:
        """Without what is not announced."""
        unannounced = Submission.objects.filter(exhibition__announced_at=None).values("pk")
        steps: QuerySet[StatusChange] = super().get_queryset(request)
        return steps.exclude(workflow=SUBMISSION.name, thing_id__in=unannounced)

    @admin.display(description=_("from, to"))
    def step(self, change: StatusChange) -> str:
        names = NAMES[change.workflow]
        return f"{names[change.source]} → {names[change.target]}"

    @admin.display(description=_("by"), ordering="actor_name")
    def by(self, change: StatusChange) -> Any:
        """The name at that time; the site itself has none."""
        return change.actor_name or _("the site")
