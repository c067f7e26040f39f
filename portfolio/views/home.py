"""The front door."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from gallery.models import Image
from portfolio.featuring import put_forward
from portfolio.models import Target
from portfolio.pictures import CARD, cover
from portfolio.views.personal import personal
from portfolio.wall import wall
from portfolio.works import cover_of, tell_cards, wall_of_works

NEWEST = 24


@require_safe
@personal
def home(request: HttpRequest) -> HttpResponse:
    """What a newcomer sees first: the works that the house puts forward, and the newest public pictures. Five queries, however
    many there are."""
    forward = [shown.target_id for shown in put_forward(Target.ARTWORK, limit=NEWEST)]
    works = tell_cards(forward, viewer=request.user)
    newest = Image.objects.public().select_related("owner__artist").only(*CARD).order_by("-uploaded_at", "-pk")
    images = list(newest[:NEWEST])
    site = site_of(request)
    context = {
        "works": wall_of_works(works),
        "wall": wall(images),
        "cover": cover_of(works[0], base=site) if works else cover(images[0], base=site) if images else None,
        "site": site,
    }
    return render(request, "portfolio/home.html", context)
