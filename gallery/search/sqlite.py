"""Words on SQLite: one expression of FTS5 (https://sqlite.org/fts5.html#full_text_query_syntax) for a whole tree of them."""

from typing import Any

from django.db.models import BooleanField, F, Func, Q, QuerySet

from gallery.models import SearchEntry
from gallery.search.folding import BAR
from gallery.search.marks import of_term
from gallery.search.tree import EVERYTHING, All, Either, Node, Not, Text

COLUMNS = {"tag": "tags"}
_EVERY = f'"{BAR}"'
"""Every entry has a bar among its tags: what is left when something is left out."""


class Found(Func):
    """That the index of words finds an entry: `Found(expression)`."""

    output_field = BooleanField()

    def __init__(self, expression: str) -> None:
        super().__init__(F("pk"))
        self.expression = expression

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple[Any, ...]]:  # type: ignore[override]
        column, parameters = compiler.compile(self.source_expressions[0])
        sql = f"{column} IN (SELECT rowid FROM gallery_searchtext WHERE gallery_searchtext MATCH %s)"  # noqa: S608
        return sql, (*parameters, self.expression)


def condition(node: Node) -> Q:
    return Q(Found(expression(node)))


def walk(node: Node) -> QuerySet[SearchEntry]:
    """By a join in which the index of words leads, in its own order: with `IN` it would collect all that it finds first."""
    if node == EVERYTHING:
        return SearchEntry.objects.order_by("-pk")
    joined = "gallery_searchtext.rowid = gallery_searchentry.id AND gallery_searchtext MATCH %s"
    return SearchEntry.objects.extra(  # noqa: S610 - the text of the query is a parameter
        tables=["gallery_searchtext"],
        where=[joined],
        params=[expression(node)],
        order_by=["-gallery_searchtext.rowid"],
    )


def expression(node: Node) -> str:
    """A tree of words as FTS5 reads it. Words hold letters and digits alone, so that nothing in quotes ends them."""
    if isinstance(node, Text):
        column = f"{COLUMNS.get(node.field, node.field)} : " if node.field else ""
        return f'{column}"{" ".join(node.words)}"{" *" if node.prefix else ""}'
    if isinstance(node, Not):
        return f"({_EVERY} NOT {expression(node.part)})"
    if isinstance(node, Either):
        return f"({' OR '.join(map(expression, node.parts))})"
    if isinstance(node, All):
        return every(node)
    return any_of(of_term(node))


def any_of(marks: tuple[str, ...]) -> str:
    return "({})".format(" OR ".join(f'"{mark}"' for mark in marks))


def every(node: All) -> str:
    """What is asked for, without what is left out."""
    positive = [expression(part) for part in node.parts if not isinstance(part, Not)] or [_EVERY]
    negative = [expression(part.part) for part in node.parts if isinstance(part, Not)]
    found = f"({' AND '.join(positive)})"
    return f"({found} NOT ({' OR '.join(negative)}))" if negative else found
