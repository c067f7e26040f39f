"""The page of what pages are made of."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from portfolio.permissions import can_curate
from portfolio.styleguide import SHEETS, icons, samples, tones


@never_cache
@login_required
def styleguide(request: HttpRequest) -> HttpResponse:
    """`/styleguide`, for staff. Raises PermissionDenied."""
    if not can_curate(request.user):
        raise PermissionDenied
    context = {"sheets": SHEETS, "samples": samples(), "tones": tones(), "icons": icons()}
    return render(request, "portfolio/styleguide.html", context)
