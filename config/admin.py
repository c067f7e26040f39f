"""The desk for the machine: what failed, to run again or to forget. The package of the tasks registers a list of its own, which
this one stands in the place of."""

from typing import Any

import django_tasks_db.admin  # noqa: F401 - registers what is registered again here
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks_db.models import DBTaskResult

from accounts.admin.buttons import Buttons
from config.tasks.again import forget, run_again

LONGEST_LINE = 160
STATES = {
    "READY": gettext_lazy("waits"),
    "RUNNING": gettext_lazy("runs"),
    "SUCCESSFUL": gettext_lazy("done"),
    "FAILED": gettext_lazy("failed"),
}


class StateFilter(admin.SimpleListFilter):
    """How far a task is."""

    title = gettext_lazy("state")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """In words."""
        return list(STATES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[DBTaskResult]) -> QuerySet[DBTaskResult]:
        """Those of the state."""
        return queryset.filter(status=self.value()) if self.value() in STATES else queryset


class TaskAdmin(Buttons):
    """Tasks that wait, run, are done or failed. Superusers see them, and staff who were given the right to."""

    heading = gettext_lazy("Tasks")
    list_display = ("what", "state", "last_line", "attempts", "enqueued_at", "finished_at")
    list_filter = (StateFilter, "queue_name", "enqueued_at")
    search_fields = ("task_path", "exception_class_path", "=id")
    search_help_text = gettext_lazy("By what the task is called, or by the kind of its error.")
    ordering = ("-enqueued_at",)
    show_full_result_count = False
    fields = readonly_fields = (
        "what", "state", "attempts", "enqueued_at", "started_at", "finished_at", "run_after", "queue_name", "args_kwargs",
        "formatted_traceback",
    )  # fmt: skip
    actions = ("again", "forget")

    def get_queryset(self, request: HttpRequest) -> QuerySet[DBTaskResult]:
        """Without what they returned."""
        return super().get_queryset(request).defer("return_value")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The site asks for them."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They are forgotten by the action."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing in them is written by hand."""
        return False

    def has_mend_permission(self, request: HttpRequest) -> bool:
        """What the buttons ask for."""
        return super().has_change_permission(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Headed by what the task is called, since the package names its rows by their ids."""
        job = self.get_object(request, unquote(object_id))
        headed = {"title": self.heading, "subtitle": job.task_path} if job else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **headed})

    def buttons_of(self, request: HttpRequest, thing: DBTaskResult) -> list[str]:
        """For what failed."""
        return ["again", "forget"] if thing.status == "FAILED" else []

    @admin.display(description=gettext_lazy("what"), ordering="task_path")
    def what(self, job: DBTaskResult) -> str:
        """Its name; where it stands is on its page."""
        return job.task_path

    @admin.display(description=gettext_lazy("state"), ordering="status")
    def state(self, job: DBTaskResult) -> Any:
        """In words."""
        return STATES[job.status]

    @admin.display(description=gettext_lazy("attempts"))
    def attempts(self, job: DBTaskResult) -> int:
        """Each has its worker."""
        return len(job.worker_ids)

    @admin.display(description=gettext_lazy("error"))
    def last_line(self, job: DBTaskResult) -> str:
        """The last line of what went wrong."""
        return (job.traceback.strip().splitlines() or [""])[-1][:LONGEST_LINE]

    @admin.display(description=gettext_lazy("error"))
    def formatted_traceback(self, job: DBTaskResult) -> SafeString | str:
        """All of it."""
        return format_html('<pre class="desk-trace" tabindex="0">{}</pre>', job.traceback) if job.traceback else "-"

    @admin.action(description=gettext_lazy("Run again"), permissions=["mend"])
    def again(self, request: HttpRequest, jobs: QuerySet[DBTaskResult]) -> None:
        """At once."""
        count = sum(run_again(job=job, by=request.user) for job in jobs)
        self.message_user(request, _("Run again: %d.") % count, messages.SUCCESS if count else messages.WARNING)

    @admin.action(description=gettext_lazy("Forget"), permissions=["mend"])
    def forget(self, request: HttpRequest, jobs: QuerySet[DBTaskResult]) -> None:
        """For good."""
        count = sum(forget(job=job, by=request.user) for job in jobs)
        self.message_user(request, _("Forgotten: %d.") % count, messages.SUCCESS if count else messages.WARNING)


admin.site.unregister(DBTaskResult)
admin.site.register(DBTaskResult, TaskAdmin)
