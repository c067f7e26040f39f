"""The tree of categories in memory: some hundreds at most, read at once and then walked without the database."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

COLUMNS = ("pk", "name", "slug", "description", "parent_id", "status", "public_count")

Row = dict[str, Any]


class CategoryTree:
    """The categories of a queryset, which holds with each those above it: as rows of `COLUMNS`, beside each other by name.

    One query.
    """

    def __init__(self, categories: QuerySet[Any]) -> None:
        self.rows: dict[int, Row] = {row["pk"]: row for row in categories.values(*COLUMNS)}
        self.children: dict[int | None, list[Row]] = defaultdict(list)
        for row in sorted(self.rows.values(), key=by_name):
            self.children[row["parent_id"]].append(row)

    def find(self, key: str) -> Row | None:
        """The category of this id or slug; no slug is a number."""
        return next((row for row in self.rows.values() if key in {str(row["pk"]), row["slug"]}), None)

    def path(self, category_id: int) -> list[Row]:
        """What leads from the root to a category, and itself last."""
        row = self.rows[category_id]
        return [*(self.path(row["parent_id"]) if row["parent_id"] else []), row]

    def walk(self, above: int | None = None, depth: int = 0) -> Iterator[tuple[Row, int]]:
        """All that lies below a category, or below the root, in order: each with how deep, from 0."""
        for row in self.children[above]:
            yield row, depth
            yield from self.walk(row["pk"], depth + 1)

    def branch(self, category_id: int) -> list[int]:
        """The ids of a category and of all that lies below it."""
        return [category_id, *(row["pk"] for row, _depth in self.walk(category_id))]

    def height(self, category_id: int | None) -> int:
        """How many levels a category and what lies below it take; 1 for one that is new."""
        return 1 + max((depth + 1 for _row, depth in self.walk(category_id)), default=0) if category_id else 1

    @cached_property
    def totals(self) -> dict[int, int]:
        """How many public works are sorted under each category or under any below it."""
        totals = {pk: row["public_count"] for pk, row in self.rows.items()}
        for row, depth in reversed(list(self.walk())):
            if depth:
                totals[row["parent_id"]] += totals[row["pk"]]
        return totals


def by_name(row: Row) -> tuple[str, str]:
    return row["name"].casefold(), row["name"]
