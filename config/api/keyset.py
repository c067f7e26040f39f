"""Walking a list by position instead of by number: the same cost on every page, however deep.

A position is the ordering value and the id of a row. Where the column is never empty the condition is a row comparison,
`(created_at, id) < (x, y)`, which PostgreSQL answers from one index; written with OR it would scan.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db.models import BooleanField, F, Func, Q, QuerySet, Value
from django.db.models.expressions import OrderBy
from django.db.models.lookups import GreaterThan, LessThan

SIGNER = Signer(salt="atelier.cursor")


@dataclass(frozen=True)
class Position:
    """A place in the list ordered by `path`: behind the row of this value and id, or before it where `backwards`."""

    path: str
    value: Any
    identifier: Any
    backwards: bool = False

    def encode(self) -> str:
        """The cursor that stands for this place. Signed, so that what comes back is a place that a list once had."""
        plain = self.value if isinstance(self.value, int | float | None) else str_of(self.value)
        signed: str = SIGNER.sign_object([self.path, plain, str(self.identifier), self.backwards])
        return signed


def str_of(value: Any) -> str:
    # Microseconds matter: two rows of one millisecond must not share a place.
    return value.isoformat() if isinstance(value, date) else str(value)


def decode(cursor: str, path: str) -> Position:
    """The position a cursor stands for in a list ordered by `path`. Raises ValueError for any other text."""
    try:
        position = Position(*SIGNER.unsign_object(cursor))
    except (BadSignature, TypeError, UnicodeError) as error:
        raise ValueError("not a cursor") from error
    if position.path != path:
        raise ValueError("a cursor of another order")
    return position


def ordering_path(queryset: QuerySet) -> str:
    """The column that a list is ordered by."""
    expression = ordering_of(queryset)[0].expression
    assert isinstance(expression, F)  # noqa: S101 - likewise
    return str(expression.name)  # type: ignore[attr-defined]


def ordering_of(queryset: QuerySet) -> tuple[OrderBy, OrderBy]:
    by_value, by_id = queryset.query.order_by
    assert isinstance(by_value, OrderBy)  # noqa: S101 - what NamedOrdering gives
    assert isinstance(by_id, OrderBy)  # noqa: S101
    return by_value, by_id


class Row(Func):
    """A row value `(a, b)`, for comparison with another."""

    template = "(%(expressions)s)"
    output_field = BooleanField()


def beyond(queryset: QuerySet, position: Position) -> QuerySet:
    """The rows behind (or before) a position, in the list's own order."""
    by_value, _ = ordering_of(queryset)
    path, key = position.path, queryset.model._meta.pk
    ascending = by_value.descending == position.backwards
    if not by_value.nulls_last:
        field = queryset.query.resolve_ref(path).output_field
        here = Row(Value(field.to_python(position.value), field), Value(key.to_python(position.identifier), key))
        compare = GreaterThan if ascending else LessThan
        # The first half again: where value and id come of two tables, no index answers for the pair.
        bound = Q(**{f"{path}__{'gte' if ascending else 'lte'}": field.to_python(position.value)})
        return queryset.filter(bound, compare(Row(F(path), F("pk")), here))
    return queryset.filter(beyond_with_nulls_last(position, "gt" if ascending else "lt"))


def beyond_with_nulls_last(position: Position, farther: str) -> Q:
    """The same where empty values stand at the end of the list, whichever way it is ordered."""
    path, value = position.path, position.value
    next_by_id = Q(**{f"pk__{farther}": position.identifier})
    if value is None:
        among_empty = Q(**{f"{path}__isnull": True}) & next_by_id
        return among_empty | Q(**{f"{path}__isnull": False}) if position.backwards else among_empty
    among_filled = Q(**{f"{path}__{farther}": value}) | (Q(**{path: value}) & next_by_id)
    return among_filled if position.backwards else among_filled | Q(**{f"{path}__isnull": True})


def reversed_order(queryset: QuerySet) -> QuerySet:
    """The same list from its other end; empty values, last in the list, then come first."""
    by_value, by_id = ordering_of(queryset)
    nulls_first = True if by_value.nulls_last else None
    return queryset.order_by(
        OrderBy(by_value.expression, descending=not by_value.descending, nulls_first=nulls_first),
        OrderBy(by_id.expression, descending=not by_id.descending),
    )
