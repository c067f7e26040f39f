"""How one is looked at."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.requests import person
from portfolio.api.statistics.asking import AskedSerializer, figures_for
from portfolio.studio.figures.page import page_of


@require_safe
@never_cache
@login_required
def statistics(request: HttpRequest) -> HttpResponse:
    """`/studio/statistics`: as `GET statistics` tells it, of so many `days`, of all or of one `artwork` of one's own."""
    by = person(request)
    asked = AskedSerializer(data=request.GET, context={"by": by})
    if not asked.is_valid():
        raise Http404
    page = page_of(request, figures_for(by, asked.validated_data), viewer=by)
    return render(request, "studio/statistics.html", {"place": "studio-statistics", **page})
