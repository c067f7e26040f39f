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
from gallery.models import Artwork
from gallery.serving.reservations import reservation_headers
from portfolio.for_programs.linked_data import of_work
from portfolio.hanging.views import views_of
from portfolio.hanging.works import cover_of, facts_of_work, is_veiled, tell_cards, wall_of_works
from portfolio.labels.beside import beside, tags_of
from portfolio.labels.notes import note_on_artwork
from portfolio.views.image import rights_words
from portfolio.views.personal import personal


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
    """What stands on the page of a work. A mature one is shown to others when they ask for it: `?show=mature`."""
    note = note_on_artwork(work)
    veiled = is_veiled(work, viewer=request.user) and request.GET.get("show") != "mature"
    related = [each["id"] for each in work["related"]]
    return {
        "work": work,
        "views": views_of(work, viewer=request.user, veiled=veiled),
        "is_veiled": veiled,
        "facts": facts_of_work(work),
        "tags": tags_of(work["id"]),
        "beside": beside(work, viewer=request.user),
        "related": wall_of_works(tell_cards(related, viewer=request.user)),
        "cover": cover_of([work], base=site_of(request)),
        "note": note,
        "site": site_of(request),
        "linked_data": of_work(work, site=site_of(request)),
        **rights_words(work["images"][0]["rights"], is_public=not note),
    }
