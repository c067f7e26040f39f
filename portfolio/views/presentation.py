"""Works full screen, one after the other: for a wall, a visit, a talk."""

from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from gallery.api.rooms import hanging_in
from gallery.models import Artwork, Gallery
from portfolio.hanging.slides import ON_THE_SCREEN, slides
from portfolio.hanging.works import tell_cards
from portfolio.views.artist import artist_named
from portfolio.views.personal import personal

AT_MOST = 200


@require_safe
@personal
def present(request: HttpRequest, username: str) -> HttpResponse:
    """`/@<username>/present`: an artist's works, newest first: what anyone sees, for the artist may stand before an audience.
    Counts no look, as nobody chose what they see."""
    found = artist_named(request, username)
    if found.user.username != username:
        return redirect("present", found.user.username, permanent=True)
    works = Artwork.objects.visible_to(AnonymousUser()).filter(owner=found.pk)
    ids = works.filter(fit_for(request.user)).order_by("-sort_date", "-pk").values_list("pk", flat=True)
    heading = _("Works by %(artist)s, one by one") % {"artist": found.artist_name}
    return wall_of(request, ids, heading=heading, leave=reverse("artist", args=[username]))


@require_safe
@personal
def present_gallery(request: HttpRequest, username: str, slug: str) -> HttpResponse:
    """`/@<username>/galleries/<slug>/present`: the works in a gallery, in its order. Counts no look."""
    owner = artist_named(request, username).user
    found = get_object_or_404(Gallery.objects.reachable_by(request.user), owner=owner, slug=slug)
    hung = hanging_in(found, request.user).filter(fit_for(request.user, "artwork__")).order_by("position", "pk")
    heading = _("%(gallery)s, one by one") % {"gallery": found.name}
    leave = reverse("gallery", args=[owner.username, slug])
    return wall_of(request, hung.values_list("artwork", flat=True), heading=heading, leave=leave)


def fit_for(viewer: Any, path: str = "") -> Q:
    """Nothing mature, for nobody asks for each; but for one's own. `path` leads to the work."""
    own = Q(**{f"{path}owner": viewer.pk}) if viewer.is_authenticated else Q()
    return own | Q(**{f"{path}is_mature": False})


def wall_of(request: HttpRequest, ids: QuerySet[Any, UUID], *, heading: str, leave: str) -> HttpResponse:
    """The first 200 of these works on a dark wall; `leave` is the page that they are on otherwise."""
    cards = tell_cards(list(ids[:AT_MOST]), viewer=request.user)
    context = {
        "works": list(zip([card["id"] for card in cards], slides(cards, height=ON_THE_SCREEN), strict=True)),
        "heading": heading,
        "leave": leave,
        "site": site_of(request),
    }
    return render(request, "portfolio/present.html", context)
