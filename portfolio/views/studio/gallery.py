"""One of one's own galleries: what is said of it, and what hangs in it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.actions.galleries import change_gallery, delete_gallery
from gallery.actions.gallery_works import order_artworks, place_artwork, take_down
from gallery.models import Gallery, GalleryArtwork
from portfolio.studio.galleries import GalleryForm, as_it_stands, hung_in, tray_of
from portfolio.studio.work_pictures import ids_in
from portfolio.views.deeds import SeeOther, deed, settled
from portfolio.views.studio.work_pictures import place_of


def own_gallery(request: HttpRequest, gallery_id: UUID) -> Gallery:
    """The gallery of a path. Raises Http404 for others'."""
    found: Gallery = get_object_or_404(Gallery, pk=gallery_id, owner=person(request))
    return found


@method_decorator(login_required, name="dispatch")
class GalleryPage(ActionFormView):
    """`/studio/galleries/<id>`: changed by its artist."""

    template_name = "studio/gallery.html"
    form_class = GalleryForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Finds the gallery and what hangs in it, once one is signed in. Raises Http404."""
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.gallery = own_gallery(request, kwargs["gallery_id"])
            self.hung = hung_in(self.gallery, viewer=request.user)

    def get_initial(self) -> dict[str, Any]:
        """What stands."""
        return as_it_stands(self.gallery)

    def get_form_kwargs(self) -> dict[str, Any]:
        """With what may be its cover."""
        hung = [(work.id, work.title) for work in self.hung]
        return super().get_form_kwargs() | {"request": self.request, "hung": hung}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With what hangs in it, and what might."""
        sheet, tray, words = tray_of(self.request, self.gallery)
        told = {"gallery": self.gallery, "hung": self.hung, "sheet": sheet, "tray": tray, "words": words}
        return super().get_context_data(**context) | told | {"place": "studio-galleries"}

    def form_valid(self, form: Any) -> HttpResponse:
        """With what the API's rules made of it."""
        self.said = form.said
        return super().form_valid(form)

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Say it, and stay. Raises ValidationError, Http404."""
        try:
            change_gallery(gallery=self.gallery, by=person(self.request), **self.said)
        except ObjectDoesNotExist:
            raise Http404 from None
        messages.success(self.request, _("Saved."))
        return SeeOther(reverse("studio-gallery", args=[self.gallery.pk]))


@deed("", on="studio-gallery")
@transaction.atomic
def rehang(request: HttpRequest, back: str, gallery_id: UUID) -> str:
    """`/studio/galleries/<id>/hang`: `hang` names a work that comes in, `take_down` one that goes; else all get the order of
    their `place-<id>`. Raises ValidationError, ObjectDoesNotExist."""
    gallery, by = own_gallery(request, gallery_id), person(request)
    for artwork_id in ids_in(request.POST.getlist("hang")):
        place_artwork(gallery=gallery, by=by, artwork_id=UUID(artwork_id))
    for artwork_id in ids_in(request.POST.getlist("take_down")):
        take_down(gallery=gallery, by=by, artwork_id=UUID(artwork_id))
    if not {"hang", "take_down"} & set(request.POST):
        inside = GalleryArtwork.objects.filter(gallery=gallery.pk).order_by("position", "artwork")
        order = sorted(inside.values_list("artwork", flat=True), key=lambda pk: place_of(request, str(pk)))
        order_artworks(gallery=gallery, by=by, artwork_ids=order)
    return f"{back}#hung"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def delete_own_gallery(request: HttpRequest, gallery_id: UUID) -> HttpResponse:
    """`/studio/galleries/<id>/delete`: asks, and by POST does it; the works stay."""
    gallery = own_gallery(request, gallery_id)
    if request.method != "POST":
        return render(request, "studio/gallery_deleting.html", {"place": "studio-galleries", "gallery": gallery})

    def delete() -> str:
        delete_gallery(gallery=gallery, by=person(request))
        messages.success(
            request, _("“%(name)s” was deleted. The works in it are where they were.") % {"name": gallery.name}
        )
        return reverse("studio-galleries")

    return settled(delete, request, reverse("studio-gallery", args=[gallery.pk]))
