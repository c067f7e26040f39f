"""What all pages of the settings share."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from accounts.views.action_form import ActionFormView
from portfolio.views.deeds import SeeOther


@method_decorator(login_required, name="dispatch")
class SettingsPage(ActionFormView):
    """A form of one's own settings; `part` is the name of its address."""

    part = ""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With its place in the studio, and in the settings."""
        return super().get_context_data(**context) | {"place": "studio-profile", "part": self.part}

    def saved(self, said: str = "") -> HttpResponse:
        """The page as it stands now, which says that it is saved."""
        messages.success(self.request, said or _("Saved."))
        return SeeOther(reverse(self.part))
