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
from portfolio.labels.decided import way_to_decision
from portfolio.labels.notes import note_on_artwork
from portfolio.talking.page import talk_on
from portfolio.views.image import rights_words
from portfolio.views.personal import personal
from portfolio.views.sharing import mail_about

ELEMENTS = tuple(f"js/{name}.js" for name in ("lightbox", "toggle", "share", "facets", "counter"))


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
    site = site_of(request)
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
        "cover": cover_of([work], base=site),
        "note": note,
        "decision": hidden_by(work, viewer=request.user),
        "site": site,
        "linked_data": of_work(work, site=site),
        "mail": mail_about(work, site=site),
        "shared": request.GET.get("share"),
        "elements": ELEMENTS,
        **({} if veiled else talk_on(request, work)),
        **rights_words(work["images"][0]["rights"], is_public=not note),
    }


def hidden_by(work: Row, *, viewer: Any) -> str:
    """Where its artist reads why moderators hid this work or its main picture; empty where they did not."""
    if work["is_hidden"]:
        return way_to_decision("artwork", work["id"], viewer=viewer)
    main = work["images"][0]
    return way_to_decision("image", main["id"], viewer=viewer) if main["is_hidden"] else ""
