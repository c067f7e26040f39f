"""Pages of lists that are walked through by "Next" and never counted: whether more follows is seen by one row more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

ON_A_SHEET = 24
LAST = 200
"""Nobody walks further; what lies behind is found by asking more narrowly."""


@dataclass(frozen=True)
class Sheet:
    """A page of a list: its rows, and the addresses of the one before and the one after, empty where there is none.

    `is_last`: more follows that is not shown.
    """

    number: int
    rows: list[Any]
    previous: str
    next: str
    is_last: bool


def address(path: str, parameters: Mapping[str, str]) -> str:
    """A path with these parameters in their order, without empty ones."""
    told = {name: value for name, value in parameters.items() if value}
    return f"{path}?{urlencode(told)}" if told else path


def number_of(request: HttpRequest) -> int:
    """The page that the address asks for, from 1. Raises Http404 for what is no number of a page."""
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) <= len(str(LAST)) and 1 <= int(asked) <= LAST):
        raise Http404
    return int(asked)


def sheet_of(
    request: HttpRequest,
    rows: QuerySet[Any, Any] | Sequence[Any],
    parameters: Mapping[str, str],
    *,
    size: int | None = None,
) -> Sheet:
    """The page of these rows that the address asks for, `size` to a page, else `ON_A_SHEET`; `parameters` are kept on the way to
    others. One query. Raises Http404 where nothing is on it, unless it is the first."""
    number, size = number_of(request), size or ON_A_SHEET
    start = (number - 1) * size
    found = list(rows[start : start + size + 1])
    if number > 1 and not found:
        raise Http404
    more = len(found) > size
    return Sheet(
        number,
        found[:size],
        previous=address(request.path, {**parameters, "page": str(number - 1) if number > 2 else ""})
        if number > 1
        else "",
        next=address(request.path, {**parameters, "page": str(number + 1)}) if more and number < LAST else "",
        is_last=more and number == LAST,
    )
