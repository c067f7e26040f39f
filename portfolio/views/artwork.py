"""One work."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from gallery.actions.access import viewer_of
from gallery.actions.visits import record_visit
from gallery.api.pictures import Row
from gallery.api.works import tell_artwork_whole
from gallery.imaging import geometry
from gallery.models import Artwork
from gallery.serving.reservations import reservation_headers
from portfolio.notes import note_on_artwork
from portfolio.pictures import Picture
from portfolio.views.image import rights_words
from portfolio.views.personal import personal
from portfolio.wall import Place
from portfolio.works import cover_of, facts_of_work, shown, tell_cards, transparent, wall_of_works

SIZES = "(min-width: 64rem) calc(min(100vw, 90rem) - 24rem), 100vw"


@require_safe
@personal
def artwork(request: HttpRequest, artwork_id: UUID) -> HttpResponse:
    """One work, its views and its label. Counts a look, unless by its artist or again within half an hour."""
    try:
        work = tell_artwork_whole(artwork_id, viewer=request.user, base="")
    except Artwork.DoesNotExist:
        raise Http404 from None
    if request.method == "GET":
        there = Artwork(pk=artwork_id, owner_id=work["artist"]["id"])
        record_visit(viewer=viewer_of(request), artwork=there)
    response = render(request, "portfolio/artwork.html", label(request, work))
    for name, value in reservation_headers(work["images"][0]["rights"]["ai_training"]).items():
        response.headers[name] = value
    return response


def label(request: HttpRequest, work: Row) -> dict[str, Any]:
    """What stands on the page of a work."""
    site = site_of(request)
    note = note_on_artwork(work)
    return {
        "work": work,
        "views": views_of(work),
        "facts": facts_of_work(work),
        "related": wall_of_works(tell_cards([each["id"] for each in work["related"]], viewer=request.user)),
        "cover": cover_of(work, base=site),
        "note": note,
        "site": site,
        **rights_words(work["images"][0]["rights"], is_public=not note),
    }


def views_of(work: Row) -> list[Picture]:
    """The pictures of a work as large as the reader may have them; the first is loaded at once."""
    clear = transparent([view["id"] for view in work["images"]])
    return [
        shown(work, view, tuple(geometry.SIZES), place, is_clear=view["id"] in clear)
        for number, view in enumerate(work["images"])
        for place in [Place(room_of(view), SIZES, is_first=number == 0)]
    ]


def room_of(view: Row) -> tuple[int, int]:
    copy = view["thumbnails"]["xlarge"]
    return copy["width"], copy["height"]
