"""One's own exhibitions."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.requests import person
from portfolio.finding.sheets import address, sheet_of
from portfolio.models import Exhibition
from portfolio.organising import yours as own

SHOWN = 6
"""So many of each, with a way to the others."""


class Part(NamedTuple):
    """A section: its name in the address, what stands above it and what where it is empty, its exhibitions, and how they are
    told."""

    name: str
    heading: str
    nothing: str
    exhibitions: QuerySet[Exhibition]
    tell: Callable[[Any], list[own.Line]]


def parts_of(viewer: Any) -> list[Part]:
    """What one judges, organises and submitted to."""
    return [
        Part(
            "judged",
            _("You are on the jury"),
            _("Nobody has asked you to be on a jury yet."),
            own.judged_by(viewer),
            partial(own.tell_judged, viewer=viewer),
        ),
        Part(
            "organised",
            _("You organise"),
            _("You have not called for works yet."),
            own.organised_by(viewer),
            own.tell_organised,
        ),
        Part(
            "submitted",
            _("You submitted"),
            _("You have not submitted to an exhibition yet."),
            own.submitted_by(viewer),
            partial(own.tell_submitted, viewer=viewer),
        ),
    ]


@require_safe
@never_cache
@login_required
def yours(request: HttpRequest) -> HttpResponse:
    """`/exhibitions/yours`: some of each, or with `?show=organised|judged|submitted` all of one, some at a time. Seven
    queries."""
    viewer = person(request)
    parts = {part.name: part for part in parts_of(viewer)}
    shown = parts.get(request.GET.get("show", ""))
    if shown is None:
        context: dict[str, Any] = {"sections": [section(request, part) for part in parts.values()]}
    else:
        sheet = sheet_of(request, shown.exhibitions, {"show": shown.name})
        whole = {
            "name": shown.name,
            "heading": shown.heading,
            "nothing": shown.nothing,
            "lines": shown.tell(sheet.rows),
        }
        context = {"sections": [whole], "sheet": sheet}
    return render(request, "portfolio/organising/yours.html", context | {"place": "exhibitions"})


def section(request: HttpRequest, part: Part) -> dict[str, Any]:
    """The first of a part for a template, and the way to all of it where there are more. Two or three queries."""
    rows = list(part.exhibitions[: SHOWN + 1])
    more = address(request.path, {"show": part.name}) if len(rows) > SHOWN else ""
    lines = part.tell(rows[:SHOWN])
    return {"name": part.name, "heading": part.heading, "nothing": part.nothing, "lines": lines, "more": more}
