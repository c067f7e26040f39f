"""Calling for works."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from portfolio.actions.exhibitions import create_exhibition
from portfolio.models import Exhibition, ExhibitionStatus
from portfolio.organising.covers import covers_to_choose
from portfolio.organising.form import ExhibitionForm


@method_decorator(login_required, name="dispatch")
class NewExhibitionPage(ActionFormView):
    """`/exhibitions/new`: a call for entry, kept as a draft or opened at once."""

    template_name = "portfolio/organising/exhibition.html"
    form_class = ExhibitionForm
    throttle_scope = "exhibition"

    def get_initial(self) -> dict[str, Any]:
        """What most begin with, in the time zone of one's last exhibition."""
        own = Exhibition.objects.filter(organizer=person(self.request)).order_by("-created_at", "-pk")
        names = ("max_artworks_per_submission", "min_pixels", "submission_fee", "score_scale", "time_zone")
        zone = own.values_list("time_zone", flat=True).first()
        start = {name: getattr(Exhibition(), name) for name in names}
        return start | ({"time_zone": zone} if zone else {})

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the pictures that may be its cover. Three queries."""
        context = super().get_context_data(**context)
        chosen = context["form"]["cover_image_id"].value()
        return context | {"covers": covers_to_choose(person(self.request), chosen=chosen, present=None)}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Make it, and go on to its jury. Raises ValidationError by field."""
        status = ExhibitionStatus.OPEN if "open" in self.request.POST else ExhibitionStatus.DRAFT
        made = create_exhibition(by=person(self.request), status=status, **taken)
        is_open = made.status == ExhibitionStatus.OPEN
        messages.success(self.request, _("It is open for entry.") if is_open else _("Kept as a draft."))
        return redirect("exhibition-jurors", made.pk)
