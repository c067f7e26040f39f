"""How many works there are of each medium, colour and so on: counted over the newest thousand, in one reading of them."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery

from gallery.category_tree import CategoryTree
from gallery.imaging.palette import NAMES
from gallery.models import Artwork, SearchEntry
from gallery.search.facets import by_spelling
from gallery.search.marks import of_wanted

MOST = 1_000
MARKS = {of_wanted(name)[0]: name for name in NAMES}


class Facts(NamedTuple):
    """What is counted of a work; its `marks` in the index of search hold the colours of its main picture."""

    medium: str
    category_id: int | None
    price: Decimal | None
    currency: str
    availability_status: str
    marks: str | None


@dataclass(frozen=True)
class Count:
    """A number of works; where `is_least`, there may be more."""

    number: int
    is_least: bool


class Census:
    """The newest thousand of some works, counted. One query."""

    def __init__(self, works: QuerySet[Artwork]) -> None:
        entry = SearchEntry.objects.filter(kind="artwork", object_id=OuterRef("pk"))
        told = works.annotate(marks=Subquery(entry.values("marks")[:1])).order_by("-sort_date", "-pk")
        rows = [Facts(*row) for row in told.values_list(*Facts._fields)[: MOST + 1]]
        self.rows, self.is_cut = rows[:MOST], len(rows) > MOST

    def count(self, number: int) -> Count:
        return Count(number, self.is_cut)

    @property
    def all(self) -> Count:
        """How many there are altogether."""
        return self.count(len(self.rows))

    @cached_property
    def mediums(self) -> Counter[str]:
        """By medium, as most artists spell it."""
        return by_spelling(Counter(row.medium for row in self.rows))

    def categories(self, tree: CategoryTree) -> Counter[int]:
        """By category, those below it told with it."""
        found: Counter[int] = Counter()
        for category_id, number in Counter(row.category_id for row in self.rows).items():
            if category_id in tree.rows:
                found.update({above["pk"]: number for above in tree.path(category_id)})
        return found

    @cached_property
    def colors(self) -> Counter[str]:
        """By the names of colours."""
        return Counter(MARKS[mark] for row in self.rows for mark in (row.marks or "").split() if mark in MARKS)

    @cached_property
    def availabilities(self) -> Counter[str]:
        return Counter(row.availability_status for row in self.rows)

    @cached_property
    def currencies(self) -> Counter[str]:
        """By the currency of the price, where there is one."""
        return Counter(row.currency for row in self.rows if row.price is not None)

    def priced(self, currency: str, *, least: int, most: int | None) -> int:
        """How many cost this much, both ends told with it."""
        prices = [row.price for row in self.rows if row.currency == currency and row.price is not None]
        return sum(least <= price and (most is None or price <= most) for price in prices)
