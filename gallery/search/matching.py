"""A tree of a query as a condition on the entries of the index, which both databases answer alike."""

from types import ModuleType
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from gallery.models import SearchEntry
from gallery.search import postgresql, sqlite
from gallery.search.marks import of_kind
from gallery.search.tree import Marked, Node, all_of


def vendor() -> ModuleType:
    """What speaks to the database in use."""
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]


def walk(tree: Node) -> QuerySet[SearchEntry]:
    """The entries that a tree describes, from the newest on: slices are found by walking that way, whatever the rest is."""
    found: QuerySet[SearchEntry] = vendor().walk(tree)
    return found


def ids_of(kind: str, tree: Node) -> QuerySet[Any, Any]:
    """The ids of the things of a kind that a tree describes, seen or not, as a subquery for a list with an order of its own.
    Collects all that is found."""
    described = vendor().condition(all_of([tree, Marked((of_kind(kind),))]))
    return SearchEntry.objects.filter(described).values("object_id")
