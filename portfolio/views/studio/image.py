"""All that is known of a picture of one's own, and what one says of it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from accounts.requests import person
from accounts.views.action_form import ActionFormView
from gallery.actions.images import change_image
from gallery.api.addresses import image_urls
from gallery.api.pictures import tell_whole
from gallery.imaging import geometry
from gallery.models import Image
from portfolio.hanging.pictures import picture
from portfolio.studio.image_facts import camera_facts, colours, exif_lines, file_facts, print_size, quality
from portfolio.studio.image_form import ImageForm, as_it_stands, change_in
from portfolio.studio.neighbours import neighbours
from portfolio.studio.own_images import albums_with, own_image, works_with
from portfolio.studio.shelf import Shelf
from portfolio.studio.tiles import tiles_of
from portfolio.views.deeds import SeeOther

SIZES = "(min-width: 80rem) calc(min(100vw, 90rem) - 38rem), 100vw"
MOST_ALIKE = 12


@method_decorator(login_required, name="dispatch")
class ImagePage(ActionFormView):
    """`/studio/images/<id>`: a picture of one's own between those beside it in the library, as the address narrows that."""

    template_name = "studio/image.html"
    form_class = ImageForm

    @cached_property
    def image(self) -> Image:
        return own_image(self.kwargs["image_id"], person(self.request))

    @cached_property
    def shelf(self) -> Shelf:
        return Shelf(self.request)

    def get_initial(self) -> dict[str, Any]:
        """What is said of it now."""
        return as_it_stands(self.image)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """With everything that is known of it; twenty queries at most, for any number of tags, albums, works and copies."""
        owner, image = person(self.request), self.image
        told = tell_whole(image.pk, viewer=owner, base="")
        return super().get_context_data(**context) | {
            "place": "studio-library",
            "image": image,
            "name": image.title or image.original_filename,
            "picture": large(image),
            "told": told,
            "download": image_urls("", image.pk)["download"],
            "works": works_with(image),
            "albums": albums_with(image, owner),
            "alike": tiles_of(told["duplicates"][:MOST_ALIKE], owner=owner),
            **facts(told),
            **self.ways(),
        }

    def ways(self) -> dict[str, str]:
        """Back to the library, and to the pictures beside this one."""
        before, after = neighbours(self.shelf, self.image)
        return {
            "library": self.shelf.address(reverse("studio-library")),
            "query": self.shelf.address(""),
            "before": self.shelf.address(reverse("studio-image", args=[before])) if before else "",
            "after": self.shelf.address(reverse("studio-image", args=[after])) if after else "",
        }

    def act(self, taken: dict[str, Any]) -> HttpResponse:
        """Saves it, and stays. Raises as `change_image`."""
        change_image(image=self.image, by=person(self.request), **change_in(taken))
        messages.success(self.request, _("Saved."))
        return SeeOther(self.request.get_full_path())


def facts(told: dict[str, Any]) -> dict[str, Any]:
    """What is known of a picture, as its page groups it."""
    return {
        "file_facts": file_facts(told),
        "camera_facts": camera_facts(told["metadata"]),
        "colours": colours(told),
        "quality": quality(told),
        "print_size": print_size(told),
        "exif": exif_lines(told["metadata"]["exif"]),
    }


def large(image: Image) -> Any:
    """As large as the page has room for it."""
    room = geometry.rendition_size(image.width, image.height, "large")
    return picture(image, copies=tuple(geometry.SIZES), sizes=SIZES, room=room)
