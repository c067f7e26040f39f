"""A juror says to whom they are close: what these submit, others judge."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from portfolio.actions.jurors import declare_conflicts
from portfolio.judging.closeness import ClosenessForm, declared_by, known_to
from portfolio.judging.seats import is_settled, seat_of
from portfolio.models import Juror
from portfolio.views.deeds import SeeOther


@method_decorator(login_required, name="dispatch")
class ConflictsPage(ActionFormView):
    """`/exhibitions/<id>/conflicts`, for its jury; a 404 for all others. In a blind one nothing is taken once jurying began."""

    template_name = "portfolio/jury/conflicts.html"
    form_class: type[forms.BaseForm] = ClosenessForm
    throttle_scope = "submission"

    @cached_property
    def juror(self) -> Juror:
        """Raises Http404."""
        return seat_of(self.request, self.kwargs["exhibition_id"])

    def get_initial(self) -> dict[str, Any]:
        """What was declared before."""
        return {"known": [each.username for each in declared_by(self.juror)]}

    def get_form_kwargs(self) -> dict[str, Any]:
        """With whom they may be close to."""
        return super().get_form_kwargs() | {"known": known_to(self.juror)}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what it is about."""
        told = {"exhibition": self.juror.exhibition, "declared": declared_by(self.juror)}
        return super().get_context_data(**context) | told | {"is_settled": is_settled(self.juror)}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Have it say this, and stay. Raises ValidationError on `usernames`, Conflict."""
        exhibition = self.juror.exhibition
        names = {*taken["known"], *taken["usernames"]}
        declare_conflicts(exhibition=exhibition, by=person(self.request), usernames=names)
        messages.success(self.request, _("It is kept."))
        return SeeOther(reverse("exhibition-conflicts", args=[exhibition.pk]))
