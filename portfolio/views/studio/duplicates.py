"""What is in one's library more than once, and keeping one of it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import View

from accounts.requests import person
from gallery.actions.duplicates import merge_images
from gallery.duplicates import MOST, groups_of
from gallery.links import opened_links
from portfolio.finding.sheets import sheet_of
from portfolio.studio.batches import attempt
from portfolio.studio.copies import gains_of
from portfolio.studio.own_images import own_among, own_image
from portfolio.studio.tiles import tiles_of
from portfolio.views.deeds import SeeOther, way_back

GROUPS = 12


@require_safe
@never_cache
@login_required
def duplicates(request: HttpRequest) -> HttpResponse:
    """`/studio/duplicates`: one's own pictures that look the same, in groups, the newest group first, twelve to a page. As many
    queries for any number of them, and those of `groups_of`."""
    owner = person(request)
    groups = groups_of(owner.pk)
    sheet = sheet_of(request, groups, {}, size=GROUPS)
    pages = [group[:MOST] for group in sheet.rows]
    tiles = {tile.id: tile for tile in tiles_of([each for group in pages for each in group], owner=owner)}
    context = {
        "place": "studio-library",
        "sheet": sheet,
        "number": len(groups),
        "groups": [[tiles[each] for each in group if each in tiles] for group in pages],
    }
    return render(request, "studio/duplicates.html", context)


@method_decorator([login_required, never_cache], name="dispatch")
class MergePage(View):
    """`/studio/duplicates/merge`: which picture is kept in place of which, shown first and done when it is confirmed."""

    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Nothing is chosen here: whoever signed in on the way begins anew."""
        return redirect("studio-duplicates")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Shows it, or does it where `confirmed` is sent; a 400 where it cannot be done, with the page and the reasons in it.
        Raises Http404 for what is no picture of one's own."""
        owner, kept = person(request), own_image(named(request.POST.get("kept", "")), person(request))
        sent = dict.fromkeys(map(named, request.POST.getlist("image_ids")))
        others = [each for each in sent if each != kept.pk]
        is_confirmed = "confirmed" in request.POST
        _none, refusals = attempt(
            lambda: merge_images(
                kept=kept.pk, others=others, by=owner, links=opened_links(request), dry_run=not is_confirmed
            )
        )
        if refusals or not is_confirmed:
            return shown(request, kept.pk, others, refusals)
        gone = ngettext("One is kept; %d other was deleted.", "One is kept; %d others were deleted.", len(others))
        messages.success(request, gone % len(others))
        return SeeOther(way_back(request, reverse("studio-duplicates")))


def named(text: str) -> UUID:
    """An id of a form. Raises Http404."""
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None


def shown(request: HttpRequest, kept: UUID, others: list[UUID], refusals: list[str]) -> HttpResponse:
    """What it comes to, or why it cannot be done."""
    owner = person(request)
    tiles = {tile.id: tile for tile in tiles_of(own_among([kept, *others], owner), owner=owner)}
    context = {
        "place": "studio-library",
        "kept": tiles[kept],
        "others": [tiles[each] for each in others if each in tiles],
        "gains": gains_of(kept, others, owner=owner),
        "refusals": refusals,
        "next": way_back(request, reverse("studio-duplicates")),
    }
    return render(request, "studio/merge.html", context, status=400 if refusals else 200)
