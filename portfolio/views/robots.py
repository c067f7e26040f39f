"""What programs that read the web are told."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from portfolio.for_programs.robots import group_for_crawlers, reserved_paths

short = cache_control(public=True, max_age=300)


@require_safe
@short
def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`."""
    groups = (
        group_for_crawlers(reserved_paths()),
        render_to_string("portfolio/robots.txt", {"site": site_of(request)}),
    )
    return HttpResponse("\n".join(filter(None, groups)), content_type="text/plain; charset=utf-8")


@require_safe
@short
def tdmrep(request: HttpRequest) -> JsonResponse:
    """`/.well-known/tdmrep.json`."""
    return JsonResponse([{"location": path, "tdm-reservation": 1} for path in reserved_paths()], safe=False)
