"""What there is to be found, for search engines."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from accounts.requests import site_of
from portfolio.for_programs.sitemap_xml import index_of, page_of
from portfolio.for_programs.sitemaps import names_of_pages, places_on

briefly = cache_control(public=True, max_age=300)
TYPE = "application/xml; charset=utf-8"


@require_safe
@briefly
@conditional_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`: the index of all pages of it."""
    site = site_of(request)
    addresses = [
        f"{site}/sitemaps/{name}-{number}.xml"
        for name, pages in names_of_pages()
        for number in range(1, pages + 1)
    ]  # fmt: skip
    return HttpResponse(index_of(addresses), content_type=TYPE)


@require_safe
@briefly
@conditional_page
def sitemap_page(request: HttpRequest, section: str, number: str) -> HttpResponse:
    """`/sitemaps/<section>-<number>.xml`: a page of a section. Raises Http404 for one on which nothing is."""
    try:
        places = places_on(section, int(number))
    except KeyError as error:
        raise Http404 from error
    if not places:
        raise Http404
    return HttpResponse(page_of(places, site=site_of(request)), content_type=TYPE)
