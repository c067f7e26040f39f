"""Deleting a picture, after a page that tells what goes with it."""

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
from gallery.actions.images import delete_image
from gallery.models import Image, Watermark
from portfolio.studio.own_images import albums_with, own_image, works_with
from portfolio.studio.shelf import Shelf
from portfolio.studio.tiles import tiles_of
from portfolio.views.deeds import SeeOther


@method_decorator(login_required, name="dispatch")
class DeleteImagePage(ActionFormView):
    """`/studio/images/<id>/delete`: the question, then on to the library as the address narrows it."""

    template_name = "studio/image_deleting.html"
    form_class = forms.Form

    @cached_property
    def image(self) -> Image:
        return own_image(self.kwargs["image_id"], person(self.request))

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With where it is, of which works keep it from being deleted."""
        owner, image = person(self.request), self.image
        return super().get_context_data(**context) | {
            "place": "studio-library",
            "image": image,
            "tile": tiles_of([image.pk], owner=owner)[0],
            "works": works_with(image),
            "albums": albums_with(image, owner),
            "is_watermark": Watermark.objects.filter(image=image).exists(),
            "back": Shelf(self.request).address(reverse("studio-image", args=[image.pk])),
        }

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Deletes it. Raises Conflict where a work shows it."""
        name = self.image.title or self.image.original_filename
        delete_image(image=self.image, by=person(self.request))
        messages.success(self.request, _("“%s” was deleted.") % name)
        return SeeOther(Shelf(self.request).address(reverse("studio-library")))
