"""Where artists say who they are."""

from typing import Any

from django.http import HttpResponse

from accounts.models import Artist
from accounts.requests import person
from gallery.models import Image
from portfolio.actions.profiles import change_artist
from portfolio.hanging.faces import faces_of
from portfolio.studio.profile import ProfileForm, as_it_stands, profile_in
from portfolio.views.studio.settings import SettingsPage


class ProfilePage(SettingsPage):
    """`/studio/profile`."""

    template_name = "studio/settings/profile.html"
    form_class = ProfileForm
    part = "studio-profile"

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return as_it_stands(Artist.objects.get(pk=person(self.request).pk))

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With the portrait, and how many pictures bear the name."""
        by = person(self.request)
        told = {"face": faces_of([by.pk])[by.pk], "pictures": Image.objects.filter(owner=by).count()}
        return super().get_context_data(**context) | told

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Save it, and stay. Raises ValidationError by field."""
        change_artist(by=person(self.request), **profile_in(taken))
        return self.saved()
