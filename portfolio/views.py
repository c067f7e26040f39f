"""The front room: what anyone may open."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from gallery.actions.access import record_view, viewer_of
from gallery.api.addresses import image_urls
from gallery.imaging import geometry
from gallery.links import opened_links
from gallery.models import Image
from gallery.permissions import can_download_image
from portfolio.facts import facts_of
from portfolio.pictures import cover, picture
from portfolio.wall import wall

NEWEST = 24
# What a card shows, and no column more: rows are wide with all that is known of a picture.
CARD = (
    "title", "alt_text", "width", "height", "has_alpha", "placeholder", "owner__username", "owner__artist__artist_name",
)  # fmt: skip
UNSEEN = ("exif", "redactions", "quality", "colors")

# The name of who is signed in stands on every page, so none may be kept by a cache between.
personal = cache_control(private=True, no_cache=True)


@require_safe
@personal
def home(request: HttpRequest) -> HttpResponse:
    """What a newcomer sees first: the newest public pictures. One query, however many there are."""
    newest = Image.objects.public().select_related("owner__artist").only(*CARD).order_by("-uploaded_at", "-pk")
    images = list(newest[:NEWEST])
    site = site_of(request)
    context = {"wall": wall(images), "cover": cover(images[0], base=site) if images else None, "site": site}
    return render(request, "portfolio/home.html", context)


@require_safe
@personal
def image(request: HttpRequest, image_id: UUID) -> HttpResponse:
    """One picture and its label. Counts a view, unless by its owner or again within half an hour."""
    visible = (
        Image.objects.reachable_by(request.user, opened_links(request)).select_related("owner__artist").defer(*UNSEEN)
    )
    found = get_object_or_404(visible, pk=image_id)
    if request.method == "GET":
        record_view(image=found, viewer=viewer_of(request))
    site = site_of(request)
    shown = picture(
        found,
        copies=tuple(geometry.SIZES),
        sizes="(min-width: 64rem) calc(min(100vw, 90rem) - 24rem), 100vw",
        room=geometry.rendition_size(found.width, found.height, "xlarge"),
    )
    context = {
        "image": found,
        "picture": shown,
        "cover": cover(found, base=site),
        "facts": facts_of(found),
        "tags": found.tags.order_by("name").values_list("name", flat=True),
        "is_public": found.is_public,
        "download_url": image_urls("", found.pk)["download"] if can_download_image(request.user, found) else "",
        "site": site,
    }
    return render(request, "portfolio/image.html", context)
