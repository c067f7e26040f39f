"""One of one's own works, with everything that is said of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.actions.artworks import change_artwork
from gallery.models import Artwork, ArtworkImage, Gallery
from portfolio.studio.missing import missing_in
from portfolio.studio.work_fields import LICENCES
from portfolio.studio.work_form import WorkForm, as_it_stands
from portfolio.studio.work_pictures import pictures_named
from portfolio.views.deeds import SeeOther


def own_work(request: HttpRequest, artwork_id: UUID) -> Artwork:
    """The work of a path. Raises Http404 for others'."""
    found: Artwork = get_object_or_404(Artwork, pk=artwork_id, owner=person(request))
    return found


@method_decorator(login_required, name="dispatch")
class WorkPage(ActionFormView):
    """`/studio/works/<id>`: changed by its artist."""

    template_name = "studio/work.html"
    form_class = WorkForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Finds the work, once one is signed in. Raises Http404."""
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.work = own_work(request, kwargs["artwork_id"])
            self.stands = as_it_stands(self.work)

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return self.stands

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the work that it is about."""
        return super().get_form_kwargs() | {"request": self.request, "work": self.work}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With its pictures, the galleries where it hangs, and what would be good. Six queries."""
        views = ArtworkImage.objects.filter(artwork=self.work).order_by("position").values_list("image", flat=True)
        told = {
            "place": "studio-works",
            "work": self.work,
            "pictures": pictures_named(self.work.owner_id, [str(pk) for pk in views]),
            "hints": missing_in(self.work, tags=self.stands["tags"]),
            "rooms": Gallery.objects.filter(hangings__artwork=self.work).order_by("sort_name", "pk"),
            "licences": LICENCES,
        }
        return super().get_context_data(**context) | told

    def form_valid(self, form: Any) -> HttpResponse:
        """With what the API's rules made of it."""
        self.said = form.said
        return super().form_valid(form)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Say it, and stay. Raises ValidationError, Refused, Http404."""
        try:
            change_artwork(artwork=self.work, by=person(self.request), **self.said)
        except ObjectDoesNotExist:
            raise Http404 from None
        messages.success(self.request, _("Saved."))
        return SeeOther(reverse("studio-work", args=[self.work.pk]))
