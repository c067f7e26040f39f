"""One exhibition."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from portfolio.exhibitions.history import on_show_in
from portfolio.for_programs.linked_data import of_exhibition
from portfolio.hanging.exhibitions import for_page, hero_of, link_cover
from portfolio.hanging.layouts import hang_works
from portfolio.hanging.works import tell_cards
from portfolio.labels.exhibitions import days_of, deadline_of, outcome_of, place_of, state_of, terms_of
from portfolio.labels.notes import note_on_exhibition
from portfolio.models import Exhibition, ExhibitionStatus, Juror, Layout, Submission, SubmissionStatus, SubmittedWork
from portfolio.querysets.exhibitions import SHOWING
from portfolio.views.personal import personal

ON_A_PAGE = 100


@dataclass(frozen=True)
class Standing:
    """What the reader has to do with an exhibition. `outcome` tells of their own submission, empty without one."""

    is_organizer: bool = False
    is_juror: bool = False
    outcome: str = ""
    can_submit: bool = False


@require_safe
@personal
def exhibition(request: HttpRequest, exhibition_id: UUID) -> HttpResponse:
    """`/exhibitions/<id>`: what it is, until when works can be submitted or, once it is open, what hangs there. Four queries, two
    more for who is signed in, and one where copies are fetched elsewhere."""
    found = get_object_or_404(for_page(Exhibition.objects.visible_to(request.user)), pk=exhibition_id)
    page, site = page_of(request, found), site_of(request)
    cards = tell_cards(list(page), viewer=request.user)
    hero = hero_of(found) if page.number == 1 else None
    cover = link_cover(found, cards, base=site)
    context = {
        "exhibition": found,
        "state": state_of(found),
        "note": note_on_exhibition(found),
        "deadline": deadline_of(found) if found.status == ExhibitionStatus.OPEN else None,
        "days": days_of(found),
        "place": place_of(found),
        "terms": terms_of(found) if found.is_open_for_entry else [],
        "standing": standing_of(request.user, found),
        "hero": hero,
        "page": page,
        "is_showing": found.status in SHOWING,
        "works": hang_works(cards, Layout.JUSTIFIED, is_top=hero is None),
        "cover": cover,
        "site": site,
        "linked_data": of_exhibition(found, cards, image=cover.url if cover else None, site=site),
    }
    return render(request, "portfolio/exhibitions/exhibition.html", context)


def page_of(request: HttpRequest, found: Exhibition) -> Page:
    """The page of works on show that the address asks for; before anything is shown, of none. Raises Http404."""
    works = on_show_in(found.pk, request.user) if found.status in SHOWING else SubmittedWork.objects.none()
    try:
        return Paginator(works.values_list("artwork", flat=True), ON_A_PAGE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error


def standing_of(viewer: Any, found: Exhibition) -> Standing:
    """Two queries for who is signed in."""
    if not viewer.is_authenticated:
        return Standing(can_submit=found.is_open_for_entry)
    if found.organizer_id == viewer.pk:
        return Standing(is_organizer=True)
    submission = Submission.objects.visible_to(viewer).filter(exhibition=found, artist=viewer).first()
    is_in = submission is not None and submission.status != SubmissionStatus.WITHDRAWN
    if submission is not None:
        submission.exhibition = found
    return Standing(
        is_juror=Juror.objects.filter(exhibition=found, user=viewer).exists(),
        outcome=outcome_of(submission) if submission else "",
        can_submit=found.is_open_for_entry and not is_in,
    )
