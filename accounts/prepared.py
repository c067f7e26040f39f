"""Queries compiled once and run often.

Building and compiling a queryset costs ten times what SQLite takes to answer it. Where one is asked for at every request
(the session, the right to a rendition), it is compiled once, with stand-ins for its values, and run with the true ones after.
The querysets stay what they are: `visible_to` and the rest say who may see what, here as everywhere.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Field, QuerySet
from django.db.models.expressions import RawSQL

Converters = dict[int, tuple[list[Callable[..., Any]], Any]]


@dataclass(frozen=True)
class Slot:
    """A value that changes from run to run: the field it is compared with, and a stand-in that occurs nowhere else."""

    field: Field
    stand_in: Any


@dataclass(frozen=True)
class Statement:
    """SQL whose parameters are fixed values or the names of slots."""

    sql: str
    parameters: Sequence[tuple[str | None, Any]]
    converters: Converters
    compiler: Any


class Prepared:
    """`Prepared(build, slots).rows(name=value, …)`: the rows of the `values_list` queryset that `build` makes of stand-ins."""

    def __init__(self, build: Callable[..., QuerySet], slots: Callable[[], dict[str, Slot]]) -> None:
        self.build, self.slots_of = build, slots
        self.statements: dict[str, Statement] = {}

    def rows(self, **values: Any) -> list[tuple]:
        """Runs it. One query; raises KeyError where a slot's value is missing."""
        statement, rows = self.run(values)
        if statement.converters:
            rows = statement.compiler.apply_converters(rows, statement.converters)
        return [tuple(row) for row in rows]

    def raw_rows(self, **values: Any) -> list[tuple]:
        """The same as the database tells it: ids as text where it has no type of their own. Saves half the time of long lists."""
        return self.run(values)[1]

    def run(self, values: dict[str, Any]) -> tuple[Statement, list[tuple]]:
        connection = connections[DEFAULT_DB_ALIAS]
        statement, parameters = self.bound(values, connection)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, parameters)
            return statement, cursor.fetchall()

    def bound(self, values: dict[str, Any], connection: Any) -> tuple[Statement, list[Any]]:
        """The statement, and its parameters with these values in their slots."""
        statement = self.statements.get(connection.vendor) or self.compile(connection)
        prepared = {name: slot.field.get_db_prep_value(values[name], connection) for name, slot in self.slots.items()}
        return statement, [prepared[name] if name else value for name, value in statement.parameters]

    def compile(self, connection: Any) -> Statement:
        """Compiles the queryset and finds where the stand-ins went. Raises ValueError where one did not come out."""
        self.slots = self.slots_of()
        queryset = self.build(**{name: slot.stand_in for name, slot in self.slots.items()})
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        stand_ins = {name: slot.field.get_db_prep_value(slot.stand_in, connection) for name, slot in self.slots.items()}
        names = {(type(value), value): name for name, value in stand_ins.items()}
        named = [
            (names.get((type(value), value)) if isinstance(value, Hashable) else None, value) for value in parameters
        ]
        if missing := set(stand_ins) - {name for name, _ in named}:
            raise ValueError(f"no place for {', '.join(sorted(missing))} in {sql}")
        converters = compiler.get_converters([column[0] for column in compiler.select])
        statement = Statement(sql, named, converters, compiler)
        self.statements[connection.vendor] = statement
        return statement


class PreparedSubquery(RawSQL):
    """A prepared query of one column within another query, as in `filter(pk__in=PreparedSubquery(query, name=value, …))`."""

    def __init__(self, query: Prepared, **values: Any) -> None:
        super().__init__("", ())
        self.query, self.values = query, values

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        statement, parameters = self.query.bound(self.values, connection)
        return f"({statement.sql})", tuple(parameters)
