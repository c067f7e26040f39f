"""Telling moderators of something."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.links import opened_links
from social.actions.reports import LONGEST_DETAIL, file_report
from social.models import Report
from social.moderating.targets import Target, find_target


class ReportForm(forms.Form):
    """Why, and what there is to say about it."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it?"),
        choices=Report.Reason.choices,
        widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Choose a reason.")},
    )
    detail = forms.CharField(
        label=_("What moderators should know"),
        max_length=LONGEST_DETAIL,
        required=False,
        widget=forms.Textarea(attrs={"autocomplete": "off", "rows": 6}),
        help_text=_("Needed for “Something else”; where it is somebody else's work, tell whose, and where it stands."),
    )


@method_decorator(login_required, name="dispatch")
class ReportPage(ActionFormView):
    """`/report/<type>/<id>`: a report of what its reader sees; where theirs waits already, that it does. Of what they do not
    see, and of kinds that there are not, a 404; of their own things a 403."""

    template_name = "portfolio/personal/report.html"
    form_class = ReportForm
    throttle_scope = "report"

    @cached_property
    def target(self) -> Target:
        """What it is about. Raises Http404, PermissionDenied."""
        found = find_target(
            self.kwargs["target_type"],
            self.kwargs["target_id"],
            viewer=self.request.user,
            links=opened_links(self.request),
        )
        if found is None:
            raise Http404
        if found.owner.pk == self.request.user.pk:
            raise PermissionDenied
        return found

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what it is about, and whether a report of theirs about it waits."""
        own = Report.objects.visible_to(self.request.user)
        is_waiting = own.open_about(target_type=self.target.type, target_id=self.target.id).exists()
        told = {"target": self.target, "is_waiting": is_waiting, "is_sent": "sent" in self.request.GET}
        return super().get_context_data(**context) | told

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Send it, and say so. Raises ValidationError by field, Conflict."""
        kind, target_id = self.target.type, self.target.id
        links = opened_links(self.request)
        try:
            file_report(by=person(self.request), target_type=kind, target_id=target_id, links=links, **taken)
        except ValidationError as error:
            if "target_id" in error.error_dict:  # it went while they wrote
                raise Http404 from error
            raise
        return redirect(f"{reverse('report', args=[kind, target_id])}?sent")
