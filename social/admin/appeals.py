"""The queue of what owners answer, and the page on which an appeal is judged."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from social.actions.deciding import LONGEST_ANSWER, judge_appeal
from social.admin.desk import DeskAdmin, refusal_of
from social.models import Appeal
from social.moderating.log import steps
from social.moderating.rights import require_another, require_impartial


class JudgementForm(forms.Form):
    """What becomes of an appeal."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=Appeal.Outcome.choices, widget=forms.RadioSelect)
    answer = forms.CharField(
        label=_("Answer to the owner"),
        max_length=LONGEST_ANSWER,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class OutcomeFilter(admin.SimpleListFilter):
    """What became of an appeal, or that it is open."""

    title = _("outcome")
    parameter_name = "outcome"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """In words."""
        return [("open", _("open")), *Appeal.Outcome.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Appeal]) -> QuerySet[Appeal]:
        """Those of the outcome."""
        if self.value() is None:
            return queryset
        return queryset.filter(outcome="" if self.value() == "open" else self.value())


@admin.register(Appeal)
class AppealAdmin(DeskAdmin):
    """What owners answer, the open ones first, of them the oldest."""

    heading = _("Appeals")
    page = "admin/social/appeal.html"
    done = _("Judged.")
    list_display = ("about", "verdict", "owner", "filed_at", "state", "decided_by")
    list_filter = (OutcomeFilter, "decision__verdict", "filed_at")
    list_select_related = ("decision__case__owner", "decided_by")
    search_help_text = _("By what it says, what it is about, or its owner.")
    search_fields = ("text", "decision__case__title", "decision__case__owner__username")
    ordering = ("outcome", "filed_at")

    @admin.display(description=_("about"))
    def about(self, appeal: Appeal) -> str:
        return str(appeal.decision.case)

    @admin.display(description=_("decision"))
    def verdict(self, appeal: Appeal) -> str:
        return appeal.decision.get_verdict_display()

    @admin.display(description=_("owner"))
    def owner(self, appeal: Appeal) -> Any:
        return appeal.decision.case.owner

    @admin.display(description=_("outcome"))
    def state(self, appeal: Appeal) -> Any:
        return appeal.get_outcome_display() or _("open")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appeal]:
        return super().get_queryset(request).select_related("decision__case__owner", "decision__decided_by")

    def form_of(self, thing: Appeal, data: Any = None) -> forms.Form | None:
        return None if thing.outcome else JudgementForm(data)

    def obstacle(self, thing: Appeal, by: Any) -> str:
        return refusal_of(require_impartial, by, thing.decision.case) or refusal_of(require_another, by, thing)

    def act(self, thing: Appeal, by: Any, taken: dict[str, Any]) -> None:
        judge_appeal(appeal=thing, by=by, **taken)

    def told(self, thing: Appeal) -> dict[str, Any]:
        return {
            "title": thing.decision.case.title,
            "case": thing.decision.case,
            "decision": thing.decision,
            "log": steps(thing.decision.case_id),
        }
