"""Who looked at a picture of one's own, and who took it."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.requests import person
from gallery.models import Access
from portfolio.finding.sheets import sheet_of
from portfolio.studio.own_images import own_image
from portfolio.studio.shelf import Shelf

ON_A_SHEET = 50


@require_safe
@never_cache
@login_required
def image_history(request: HttpRequest, image_id: UUID) -> HttpResponse:
    """`/studio/images/<id>/history`: views and downloads by others, the newest first. Two queries beside those for whoever is
    signed in, for any number of them."""
    image = own_image(image_id, person(request))
    shelf = Shelf(request)
    accesses = Access.objects.filter(file=image.pk).select_related("viewer").order_by("-at", "-pk")
    context = {
        "place": "studio-library",
        "image": image,
        "name": image.title or image.original_filename,
        "sheet": sheet_of(request, accesses, shelf.parameters(), size=ON_A_SHEET),
        "query": shelf.address(""),
    }
    return render(request, "studio/image_history.html", context)
