"""Lists in pages: by number with a count, or by cursor at the same cost however deep."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import OrderBy
from django.utils.translation import gettext as _
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param
from rest_framework.views import APIView

from config.api.keyset import Position, beyond, decode, ordering_path, reversed_order


def invalid(name: str, detail: str) -> ValidationError:
    return ValidationError({name: [ErrorDetail(detail, "invalid")]})


def positive(text: str) -> int | None:
    """A positive whole number written in digits, or None."""
    return int(text[:9]) or None if text.isascii() and text.isdigit() else None


class PageOrCursorPagination(PageNumberPagination):
    """`page` and `page_size` give `{count, next, previous, results}`; `cursor` (empty to begin) `{next, previous, results}`."""

    page_size = 24
    max_page_size = 100
    page_size_query_param = "page_size"
    cursor_query_param = "cursor"

    def paginate_queryset(self, queryset: Any, request: Request, view: APIView | None = None) -> list | None:
        self.walk: CursorWalk | None = None
        size = self.get_page_size(request)
        if self.cursor_query_param in request.query_params and is_walkable(queryset):
            self.walk = CursorWalk(queryset, request.query_params[self.cursor_query_param], size)
            self.request = request
            return self.walk.rows
        if positive(request.query_params.get(self.page_query_param) or "1") is None:
            raise invalid("page", _("A page is a positive whole number."))
        return super().paginate_queryset(queryset, request, view)

    def get_page_size(self, request: Request) -> int:
        """The size asked for, cut to the largest; a size that is not a positive number is a 400."""
        wanted = request.query_params.get(self.page_size_query_param)
        if not wanted:
            return self.page_size
        size = positive(wanted)
        if size is None:
            raise invalid("page_size", _("A page size is a positive whole number."))
        return min(size, self.max_page_size)

    def link_to(self, position: Position | None) -> str | None:
        if position is None:
            return None
        assert self.request is not None  # noqa: S101 - set before a page is told
        url = remove_query_param(self.request.build_absolute_uri(), self.page_query_param)
        return replace_query_param(url, self.cursor_query_param, position.encode())

    def get_paginated_response(self, data: Sequence[Any]) -> Response:
        if self.walk:
            links = {"next": self.link_to(self.walk.behind), "previous": self.link_to(self.walk.before)}
            return Response({**links, "results": data})
        links = {"next": self.get_next_link(), "previous": self.get_previous_link()}
        assert self.page is not None  # noqa: S101 - likewise
        return Response({"count": self.page.paginator.count, **links, "results": data})

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        cursor = {
            "name": self.cursor_query_param,
            "required": False,
            "in": "query",
            "description": "Walk by position instead of by number: empty to begin, then as `next` says. `count` is left out.",
            "schema": {"type": "string"},
        }
        return [*super().get_schema_operation_parameters(view), cursor]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        described: dict[str, Any] = super().get_paginated_response_schema(schema)
        described["required"] = ["next", "previous", "results"]
        return described


def is_walkable(queryset: Any) -> bool:
    """Whether this list has the total order by a column and the id that `NamedOrdering` gives."""
    if not isinstance(queryset, QuerySet):
        return False
    order = queryset.query.order_by
    return len(order) == 2 and all(isinstance(each, OrderBy) for each in order)


class CursorWalk:
    """One page of a list by cursor: `rows`, and the positions `before` and `behind` them where the list goes on.

    One query, one row more than the page, whatever its depth. Raises ValidationError for a cursor of another list.
    """

    def __init__(self, queryset: QuerySet, cursor: str, size: int) -> None:
        self.path = ordering_path(queryset)
        try:
            position = decode(cursor, self.path) if cursor else None
        except ValueError:
            raise invalid("cursor", _("This is not a cursor of this list.")) from None
        backwards = position is not None and position.backwards
        here = queryset if position is None else beyond(queryset, position)
        rows = list((reversed_order(here) if backwards else here)[: size + 1])
        more = len(rows) > size
        rows = rows[:size]
        self.rows = rows[::-1] if backwards else rows
        self.behind = self.place(-1, backwards=False) if self.rows and (more or backwards) else None
        self.before = self.place(0, backwards=True) if self.rows and (more if backwards else position) else None

    def place(self, index: int, *, backwards: bool) -> Position:
        row = self.rows[index]
        return Position(self.path, value_at(row, self.path), value_at(row, "pk"), backwards)


def value_at(row: Any, path: str) -> Any:
    """A column of a model instance, or of a row of `values()`."""
    if isinstance(row, dict):
        return row[path]
    for name in path.split("__"):
        row = getattr(row, name)
    return row
