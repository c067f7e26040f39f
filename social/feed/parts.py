"""Queries of many parts that an index answers each, such as the last likes of each of forty people.

Compiled once: building forty querysets takes longer than both databases take to answer them.
"""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet, UUIDField

from accounts.prepared import Prepared, Slot

Part = Callable[[Any], QuerySet[Any, Any]]


class Parts:
    """`Parts(part, key=Model, number=n).of(keys)`: the rows of `part(key)` for each of at most n keys, and of the parts `beside`
    them, in one query."""

    def __init__(
        self,
        part: Part,
        *,
        key: type[Model],
        number: int,
        beside: Callable[[], list[QuerySet[Any, Any]]] = list,
    ) -> None:
        self.part, self.beside, self.key, self.number = part, beside, key, number
        self.prepared = Prepared(self.build, self.slots)

    def of(self, keys: Sequence[Any]) -> list[tuple]:
        """In order, a row of two parts as often as it is there. Raises IndexError where there are more keys than places."""
        places: list[Any] = [self.key_of(0)] * self.number
        for place, key in enumerate(keys):
            places[place] = key
        return sorted(self.prepared.rows(**{f"key{place}": key for place, key in enumerate(places)}))

    def key_of(self, number: int) -> Any:
        """A key that nothing has, 0 where a place stays empty."""
        return UUID(int=number) if isinstance(self.key._meta.pk, UUIDField) else -number

    def build(self, **keys: Any) -> QuerySet[Any, Any]:
        first, *rest = [*(self.part(key) for key in keys.values()), *self.beside()]
        return first.union(*rest, all=True)

    def slots(self) -> dict[str, Slot]:
        """Each stand-in occurs nowhere else."""
        return {f"key{place}": Slot(self.key._meta.pk, self.key_of(1_000_003 + place)) for place in range(self.number)}
