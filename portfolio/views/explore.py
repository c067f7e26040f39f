"""All works on view, and what to choose among them by."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from gallery.tag_list import TagList
from portfolio.finding.exploring.choice import Choice
from portfolio.finding.exploring.page import panel_of
from portfolio.finding.orders import in_order
from portfolio.finding.sheets import address, sheet_of
from portfolio.for_programs.linked_data import collection_page, linked_data, works_in_list
from portfolio.hanging.works import cover_of, tell_cards, wall_of_works
from portfolio.views.personal import personal

TAGS = 12


@require_safe
@personal
def explore(request: HttpRequest) -> HttpResponse:
    """`/explore`: the works that the reader may see, the newest first, narrowed as the address says; a 400 where that cannot be
    read, with the page and the message in it. Eight queries for a visitor, and up to two for each facet that is chosen."""
    choice = Choice(request)
    sheet = sheet_of(request, in_order(choice.works(), choice.order), choice.parameters())
    works = tell_cards(sheet.rows, viewer=request.user)
    site = site_of(request)
    here = site + canonical(choice, sheet.number)
    context = {
        "choice": choice,
        "panel": panel_of(choice, request.user),
        "sheet": sheet,
        "wall": wall_of_works(works),
        "cover": cover_of(works, base=site),
        "tags": tags_for(request, choice, sheet.number) if not choice.facets or not works else {},
        "canonical": here,
        "is_indexed": len(choice.facets) <= 1 and not choice.errors,
        "linked_data": linked_data(collection_page(_("Explore"), url=here, parts=works_in_list(works, site=site))),
        "site": site,
    }
    return render(request, "portfolio/explore.html", context, status=400 if choice.errors else 200)


def canonical(choice: Choice, page: int) -> str:
    """The one address of what is shown, in whatever order."""
    parameters = {name: value for name, value in choice.parameters().items() if name != "ordering"}
    return address(choice.path, parameters | ({"page": str(page)} if page > 1 else {}))


def tags_for(request: HttpRequest, choice: Choice, page: int) -> dict[str, Any]:
    """Where to go from the first page: by tags in much use, and by others that are used of late."""
    if page > 1:
        return {}
    popular = TagList(request.user)[:TAGS]
    of_late = TagList(request.user, order="trending")[: 2 * TAGS]
    known = {tag.name for tag in popular}
    return {"popular": popular, "trending": [tag for tag in of_late if tag.name not in known][:TAGS]}
