"""What can be entered, what is on view, what was."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from portfolio.finding.asked import Asked
from portfolio.finding.exhibition_list import SECTIONS, Section
from portfolio.finding.narrowing import Choice
from portfolio.finding.sheets import Sheet, sheet_of
from portfolio.for_programs.linked_data import collection_page, exhibitions_in_list, linked_data
from portfolio.hanging.exhibitions import Card, for_cards, tell_exhibition_cards
from portfolio.models import Exhibition
from portfolio.views.personal import personal

ON_OVERVIEW = 6


class Shown(NamedTuple):
    """A section with its cards; `onward` leads to all of it, empty where these are all."""

    section: Section
    cards: list[Card]
    onward: str = ""


@require_safe
@personal
def exhibitions(request: HttpRequest) -> HttpResponse:
    """`/exhibitions`: the first of each section; `?show=open`, `running`, `upcoming` or `past` all of one, a page at a time. Six
    queries at most, and one more where copies are fetched elsewhere."""
    chosen, site = next((each for each in SECTIONS if each.name == request.GET.get("show")), None), site_of(request)
    asked = Asked(request.path, ("show",), {"show": chosen.name} if chosen else {})
    shown, sheet = one(request, chosen, asked) if chosen else overview(request, asked)
    url = site + asked.to(page=sheet.number if sheet else 1)
    cards = [card for each in shown for card in each.cards]
    page = collection_page(_("Exhibitions"), url=url, parts=exhibitions_in_list(cards, site=site))
    context = {
        "chosen": chosen,
        "choices": choices_of(asked, chosen),
        "shown": shown,
        "sheet": sheet,
        "canonical": url,
        "site": site,
        "linked_data": linked_data(page),
    }
    return render(request, "portfolio/exhibitions/exhibitions.html", context)


def choices_of(asked: Asked, chosen: Section | None) -> list[Choice]:
    """The ways to all of it, and to each section."""
    everything = Choice(_("All"), asked.only(), is_chosen=chosen is None)
    return [everything] + [
        Choice(str(each.heading), asked.only(show=each.name), is_chosen=each is chosen) for each in SECTIONS
    ]


def one(request: HttpRequest, section: Section, asked: Asked) -> tuple[list[Shown], Sheet]:
    """A page of a section. Raises Http404 for one on which nothing is, unless it is the first."""
    sheet = sheet_of(request, section.choose(to_be_seen(request)), asked.given)
    cards = tell_exhibition_cards(sheet.rows, viewer=request.user)
    return [Shown(section, [cards[each.pk] for each in sheet.rows])], sheet


def overview(request: HttpRequest, asked: Asked) -> tuple[list[Shown], None]:
    """The first of each section in which there are any."""
    found = [(each, list(each.choose(to_be_seen(request))[: ON_OVERVIEW + 1])) for each in SECTIONS]
    first = [each for _section, exhibitions in found for each in exhibitions[:ON_OVERVIEW]]
    cards = tell_exhibition_cards(first, viewer=request.user)
    return [
        Shown(
            section,
            [cards[each.pk] for each in exhibitions[:ON_OVERVIEW]],
            asked.only(show=section.name) if len(exhibitions) > ON_OVERVIEW else "",
        )
        for section, exhibitions in found
        if exhibitions
    ], None


def to_be_seen(request: HttpRequest) -> Any:
    return for_cards(Exhibition.objects.visible_to(request.user), request.user)
