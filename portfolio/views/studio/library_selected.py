"""What is done with chosen pictures, looked at before it is done: the way without script."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import View

from accounts.models import Visibility
from accounts.requests import person
from gallery.links import opened_links
from portfolio.finding.sheets import address
from portfolio.studio.batches import AHEAD, BEHIND, MOST_WORKS, OPERATIONS, Asked, asked_by, attempt, counted, run
from portfolio.studio.own_albums import albums_open_to
from portfolio.studio.own_images import own_among
from portfolio.studio.tiles import tiles_of
from portfolio.views.deeds import SeeOther, way_back

SHOWN = 12
KEPT = ("operation", "album_id", "from_album_id", "tags", "visibility")


@method_decorator([login_required, never_cache], name="dispatch")
class SelectedPage(View):
    """`/studio/library/selected`: what was asked for the chosen pictures is shown first, and done when it is confirmed."""

    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Nothing is chosen here: whoever signed in on the way begins anew."""
        return redirect("studio-library")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Shows it, or does it where `confirmed` is sent; a 400 where it cannot be done, with the page and the reasons in it."""
        if request.POST.get("operation") == "works":
            return to_works(request)
        asked = asked_by(request)
        is_confirmed = "confirmed" in request.POST
        statuses, refusals = (
            (None, asked.faults) if asked.faults else attempt(lambda: run(asked, request, dry_run=not is_confirmed))
        )
        if statuses is None or not is_confirmed:
            return self.shown(request, asked, statuses or {}, refusals)
        messages.success(request, " ".join(counted(statuses, BEHIND)))
        return SeeOther(way_back(request, reverse("studio-library")))

    def shown(self, request: HttpRequest, asked: Asked, statuses: dict[Any, str], refusals: list[str]) -> HttpResponse:
        """The page. As many queries for any number of pictures: those of `run_batch` and of `tiles_of`."""
        owner = person(request)
        images = own_among(asked.images, owner)
        context = {
            "place": "studio-library",
            "heading": OPERATIONS.get(asked.operation, ""),
            "counted": counted(statuses, AHEAD),
            "refusals": refusals,
            "tiles": tiles_of(images[:SHOWN], owner=owner),
            "unshown": max(0, len(images) - SHOWN),
            "chosen": request.POST.getlist("image_ids"),
            "kept": [(name, value) for name in KEPT for value in request.POST.getlist(name) if value],
            "next": way_back(request, reverse("studio-library")),
            "asked": {name: request.POST.get(name, "") for name in KEPT},
            "operations": OPERATIONS.items(),
            "albums": albums_open_to(owner, opened_links(request)) if refusals else [],
            "visibilities": Visibility.choices,
        }
        return render(request, "studio/selected.html", context, status=400 if refusals else 200)


def to_works(request: HttpRequest) -> HttpResponse:
    """On to where works are made of pictures, or back where there are too many of them."""
    chosen = request.POST.getlist("image_ids")
    if 0 < len(chosen) <= MOST_WORKS:
        return SeeOther(address(reverse("studio-works-new"), {"images": ",".join(chosen)}))
    messages.error(request, _("Choose from 1 to %d pictures to make works of.") % MOST_WORKS)
    return SeeOther(way_back(request, reverse("studio-library")))
