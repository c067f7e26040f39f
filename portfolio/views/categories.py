"""Categories: one with the works in it and below, and the tree of all."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from gallery.category_tree import CategoryTree, Row
from gallery.models import Artwork, Category
from portfolio.finding.orders import DEFAULT, ORDERS, Way, in_order
from portfolio.finding.sheets import address, sheet_of
from portfolio.for_programs.linked_data import breadcrumbs, collection_page, linked_data, works_in_list
from portfolio.hanging.works import cover_of, tell_cards, wall_of_works
from portfolio.views.personal import personal


@require_safe
@personal
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """`/categories/<slug>`: the works sorted under a category and all below it, in an order that the reader chooses.
    Three queries, however many there are."""
    tree = CategoryTree(Category.objects.visible_to(request.user))
    row = next((row for row in tree.rows.values() if row["slug"] == slug), None)
    order = request.GET.get("ordering") or DEFAULT
    if row is None or order not in ORDERS:
        raise Http404
    works = Artwork.objects.visible_to(request.user).filter(category__in=tree.branch(row["pk"]))
    sheet = sheet_of(request, in_order(works, order), {"ordering": "" if order == DEFAULT else order})
    cards = tell_cards(sheet.rows, viewer=request.user)
    site, path = site_of(request), tree.path(row["pk"])
    is_proposed = row["status"] == Category.Status.PROPOSED
    context = {
        "category": row,
        "path": path[:-1],
        "total": tree.totals[row["pk"]],
        "children": [(child, tree.totals[child["pk"]]) for child in tree.children[row["pk"]]],
        "is_proposed": is_proposed,
        "ways": ways_of(request.path, order),
        "sheet": sheet,
        "wall": wall_of_works(cards),
        "cover": cover_of(cards, base=site),
        "linked_data": "" if is_proposed else told_to_programs(path, cards, site=site),
        "site": site,
    }
    return render(request, "portfolio/category.html", context)


def told_to_programs(path: Sequence[Row], cards: Sequence[Row], *, site: str) -> SafeString:
    """What is on the page of the last category of a path, and where that stands."""
    trail = [(each["name"], reverse("category", args=[each["slug"]])) for each in path]
    here = f"{site}{trail[-1][1]}"
    told = path[-1]["description"]
    page = collection_page(path[-1]["name"], url=here, parts=works_in_list(cards, site=site), description=told)
    return linked_data(page, breadcrumbs([(_("Categories"), reverse("categories")), *trail], site=site))


def ways_of(path: str, chosen: str) -> list[Way]:
    """The orders, as links."""
    told = {key: {} if key == DEFAULT else {"ordering": key} for key in ORDERS}
    return [Way(order.name, address(path, told[key]), key == chosen) for key, order in ORDERS.items()]


@require_safe
@personal
def categories(request: HttpRequest) -> HttpResponse:
    """`/categories`: all categories with how many works are in each. One query."""
    tree = CategoryTree(Category.objects.visible_to(request.user))
    tops = [(top, tree.totals[top["pk"]], told_below(tree, top)) for top in tree.children[None]]
    return render(request, "portfolio/categories.html", {"tops": tops, "site": site_of(request)})


def told_below(tree: CategoryTree, top: Row) -> list[tuple[Row, int]]:
    """What lies below a category, however deep, each with its number of works."""
    return [(row, tree.totals[row["pk"]]) for row, _depth in tree.walk(top["pk"])]
