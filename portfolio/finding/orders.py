"""The orders in which lists of works are shown, under the API's names."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gallery.models import Artwork

DEFAULT = "-date"


@dataclass(frozen=True)
class Order:
    """An order, and the column that it goes by."""

    name: Promise
    column: str
    descending: bool


ORDERS: dict[str, Order] = {
    DEFAULT: Order(_("Newest first"), "sort_date", descending=True),
    "-popularity": Order(_("Most popular"), "popularity", descending=True),
    "price": Order(_("Price, low to high"), "price", descending=False),
    "-price": Order(_("Price, high to low"), "price", descending=True),
}


@dataclass(frozen=True)
class Way:
    """An order as a link to the list in it."""

    name: Promise
    href: str
    is_chosen: bool


def in_order(works: QuerySet[Artwork], order: str) -> QuerySet[Any, Any]:
    """The ids of the works, in one of `ORDERS`; what has no price is last in either order by price."""
    wanted = ORDERS[order]
    nulls_last = True if wanted.column == "price" else None
    column = OrderBy(F(wanted.column), descending=wanted.descending, nulls_last=nulls_last)
    return works.order_by(column, OrderBy(F("pk"), descending=wanted.descending)).values_list("pk", flat=True)
