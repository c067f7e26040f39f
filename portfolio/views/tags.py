"""Tags: one with what stands under it, and all that are much used."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from gallery.api.pictures import Row
from gallery.models import Image, Tag
from gallery.tag_list import TagList
from portfolio.finding.orders import DEFAULT, in_order
from portfolio.finding.sheets import address, sheet_of
from portfolio.finding.tagged import PICTURES, pictures_with, related_to, works_with
from portfolio.finding.weighing import weighed
from portfolio.for_programs.linked_data import (
    breadcrumbs,
    collection_page,
    linked_data,
    pictures_in_list,
    works_in_list,
)
from portfolio.hanging.pictures import cover
from portfolio.hanging.wall import wall
from portfolio.hanging.works import cover_of, tell_cards, wall_of_works
from portfolio.views.personal import personal

MOST_TAGS = 200


@require_safe
@personal
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """`/tags/<slug>`: the works with a tag, the newest first, on the first page the newest pictures with it too, and the tags
    that often stand beside it. Five queries. A tag under which the reader sees nothing is not found, as one that there is not."""
    found = get_object_or_404(Tag, slug=slug)
    works = works_with(found, request.user)
    sheet = sheet_of(request, in_order(works, DEFAULT), {})
    pictures = list(pictures_with(found, request.user)[: PICTURES + 1]) if sheet.number == 1 else []
    if not (sheet.rows or pictures):
        raise Http404
    cards = tell_cards(sheet.rows, viewer=request.user)
    site = site_of(request)
    context = {
        "tag": found,
        "sheet": sheet,
        "wall": wall_of_works(cards),
        "pictures": wall(pictures[:PICTURES]),
        "has_more_pictures": len(pictures) > PICTURES,
        "all_pictures": address("/search", {"query": f'tag:"{found.name}"', "type": "image"}),
        "related": related_to(found, works),
        "cover": cover_of(cards, base=site) or (cover(pictures[0], base=site) if pictures else None),
        "linked_data": told_to_programs(found, cards, pictures[:PICTURES], site=site),
        "site": site,
    }
    return render(request, "portfolio/tag.html", context)


def told_to_programs(tag: Tag, cards: Sequence[Row], pictures: Sequence[Image], *, site: str) -> SafeString:
    """What is on the page of a tag, and where that stands."""
    path = reverse("tag", args=[tag.slug])
    shown = works_in_list(cards, site=site) + pictures_in_list(pictures, site=site)
    trail = [(_("Tags"), reverse("tags")), (tag.name, path)]
    return linked_data(collection_page(tag.name, url=f"{site}{path}", parts=shown), breadcrumbs(trail, site=site))


@require_safe
@personal
def tags(request: HttpRequest) -> HttpResponse:
    """`/tags`: the tags that are used the most, by name, each as large as it is used. One query for a visitor."""
    context = {"tags": weighed(TagList(request.user)[:MOST_TAGS]), "site": site_of(request)}
    return render(request, "portfolio/tags.html", context)
