"""The front door."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import Artist
from accounts.requests import site_of
from gallery.api.pictures import Row
from gallery.api.rooms import tell_galleries
from gallery.models import Image
from portfolio.discovery.featuring import put_forward
from portfolio.for_programs.linked_data import linked_data, website
from portfolio.hanging.exhibitions import Card, for_cards, tell_exhibition_cards
from portfolio.hanging.makers import COLUMNS, Maker, tell_makers
from portfolio.hanging.pictures import CARD, Picture, cover
from portfolio.hanging.rooms import rooms
from portfolio.hanging.wall import COPIES, Place, wall
from portfolio.hanging.works import cover_of, shown, tell_cards, wall_of_works
from portfolio.models import Exhibition, Target
from portfolio.views.personal import personal

WORKS = 17
NEWEST = 24
GALLERIES = 5
ARTISTS = 3
EXHIBITIONS = 3
# The opening's own column, as the style sheet has it.
LEADING = "(min-width: 64rem) min(50vw, 45rem), 100vw"


@require_safe
@personal
def home(request: HttpRequest) -> HttpResponse:
    """What a newcomer sees first: the works, exhibitions, galleries and artists that the house puts forward, and the newest
    public pictures. As many queries, however many there are."""
    viewer, site = request.user, site_of(request)
    works = tell_cards(forward(Target.ARTWORK, WORKS), viewer=viewer)
    galleries = tell_galleries(forward(Target.GALLERY, GALLERIES), viewer=viewer, base="")
    newest = Image.objects.public().select_related("owner__artist").only(*CARD).order_by("-uploaded_at", "-pk")
    images = list(newest[:NEWEST])
    context = {
        "leading": leading(works[0]) if works else None,
        "works": wall_of_works(works[1:]),
        "exhibitions": exhibitions_of(forward(Target.EXHIBITION, EXHIBITIONS), viewer=viewer),
        "makers": makers_of(forward(Target.ARTIST, ARTISTS), viewer=viewer),
        "rooms": [room for room in rooms(galleries) if room.src],
        "wall": wall(images),
        "cover": cover_of(works, base=site) or (cover(images[0], base=site) if images else None),
        "site": site,
        "linked_data": linked_data(website(site=site)),
    }
    return render(request, "portfolio/home.html", context)


def leading(work: Row) -> Picture:
    """The work that opens the page, in its own proportions."""
    view = work["images"][0]
    place = Place((view["thumbnails"]["large"]["width"], view["thumbnails"]["large"]["height"]), LEADING, is_first=True)
    return shown(work, view, (*COPIES, "xlarge"), place, is_clear=view["is_clear"])


def exhibitions_of(ids: list[UUID], *, viewer: Any) -> list[Card]:
    """These exhibitions, which anyone may see, in this order. Two queries at most, none without any."""
    found = list(for_cards(Exhibition.objects.filter(pk__in=ids), viewer)) if ids else []
    cards = tell_exhibition_cards(found, viewer=viewer)
    return [cards[pk] for pk in ids if pk in cards]


def makers_of(artist_ids: list[UUID], *, viewer: Any) -> list[Maker]:
    """These artists in this order, without those who have nothing to show."""
    rows = {row["pk"]: row for row in Artist.objects.filter(pk__in=artist_ids).values(*COLUMNS)}
    told = tell_makers([rows[pk] for pk in artist_ids if pk in rows], viewer=viewer, eager=0)
    return [maker for maker in told if maker.works]


def forward(target: Target, limit: int) -> list[Any]:
    """The ids of what the house puts forward. Three queries."""
    return [shown.target_id for shown in put_forward(target, limit=limit)]
