"""Words on PostgreSQL: conditions on two columns of `tsvector`, each with an index of its own."""

from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import BooleanField, F, Func, Q, QuerySet

from gallery.models import SearchEntry
from gallery.search.marks import of_term
from gallery.search.tree import All, Either, Node, Not, Text

PLACES = {
    "": ("words", ""),
    "title": ("words", "A"),
    "tag": ("words", "B"),
    "description": ("words", "C"),
    "artist": ("facts", "A"),
    "camera": ("facts", "B"),
    "location": ("facts", "C"),
    "medium": ("facts", "D"),
}
"""The column and the weight that hold a field."""


class Found(Func):
    """That an entry's column answers a query of words: `Found("words", "'sea' & 'gull'")`."""

    output_field = BooleanField()

    def __init__(self, column: str, query: str) -> None:
        super().__init__(F("pk"))
        self.column, self.query = column, query

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple[Any, ...]]:  # type: ignore[override]
        # The model does not know these columns; they are beside the one that it does.
        alias = compiler.quote_name_unless_alias(self.source_expressions[0].alias)  # type: ignore[attr-defined]
        return f"{alias}.{self.column} @@ %s::tsquery", (self.query,)


def condition(node: Node) -> Q:
    if isinstance(node, Text):
        column, weight = PLACES[node.field]
        return Q(Found(column, phrase(node, weight)))
    if isinstance(node, Not):
        return ~condition(node.part)
    if isinstance(node, All | Either):
        return reduce(and_ if isinstance(node, All) else or_, map(condition, node.parts), Q())
    return Q(Found("facts", " | ".join(f"'{mark}':D" for mark in of_term(node))))


def walk(node: Node) -> QuerySet[SearchEntry]:
    """By the primary key from its end, or by the index of words and then sorted: as PostgreSQL reckons how many it finds."""
    return SearchEntry.objects.filter(condition(node)).order_by("-pk")


def phrase(text: Text, weight: str) -> str:
    """Words that stand beside each other, the last of them by its beginning. They hold letters and digits alone."""
    words = text.words
    last = len(words) - 1 if text.prefix else -1
    signs = [f":{'*' if index == last else ''}{weight}" for index in range(len(words))]
    return " <-> ".join(f"'{word}'{sign if sign != ':' else ''}" for word, sign in zip(words, signs, strict=True))
