"""What an artist has submitted to an exhibition, and taking it back."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from portfolio.actions.submissions import withdraw_submission
from portfolio.api.exhibitions.submission_telling import ways_open
from portfolio.entering.sent import sent_works
from portfolio.labels.exhibitions import deadline_of, fee_of, outcome_of
from portfolio.models import Exhibition, Submission, SubmissionStatus
from portfolio.views.deeds import SeeOther


def own_submission(request: HttpRequest, exhibition_id: UUID) -> Submission:
    """One's own, with its exhibition. One query; raises Http404 where there is none, or the exhibition is not to be seen."""
    own = Submission.objects.visible_to(request.user).filter(artist=person(request))
    seen = Exhibition.objects.visible_to(request.user)
    return get_object_or_404(own.filter(exhibition__in=seen).select_related("exhibition"), exhibition=exhibition_id)


@require_safe
@never_cache
@login_required
def submission(request: HttpRequest, exhibition_id: UUID) -> HttpResponse:
    """`/exhibitions/<id>/submission`: what was sent, what one is told of it, and what one may do with it now. Raises Http404."""
    own = own_submission(request, exhibition_id)
    allowed = {each.target: each for each in ways_open(own, request.user)}
    context = {
        "submission": own,
        "exhibition": own.exhibition,
        "outcome": outcome_of(own),
        "deadline": deadline_of(own.exhibition),
        "fee": fee_of(own.exhibition),
        "works": sent_works(own, viewer=request.user),
        "withdrawing": allowed.get(SubmissionStatus.WITHDRAWN),
        "again": allowed.get(SubmissionStatus.SUBMITTED),
        "can_change": own.exhibition.is_open_for_entry and own.status != SubmissionStatus.WITHDRAWN,
    }
    return render(request, "portfolio/entering/submission.html", context)


@method_decorator(login_required, name="dispatch")
class WithdrawPage(ActionFormView):
    """`/exhibitions/<id>/submission/withdraw`, which asks first; where nothing is to be withdrawn any more, a 404."""

    template_name = "portfolio/entering/withdraw.html"
    form_class = forms.Form
    throttle_scope = "submission"

    @cached_property
    def submission(self) -> Submission:
        """Raises Http404."""
        return own_submission(self.request, self.kwargs["exhibition_id"])

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The question. Raises Http404."""
        ways = ways_open(self.submission, self.request.user)
        if all(each.target != SubmissionStatus.WITHDRAWN for each in ways):
            raise Http404
        return super().dispatch(*args, **kwargs)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what it is about."""
        own = self.submission
        told = {"submission": own, "exhibition": own.exhibition, "deadline": deadline_of(own.exhibition)}
        return super().get_context_data(**context) | told

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Withdraw it, and show it as withdrawn. Raises Refused."""
        withdraw_submission(submission=self.submission, by=person(self.request))
        messages.success(self.request, _("It is withdrawn."))
        return SeeOther(reverse("exhibition-submission", args=[self.submission.exhibition_id]))
