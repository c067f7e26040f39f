"""The first room of the studio."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import Statistics
from accounts.requests import person
from portfolio.studio.overview import newest_pictures, newest_works, room_of
from portfolio.studio.waiting import waiting_on


@require_safe
@never_cache
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """`/studio`: what waits, what came last, how it goes. As many queries for any number of them."""
    viewer = person(request)
    statistics = Statistics.objects.get(pk=viewer.pk)
    context = {
        "place": "studio",
        "waiting": waiting_on(viewer),
        "pictures": newest_pictures(viewer),
        "works": newest_works(viewer),
        "statistics": statistics,
        "room": room_of(statistics),
    }
    return render(request, "studio/overview.html", context)
