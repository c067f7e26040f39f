"""What moderators decided about one's things, and answering it."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.views.action_form import ActionFormView
from portfolio.finding.sheets import sheet_of
from portfolio.labels.decided import answer_to, words_for
from social.actions.appeals import LONGEST_APPEAL, file_appeal
from social.models import Decision
from social.moderating.links import decision_for
from social.moderating.targets import find_target


@require_safe
@never_cache
@login_required
def decisions(request: HttpRequest) -> HttpResponse:
    """`/decisions`: all about one's own things, the last first. One query."""
    own = Decision.objects.visible_to(request.user).select_related("case", "appeal").order_by("-decided_at", "-pk")
    sheet = sheet_of(request, own, {})
    context = {"decided": [(each, words_for(each)) for each in sheet.rows], "sheet": sheet, "place": "decisions"}
    return render(request, "portfolio/personal/decisions.html", context)


class AppealForm(forms.Form):
    """Why it should be decided otherwise."""

    text = forms.CharField(
        label=_("Your appeal"),
        max_length=LONGEST_APPEAL,
        widget=forms.Textarea(attrs={"autocomplete": "off", "rows": 8}),
        help_text=_("Say what the moderator did not know or did not see. Another one judges it; you can appeal once."),
    )


class DecisionPage(ActionFormView):
    """`/decisions/<id>`: what was decided, why, and the appeal. For the owner and, by `?key=…`, for whoever has the link of their
    mail: who is shut out cannot sign in. A visitor without it signs in first; for everyone else it is not there."""

    template_name = "portfolio/personal/decision.html"
    form_class = AppealForm

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """As any form, telling no other site the address, which may hold the key. Raises Http404."""
        try:
            response = super().dispatch(*args, **kwargs)
        except Decision.DoesNotExist as error:
            if self.request.user.is_authenticated:
                raise Http404 from error
            response = redirect_to_login(self.request.path)
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    @cached_property
    def decision(self) -> Decision:
        """As it stands. Raises Decision.DoesNotExist."""
        return decision_for(self.request.user, self.kwargs["decision_id"], self.request.GET.get("key", ""))

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the decision, its words, and the thing where its owner may go to it."""
        decision, case = self.decision, self.decision.case
        appeal = getattr(decision, "appeal", None)
        told = {
            "decision": decision,
            "words": words_for(decision),
            "target": find_target(case.target_type, case.target_id, viewer=self.request.user),
            "appeal": appeal,
            "answer": answer_to(appeal) if appeal else "",
            "place": "decisions",
        }
        return super().get_context_data(**context) | told

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Appeal in the owner's name, and stay. Raises ValidationError on `text`, Conflict."""
        file_appeal(decision=self.decision, by=self.decision.case.owner, text=taken["text"])
        return redirect(f"{self.request.get_full_path()}#appeal")
