"""A person's own pictures."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import Visibility
from accounts.requests import person
from gallery.links import opened_links
from gallery.models import ArtworkImage
from portfolio.finding.sheets import sheet_of
from portfolio.studio.batches import AHEAD, BEHIND, MOST_WORKS, OPERATIONS, plural_forms
from portfolio.studio.own_albums import albums_open_to
from portfolio.studio.shelf import Shelf
from portfolio.studio.shelf_form import ShelfForm, cameras_of
from portfolio.studio.tiles import tiles_of

ON_A_SHEET = 60
VIEWS = ("grid", "list")
REMEMBERED = "library_view"
MOST_AT_ONCE = 20_000
"""So many are chosen at once: their ids are some 800 kB."""


@require_safe
@never_cache
@login_required
def library(request: HttpRequest) -> HttpResponse:
    """`/studio/library`: one's own pictures, narrowed as the address says; a 400 where that cannot be read, with the page and the
    message in it. Ten queries for any number of pictures, and one for their number where there are several pages."""
    owner, shelf = person(request), Shelf(request)
    albums = albums_open_to(owner, opened_links(request))
    sheet = sheet_of(request, shelf.ids(), shelf.parameters(), size=ON_A_SHEET)
    tiles = tiles_of(sheet.rows, owner=owner)
    context = {
        "place": "studio-library",
        "shelf": shelf,
        "form": ShelfForm(shelf, albums=albums, cameras=cameras_of(owner)),
        "sheet": sheet,
        "tiles": tiles,
        "number": shelf.images.count() if sheet.next or sheet.previous else len(tiles),
        "view": view_of(request),
        "views": {name: shelf.address(request.path, view=name) for name in VIEWS},
        "address_of_ids": shelf.address(f"{request.path}/ids"),
        "query": shelf.address(""),
        **choices(albums),
    }
    return render(request, "studio/library.html", context, status=400 if shelf.errors else 200)


def choices(albums: list[Any]) -> dict[str, Any]:
    """What can be done with chosen pictures, and what the page says of it."""
    return {
        "albums": albums,
        "operations": OPERATIONS.items(),
        "visibilities": Visibility.choices,
        "most_works": MOST_WORKS,
        "words": [
            {"status": status, "ahead": plural_forms(AHEAD[status]), "behind": plural_forms(BEHIND[status])}
            for status in AHEAD
        ],
    }


def view_of(request: HttpRequest) -> str:
    """In a grid or a list, as the address says now or said last."""
    asked = request.GET.get("view", "")
    remembered = str(request.session.get(REMEMBERED, VIEWS[0]))
    if asked in VIEWS and asked != remembered:
        request.session[REMEMBERED] = asked
    return asked if asked in VIEWS else remembered


@require_safe
@never_cache
@login_required
def library_ids(request: HttpRequest) -> HttpResponse:
    """`/studio/library/ids`: as JSON the ids of all pictures that the same parameters ask of the library, up to 20,000, and which
    of them works show; `is_all` tells whether there are no more. A 400 where a parameter cannot be read. Two queries."""
    shelf = Shelf(request)
    if shelf.errors:
        return JsonResponse(
            {"errors": [{"detail": words[0], "attr": name} for name, words in shelf.errors.items()]}, status=400
        )
    ids = list(shelf.ids()[: MOST_AT_ONCE + 1])
    shown = (
        ArtworkImage.objects.filter(image__owner=person(request)).order_by().values_list("image", flat=True).distinct()
    )
    chosen = ids[:MOST_AT_ONCE]
    return JsonResponse({"ids": chosen, "shown": list(set(shown) & set(chosen)), "is_all": len(ids) <= MOST_AT_ONCE})
