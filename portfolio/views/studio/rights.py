"""Where artists decide about the rights in their pictures."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import ngettext

from accounts.actions import change_preferences
from accounts.requests import person
from portfolio.studio.rights import IN_COPIES, RightsForm, as_it_stands, carried, redrawn
from portfolio.views.studio.settings import SettingsPage


class RightsPage(SettingsPage):
    """`/studio/rights`."""

    template_name = "studio/settings/rights.html"
    form_class = RightsForm
    part = "studio-rights"

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return as_it_stands(person(self.request))

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what a change would draw anew, and what a copy says now."""
        by = person(self.request)
        return super().get_context_data(**context) | {"redrawn": redrawn(by), "carried": carried(by)}

    def form_valid(self, form: Any) -> HttpResponse:
        """Save what changed."""
        self.changed = form.changed_data
        return super().form_valid(form)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save it, and say what is drawn anew."""
        by = person(self.request)
        number = max([redrawn(by)[name] for name in IN_COPIES if name in self.changed], default=0)
        if self.changed:
            change_preferences(user=by, changes={name: taken[name] for name in self.changed})
        if not number:
            return self.saved()
        words = ngettext(
            "Saved. %(number)d picture is drawn anew.", "Saved. %(number)d pictures are drawn anew.", number
        )
        return self.saved(words % {"number": number})
