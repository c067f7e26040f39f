"""The search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from gallery.api.search_query import SearchQuerySerializer, Wanted
from gallery.category_tree import CategoryTree
from gallery.models import Category
from gallery.search.facets import facets
from gallery.search.finding import MOST, find
from gallery.search.parser import Query
from portfolio.finding.asked import Asked
from portfolio.finding.beginnings import beginnings
from portfolio.finding.found import tell_results, wall_of_hits
from portfolio.finding.leading_on import ways_on
from portfolio.finding.narrowing import chips, facets_of
from portfolio.finding.operators import OPERATORS
from portfolio.finding.search_form import SearchForm
from portfolio.finding.sheets import sheet_of
from portfolio.views.personal import personal

PARAMETERS = (
    "query", "type", "artist", "medium", "category", "tags", "color", "min_price", "max_price", "date_from", "date_to",
    "location", "ordering",
)  # fmt: skip
HUNG = ({"artwork"}, {"image"})
"""What hangs on a wall where nothing else is asked for."""


@require_safe
@personal
def search(request: HttpRequest) -> HttpResponse:
    """`/search`: everything that the viewer may see, found as the API's `search` finds it, with the same parameters."""
    asked = Asked.of(request, PARAMETERS)
    read = SearchQuerySerializer(data=asked.given)
    is_valid, categories = read.is_valid(), CategoryTree(Category.objects.visible_to(request.user))
    context: dict[str, Any] = {
        "form": SearchForm(asked.given, errors=read.errors, categories=categories),
        "asked": asked,
        "operators": [(operator, asked.only(query=operator.example)) for operator in OPERATORS],
        "site": site_of(request),
    }
    if not is_valid:
        return render(request, "portfolio/search.html", context, status=400)
    if asked.given.keys() <= {"ordering"}:
        context["beginnings"] = beginnings(asked, categories, viewer=request.user)
        return render(request, "portfolio/search.html", context)
    context["chips"] = chips(asked, read.validated_data, categories)
    context["without"] = asked.only(query=asked.given.get("query", ""))
    answer = answered(request, asked, Wanted(read.validated_data, request.user))
    return render(request, "portfolio/search.html", context | answer)


def answered(request: HttpRequest, asked: Asked, wanted: Wanted) -> dict[str, Any]:
    """What was found, a page of it. Raises Http404 for a page that there is not."""
    found = find(wanted.search)
    sheet = sheet_of(request, found.hits, asked.given)
    hits, query = sheet.rows, wanted.query
    is_hung = set(wanted.given.get("type", ())) in HUNG
    return {
        "found": found,
        "most": MOST,
        "sheet": sheet,
        "wall": wall_of_hits(hits, viewer=request.user) if is_hung else None,
        "results": [] if is_hung else tell_results(hits, query.tree, viewer=request.user),
        "facets": facets_of(asked, facets(found.hits)),
        "parsed_as": query.parsed_as if query.parsed_as != asked.given.get("query", "") else "",
        "warnings": misread(asked, query),
        "ways": None if found.hits else ways_on(asked, query.tree),
    }


def misread(asked: Asked, query: Query) -> list[tuple[str, str]]:
    """Where the query could not be read as it was meant, each place by what stands there, and why."""
    text = asked.given.get("query", "")
    return [(text[each.position :][:20].strip(), each.detail) for each in query.warnings]
