"""What was submitted, as who organises sees it."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from portfolio.finding.sheets import address, sheet_of
from portfolio.models import Exhibition, SubmissionStatus
from portfolio.organising.rooms import head_of, organised
from portfolio.organising.spreadsheet import spreadsheet
from portfolio.organising.table import ORDERS, entries_of, ordered, status_counts, submitted_to
from portfolio.spreadsheets import as_file


@require_safe
@never_cache
@login_required
def submissions(request: HttpRequest, exhibition_id: UUID) -> HttpResponse:
    """`/exhibitions/<id>/submissions`: the table, some at a time, of a `status`, in an `order`. Eight queries for any number, one
    more while it is jurying, and where copies are fetched elsewhere; past the end on to the first page."""
    exhibition = organised(request, exhibition_id)
    asked = asked_for(request)
    found = submitted_to(exhibition, viewer=request.user)
    narrowed = found.filter(status=asked["status"]) if asked["status"] else found
    try:
        sheet = sheet_of(request, ordered(narrowed, asked["order"]), asked)
    except Http404:  # the last line of the last page was decided, and is in another state now
        return redirect(address(request.path, asked))
    entries = entries_of(exhibition, sheet.rows, viewer=request.user)
    context = {
        "entries": entries,
        "sheet": sheet,
        "statuses": ways_to_statuses(request, exhibition, asked),
        "orders": ways_to_orders(request, asked),
        "is_narrowed": bool(asked["status"]),
        "decisions": decisions_among(entries),
        "has_fee": bool(exhibition.submission_fee),
    }
    head = head_of(exhibition, viewer=request.user, place="submissions")
    return render(request, "portfolio/organising/submissions.html", head | context)


def asked_for(request: HttpRequest) -> dict[str, str]:
    """The status and the order that the address names; what it does not name, or names wrongly, is empty."""
    status, order = request.GET.get("status", ""), request.GET.get("order", "")
    return {"status": status if status in SubmissionStatus.values else "", "order": order if order in ORDERS else ""}


def ways_to_statuses(request: HttpRequest, exhibition: Exhibition, asked: dict[str, str]) -> list[dict[str, Any]]:
    """All, and each status that there is, with how many have it. One query."""
    counts = status_counts(submitted_to(exhibition, viewer=request.user))
    return [
        {"name": label, "count": count, "status": value, "is_chosen": value == asked["status"]}
        | {"href": address(request.path, asked | {"status": value})}
        for value, label, count in [("", "", sum(count for _value, _label, count in counts)), *counts]
    ]


def ways_to_orders(request: HttpRequest, asked: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {"name": label, "href": address(request.path, asked | {"order": value}), "is_chosen": value == asked["order"]}
        for value, (label, _columns) in ORDERS.items()
    ]


def decisions_among(entries: list[Any]) -> list[Any]:
    """What can be decided of any of these, each once, in the order of the statuses."""
    ways = {way.target: way for entry in entries for way in entry.ways}
    return [ways[value] for value in SubmissionStatus.values if value in ways]


@require_safe
@never_cache
@login_required
def submissions_csv(request: HttpRequest, exhibition_id: UUID) -> HttpResponse:
    """`/exhibitions/<id>/submissions.csv`: all of the table, for a spreadsheet."""
    exhibition = organised(request, exhibition_id)
    found = submitted_to(exhibition, viewer=request.user)
    text = spreadsheet(exhibition, found, viewer=request.user, site=site_of(request))
    name = f"{slugify(exhibition.title, allow_unicode=True) or 'exhibition'}.csv"
    return as_file(text, name)
