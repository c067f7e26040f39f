"""`ordering=-date`: a view names its orders in `orderings = {"date": "created_at"}` and its own in `ordering_default`."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy
from django.utils.translation import gettext as _
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from rest_framework.views import APIView


def is_nullable(queryset: QuerySet, path: str) -> bool:
    """Whether a column, or anything on the way to it, may be empty. What is not a column (an annotation) may."""
    options = queryset.model._meta
    for name in path.split("__"):
        try:
            field = options.get_field(name)
        except FieldDoesNotExist:
            return True
        if getattr(field, "null", True):
            return True
        if field.related_model:
            options = field.related_model._meta
    return False


def order_by(queryset: QuerySet, path: str, *, descending: bool) -> QuerySet:
    """Ordered by a column and then by id in the same direction, so that the order is total; empty values last both ways."""
    nulls_last = True if is_nullable(queryset, path) else None
    return queryset.order_by(
        OrderBy(F(path), descending=descending, nulls_last=nulls_last),
        OrderBy(F("pk"), descending=descending),
    )


class NamedOrdering(BaseFilterBackend):
    """Orders a list by the names its view offers; an unknown name is a 400 that lists them."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: APIView) -> QuerySet:
        orderings: dict[str, str] = getattr(view, "orderings", {})
        if not orderings:
            return queryset
        default: str = getattr(view, "ordering_default", next(iter(orderings)))
        wanted = request.query_params.get("ordering") or default
        name = wanted.removeprefix("-")
        if name not in orderings:
            detail = _("Order by one of: %(names)s.") % {"names": ", ".join(orderings)}
            raise ValidationError({"ordering": [ErrorDetail(detail, "invalid_choice")]})
        return order_by(queryset, orderings[name], descending=wanted.startswith("-"))

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        orderings: dict[str, str] = getattr(view, "orderings", {})
        if not orderings:
            return []
        choices = [sign + name for name in orderings for sign in ("", "-")]
        return [
            {
                "name": "ordering",
                "required": False,
                "in": "query",
                "description": "`-` for descending; what has no value sorts last both ways.",
                "schema": {"type": "string", "enum": choices},
            }
        ]
