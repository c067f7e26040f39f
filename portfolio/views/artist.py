"""An artist's portfolio, and the galleries in it."""

from typing import Any
from uuid import UUID

from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from accounts.models import Artist, User
from accounts.requests import site_of
from gallery.actions.access import viewer_of
from gallery.actions.visits import record_visit
from gallery.api.pictures import Row
from gallery.api.rooms import hanging_in
from gallery.api.works import additions
from gallery.models import Gallery
from portfolio.api.telling import tell_profile
from portfolio.for_programs.linked_data import linked_data, of_gallery, profile_page
from portfolio.front import ON_A_PAGE, front_of
from portfolio.hanging.layouts import hang_works
from portfolio.hanging.works import cover_of, tell_cards
from portfolio.labels.decided import way_to_decision
from portfolio.labels.notes import note_on_gallery
from portfolio.looks.look import Look, look_of
from portfolio.views.personal import personal


@require_safe
@personal
def artist(request: HttpRequest, username: str) -> HttpResponse:
    """`/@<username>`: who they are, and what they show in the order and the look that they chose."""
    found = artist_named(request, username)
    if found.user.username != username:
        return redirect("artist", found.user.username, permanent=True)
    told = told_of(found, viewer=request.user)
    look = look_of(told["portfolio"], username=username)
    return render(request, "portfolio/artist.html", portfolio_page(request, told, look))


def portfolio_page(request: HttpRequest, told: dict[str, Any], look: Look) -> dict[str, Any]:
    """What the page of this artist is made of, in this look. Raises Http404 for a page that there is not."""
    site = site_of(request)
    try:
        front = front_of(told, look, viewer=request.user, number=request.GET.get("page", 1), site=site)
    except InvalidPage as error:
        raise Http404 from error
    is_own = told["id"] == request.user.pk
    told_to_programs = linked_data(profile_page(told, site=site))
    page = {"artist": told, "look": look, "is_own": is_own, "place": "works", "site": site, **front}
    return page | {"linked_data": told_to_programs}


def artist_named(request: HttpRequest, username: str) -> Artist:
    """Whoever has this name, whatever its case. Raises Http404."""
    seen = Artist.objects.visible_to(request.user).select_related("user")
    # As the index on usernames has it; `iexact` reads them all.
    return get_object_or_404(seen.alias(lowered=Lower("user__username")), lowered=username.lower())


def told_of(found: Artist, *, viewer: Any) -> Row:
    """An artist as the head of their pages tells of them: with what other rooms know of them and the viewer. One query,
    and two more for who is signed in. Raises Artist.DoesNotExist."""
    told = tell_profile(found.pk, viewer=viewer, base="")
    for add in additions("ARTIST_ADDITIONS"):
        told |= add([found.pk], viewer=viewer, base="").get(found.pk, {})
    return told


@require_safe
@personal
def gallery(request: HttpRequest, username: str, slug: str) -> HttpResponse:
    """`/@<username>/galleries/<slug>`: the works in it, in its order. Counts a look."""
    owner = artist_named(request, username).user
    found = get_object_or_404(Gallery.objects.reachable_by(request.user), owner=owner, slug=slug)
    if request.method == "GET":
        record_visit(viewer=viewer_of(request), gallery=found)
    return render(request, "portfolio/gallery.html", gallery_page(request, found, owner))


def gallery_page(request: HttpRequest, found: Gallery, owner: User) -> dict[str, Any]:
    """What the page of this gallery is made of, for who asks. Raises Http404 for a page that there is not."""
    told = tell_profile(owner.pk, viewer=request.user, base="")
    look = look_of(told["portfolio"], username=owner.username, theme=found.theme)
    hung = hanging_in(found, request.user).order_by("position", "pk").values_list("artwork", flat=True)
    is_own = found.owner_id == request.user.pk
    context = {
        "gallery": found,
        "artist": told,
        "look": look,
        "is_own": is_own,
        "note": note_on_gallery(found.visibility, is_own=is_own, is_hidden=found.is_hidden),
        "decision": way_to_decision("gallery", found.pk, viewer=request.user) if found.is_hidden else "",
        "is_listed": found.visibility == "public" and not found.is_hidden,
    }
    page = page_of(request, hung, look)
    page["linked_data"] = of_gallery(found, page["cards"], artist=told, site=page["site"])
    return context | page


def page_of(request: HttpRequest, ids: QuerySet[Any, UUID], look: Look) -> dict[str, Any]:
    """The page of works that the address asks for, hung. Raises Http404 for one that there is not."""
    try:
        page = Paginator(ids, ON_A_PAGE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
    cards = tell_cards(list(page), viewer=request.user)
    site = site_of(request)
    works = hang_works(cards, look.layout, is_top=True)
    return {"page": page, "cards": cards, "works": works, "cover": cover_of(cards, base=site), "site": site}
