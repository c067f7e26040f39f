"""The newest pictures as a feed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from accounts.requests import site_of
from gallery.models import Image
from portfolio.feed import newest_as_atom
from portfolio.pictures import CARD

NEWEST = 50
TOLD = (*CARD, "description", "uploaded_at", "updated_at")


@require_safe
@cache_control(public=True, max_age=300)
@conditional_page
def feed(request: HttpRequest) -> HttpResponse:
    """`/feed.atom`: the newest public pictures, the same for whoever asks. One query."""
    newest = Image.objects.public().select_related("owner__artist").only(*TOLD).order_by("-uploaded_at", "-pk")
    atom = newest_as_atom(list(newest[:NEWEST]), base=site_of(request))
    return HttpResponse(atom, content_type="application/atom+xml; charset=utf-8")
