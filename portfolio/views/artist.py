"""An artist's portfolio, and the galleries in it."""

from typing import Any
from uuid import UUID

from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from accounts.models import Artist
from accounts.requests import site_of
from gallery.actions.access import viewer_of
from gallery.actions.visits import record_visit
from gallery.api.rooms import hanging_in, tell_galleries
from gallery.models import Artwork, Gallery
from portfolio.api.telling import tell_profile
from portfolio.notes import note_on_gallery
from portfolio.rooms import rooms
from portfolio.showcases import newest_galleries
from portfolio.views.personal import personal
from portfolio.works import cover_of, tell_cards, wall_of_works

ON_A_PAGE = 48


@require_safe
@personal
def artist(request: HttpRequest, username: str) -> HttpResponse:
    """`/@<username>`: who they are, their galleries and works, newest first."""
    found = artist_named(request, username)
    if found.user.username != username:
        return redirect("artist", found.user.username, permanent=True)
    works = Artwork.objects.visible_to(request.user).filter(owner=found.pk).order_by("-sort_date", "-pk")
    newest = newest_galleries([found.pk], request.user).get(found.pk, [])
    context = {
        "artist": tell_profile(found.pk, viewer=request.user, base=""),
        "rooms": rooms(tell_galleries(newest, viewer=request.user, base="")),
    }
    return render(request, "portfolio/artist.html", context | page_of(request, works.values_list("pk", flat=True)))


def artist_named(request: HttpRequest, username: str) -> Artist:
    """Whoever has this name, whatever its case. Raises Http404."""
    seen = Artist.objects.visible_to(request.user).select_related("user")
    # As the index on usernames has it; `iexact` reads them all.
    return get_object_or_404(seen.alias(lowered=Lower("user__username")), lowered=username.lower())


@require_safe
@personal
def gallery(request: HttpRequest, username: str, slug: str) -> HttpResponse:
    """`/@<username>/galleries/<slug>`: the works in it, in its order. Counts a look."""
    owner = artist_named(request, username).user
    there = Gallery.objects.reachable_by(request.user).select_related("owner__artist")
    found = get_object_or_404(there, owner=owner, slug=slug)
    if request.method == "GET":
        record_visit(viewer=viewer_of(request), gallery=found)
    hung = hanging_in(found, request.user).order_by("position", "pk").values_list("artwork", flat=True)
    is_own = found.owner_id == request.user.pk
    context = {
        "gallery": found,
        "artist": found.owner.artist,
        "note": note_on_gallery(found.visibility, is_own=is_own),
        "is_listed": found.visibility == "public",
    }
    return render(request, "portfolio/gallery.html", context | page_of(request, hung))


def page_of(request: HttpRequest, ids: QuerySet[Any, UUID]) -> dict[str, Any]:
    """The page of works that the address asks for, hung. Raises Http404 for one that there is not."""
    try:
        page = Paginator(ids, ON_A_PAGE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
    works = tell_cards(list(page), viewer=request.user)
    site = site_of(request)
    cover = cover_of(works[0], base=site) if works else None
    return {"page": page, "wall": wall_of_works(works), "cover": cover, "site": site}
