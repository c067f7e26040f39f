"""Which tags there are to be told of."""

from typing import Any, Self

from django.db import connections, models
from django.db.models import CharField, F, Lookup
from django.db.models.functions import Collate


class Begins(Lookup):
    """That a name begins with a text, whose `%` and `_` are plain letters, so that an index on the name answers it.

    On SQLite as a range, since its LIKE reads no index of names that tell cases apart; on PostgreSQL, whose order of names
    is a language's, by LIKE and the index of patterns that Django makes beside a unique one.
    """

    lookup_name = "begins"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        last = chr(0x10FFFF) * 50  # no name of 50 characters lies behind it
        return f"{column} BETWEEN %s AND %s", (*parameters, self.rhs, self.rhs + last)

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} LIKE %s", (*parameters, f"{connection.ops.prep_for_like_query(self.rhs)}%")


CharField.register_lookup(Begins)


class TagQuerySet(models.QuerySet):
    def in_public_use(self) -> Self:
        """Those on a picture or work that anyone may see."""
        return self.filter(public_count__gt=0)

    def beginning(self, prefix: str) -> Self:
        """Those whose name begins with a folded text; all for an empty one."""
        return self.filter(name__begins=prefix) if prefix else self

    def by_use(self) -> Self:
        """The most used by the public first, then by name."""
        return self.order_by("-public_count", self.plain_name())

    def by_name(self) -> Self:
        """By the name's code points, on either database."""
        return self.order_by(self.plain_name())

    def plain_name(self) -> Any:
        """SQLite compares code points anyway; PostgreSQL, where it is not told otherwise, letters of a language."""
        return Collate(F("name"), "C") if connections[self.db].vendor == "postgresql" else F("name")
