"""What the pages share on which an organiser does something with their exhibition by a form."""

from functools import cached_property
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.utils.decorators import method_decorator

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from portfolio.models import Exhibition
from portfolio.organising.rooms import head_of, organised


@method_decorator(login_required, name="dispatch")
class OrganiserPage(ActionFormView):
    """A page about one's own exhibition, `place` its name among those. Raises Http404 for everyone else's."""

    throttle_scope = "exhibition"
    place = ""

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """As any form; what goes while it is sent is not there. Raises Http404."""
        try:
            return super().dispatch(*args, **kwargs)
        except ObjectDoesNotExist as error:
            raise Http404 from error

    @cached_property
    def exhibition(self) -> Exhibition:
        """As it was when the page was asked for."""
        return self.read()

    def read(self) -> Exhibition:
        """As it is now; what an action takes, which leaves behind in it what it then takes back."""
        return organised(self.request, self.kwargs["exhibition_id"])

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what stands above each of these pages."""
        return super().get_context_data(**context) | head_of(
            self.exhibition, viewer=person(self.request), place=self.place
        )
