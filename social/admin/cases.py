"""The queue of what was reported, and the page on which a case is decided."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from accounts.admin.previewing import PreviewList, picture
from gallery.models import Image
from social.actions.deciding import LONGEST_STATEMENT, decide, verdicts_for
from social.admin.desk import DeskAdmin, refusal_of
from social.models import Case, Decision, Report
from social.moderating.evidence import evidence, standing
from social.moderating.log import steps
from social.moderating.pictures import reported_copy
from social.moderating.rights import can_moderate, require_impartial

LONGEST_TITLE = 50
EARLIER = 20
"""So many earlier decisions about an owner stand on a case's page."""


class DecisionForm(forms.Form):
    """What a moderator decides, of what can be decided in this case."""

    verdict = forms.ChoiceField(label=_("Decision"), widget=forms.RadioSelect)
    statement = forms.CharField(
        label=_("Statement to the owner"),
        help_text=_("They read it as it stands. Needed but for a dismissal, of which they are not told."),
        max_length=LONGEST_STATEMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, case: Case, data: Any = None) -> None:
        super().__init__(data)
        names = dict(Decision.Verdict.choices)
        self.fields["verdict"].choices = [(each, names[each]) for each in verdicts_for(case)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        is_measure = self.cleaned_data.get("verdict") not in (None, Decision.Verdict.DISMISS)
        # What is wrong with a statement in itself is said already.
        if is_measure and self.cleaned_data.get("statement") == "":
            self.add_error("statement", _("Tell the owner why."))
        return self.cleaned_data


@admin.register(Case)
class CaseAdmin(DeskAdmin):
    """The queue: open ones first, what most people object to before the rest, of as many the oldest."""

    heading = _("Reports")
    page = "admin/social/case.html"
    done = _("Decided.")
    list_display = ("preview", "called", "target_type", "reasons", "report_count", "status", "owner", "opened_at")
    list_display_links = ("called",)
    list_filter = ("status", "target_type", "reports__reason", "opened_at")
    search_help_text = _("By title, owner, or what reporters wrote.")
    list_select_related = ("owner",)
    search_fields = ("title", "owner__username", "reports__detail")
    ordering = ("-status", "-report_count", "opened_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Case]:
        reasons = Report.objects.only("case_id", "reason", "seen").order_by("created_at", "pk")
        return super().get_queryset(request).prefetch_related(Prefetch("reports", reasons, to_attr="objections"))

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """One that looks up together which pictures are there."""
        return PreviewList

    def attach(self, cases: Sequence[Any]) -> None:
        """To each the first picture that its first reporter saw, as far as that is there. One query."""
        for case in cases:
            case.picture = next((each for report in case.objections for each in report.seen.get("pictures", [])), None)
        named = [case.picture["id"] for case in cases if case.picture]
        there = {str(pk) for pk in Image.objects.filter(pk__in=named).values_list("pk", flat=True)} if named else set()
        for case in cases:
            case.is_there = bool(case.picture) and case.picture["id"] in there

    @admin.display(description=_("picture"))
    def preview(self, case: Any) -> SafeString | str:
        """What was reported; its blurred outline where it is gone."""
        if not case.picture:
            return ""
        address = reverse("admin:social_case_picture", args=[case.pk, case.picture["id"]])
        return picture(f"{address}?size=square" if case.is_there else case.picture["placeholder"])

    @admin.display(description=_("title"), ordering="title")
    def called(self, case: Case) -> str:
        """Cut, for a comment may be one long word."""
        return Truncator(case.title).chars(LONGEST_TITLE)

    @admin.display(description=_("reasons"))
    def reasons(self, case: Any) -> str:
        """The most frequent first."""
        counted = Counter(report.get_reason_display() for report in case.objections).most_common()
        return ", ".join(f"{reason} ({number})" for reason, number in counted)

    def form_of(self, thing: Case, data: Any = None) -> forms.Form | None:
        return DecisionForm(thing, data) if thing.status == Case.Status.OPEN else None

    def obstacle(self, thing: Case, by: Any) -> str:
        return refusal_of(require_impartial, by, thing)

    def act(self, thing: Case, by: Any, taken: dict[str, Any]) -> None:
        decide(case=thing, by=by, **taken)

    def told(self, thing: Case) -> dict[str, Any]:
        """The reports with what was seen then and what stands now, the owner's earlier decisions, this one's, and the log."""
        now = standing(thing)
        decisions = Decision.objects.select_related("case", "decided_by", "appeal")
        return {
            "now": now,
            "evidence": evidence(thing, now),
            "decision": decisions.filter(case=thing).first(),
            "earlier": earlier_than(thing),
            "log": steps(thing.pk),
        }

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.picture_view)
        return [
            path("<uuid:case_id>/picture/<uuid:image_id>/", view, name="social_case_picture"),
            *super().get_urls(),
        ]

    def picture_view(self, request: HttpRequest, case_id: UUID, image_id: UUID) -> HttpResponseBase:
        """A picture that a reporter saw, while it is there: to decide, and to judge an appeal, after it was hidden too."""
        if not can_moderate(request.user):
            raise PermissionDenied
        try:
            return reported_copy(request, case=Case.objects.get(pk=case_id), image_id=image_id)
        except (Case.DoesNotExist, Image.DoesNotExist):
            raise Http404 from None


def earlier_than(case: Case) -> QuerySet[Decision] | list[Decision]:
    """What was decided before about the same owner, the last first."""
    if case.owner_id is None:
        return []
    decisions = Decision.objects.filter(case__owner=case.owner_id).exclude(case=case)
    return decisions.select_related("case", "decided_by", "appeal").order_by("-decided_at")[:EARLIER]
