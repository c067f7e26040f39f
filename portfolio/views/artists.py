"""The people whose works are on view."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import Artist
from accounts.requests import site_of
from portfolio.api.artist_filters import ArtistFilter
from portfolio.finding.artist_form import ArtistForm
from portfolio.finding.artist_list import ORDERS, in_order, showing
from portfolio.finding.asked import Asked
from portfolio.finding.sheets import sheet_of
from portfolio.hanging.makers import COLUMNS, popular_specialties, tell_makers
from portfolio.views.personal import personal

PARAMETERS = ("search", "location", "specialty", "ordering")


@require_safe
@personal
def artists(request: HttpRequest) -> HttpResponse:
    """`/artists`: the artists by what people do with their works of late, or as the address says, with the API's parameters.
    Four queries, and one where copies are fetched elsewhere; three where nobody is found."""
    asked = Asked.of(request, PARAMETERS)
    ordering = asked.given.get("ordering", "")
    is_narrowed = bool(asked.given.keys() - {"ordering"})
    seen = Artist.objects.visible_to(request.user)
    found = ArtistFilter(asked.given, queryset=seen, request=request)
    errors = dict(found.errors)
    form = ArtistForm(asked.given, errors=errors)
    listed = Artist.objects.none() if form.errors else found.qs if is_narrowed else showing(seen)
    sheet = sheet_of(request, in_order(listed, ordering if ordering in ORDERS else "").values(*COLUMNS), asked.given)
    context = {
        "form": form,
        "asked": asked,
        "is_narrowed": is_narrowed,
        "makers": tell_makers(sheet.rows, viewer=request.user),
        "specialties": [(name, asked.only(specialty=name)) for name in popular_specialties(seen)],
        "sheet": sheet,
        "canonical": asked.to(page=sheet.number),
        "site": site_of(request),
    }
    return render(request, "portfolio/artists.html", context, status=400 if form.errors else 200)
