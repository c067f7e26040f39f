"""One's own galleries."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.actions.galleries import create_gallery
from portfolio.studio.galleries import NewGalleryForm, list_galleries
from portfolio.views.deeds import SeeOther


@method_decorator(login_required, name="dispatch")
class GalleriesPage(ActionFormView):
    """`/studio/galleries`: those there are; by POST a new one is made."""

    template_name = "studio/galleries.html"
    form_class = NewGalleryForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """With who asks."""
        return super().get_form_kwargs() | {"request": self.request}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With a page of them."""
        sheet, rooms = list_galleries(self.request)
        return super().get_context_data(**context) | {"place": "studio-galleries", "sheet": sheet, "rooms": rooms}

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Make it, and go where works are hung in it. Raises ValidationError."""
        gallery = create_gallery(by=person(self.request), name=taken["name"], visibility=taken["visibility"])
        return SeeOther(reverse("studio-gallery", args=[gallery.pk]))
