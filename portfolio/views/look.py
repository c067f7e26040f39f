"""The style sheet of an accent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from portfolio.looks.accents import sheet, version
from portfolio.models import Portfolio
from portfolio.views.artist import artist_named

A_YEAR = 365 * 24 * 3600


@require_safe
def look(request: HttpRequest, username: str) -> HttpResponse:
    """`/@<username>/look.css?v=<version>`: the artist's accent, for ever where the version is that of now. Raises Http404 where
    there is none. Two queries."""
    found = artist_named(request, username)
    accent = Portfolio.objects.filter(artist=found.pk).values_list("accent", flat=True).first()
    if not accent:
        raise Http404
    is_now = request.GET.get("v") == version(accent)
    kept = f"public, max-age={A_YEAR}, immutable" if is_now else "public, max-age=60"
    return styled(accent, kept=kept)


def styled(accent: str, *, kept: str) -> HttpResponse:
    """The style sheet of this accent; `kept` is its Cache-Control."""
    return HttpResponse(sheet(accent), content_type="text/css; charset=utf-8", headers={"Cache-Control": kept})
