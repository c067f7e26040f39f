"""The front door."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from gallery.models import Image
from portfolio.pictures import CARD, cover
from portfolio.views.personal import personal
from portfolio.wall import wall

NEWEST = 24


@require_safe
@personal
def home(request: HttpRequest) -> HttpResponse:
    """What a newcomer sees first: the newest public pictures. One query, however many there are."""
    newest = Image.objects.public().select_related("owner__artist").only(*CARD).order_by("-uploaded_at", "-pk")
    images = list(newest[:NEWEST])
    site = site_of(request)
    context = {"wall": wall(images), "cover": cover(images[0], base=site) if images else None, "site": site}
    return render(request, "portfolio/home.html", context)
