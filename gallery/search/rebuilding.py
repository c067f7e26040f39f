"""Bringing the whole index into agreement with what there is, while the site runs."""

import math
from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from gallery.category_tree import CategoryTree
from gallery.models import Artwork, Category, SearchEntry
from gallery.search.index import reindex
from gallery.search.kinds import Kind, kinds

BATCH = 200


def batches() -> int:
    """How many batches `rebuild` goes through, where nothing is lost."""
    return sum(math.ceil(kind.things.count() / BATCH) for kind in kinds().values())


def rebuild() -> Iterator[int]:
    """Goes through all things in batches, and tells of each how many entries were wrong.

    What is right already is only read: it may be stopped at any moment and run again. A batch is one transaction, which locks
    its things; what is changed meanwhile waits for it, or it for that.
    """
    for kind in kinds().values():
        last = UUID(int=0)
        while batch := list(kind.things.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
            yield renew(kind, batch)
            last = batch[-1]
        while lost := lost_entries(kind):
            yield renew(kind, lost)


def index_missing(most: int) -> int:
    """Writes entries for what has none, as nothing has before its first index; at most so many of a kind. Returns how many."""
    written = 0
    for kind in kinds().values():
        found = SearchEntry.objects.filter(object_id=OuterRef("pk"), kind=kind.name)
        missing = list(kind.things.filter(~Exists(found)).order_by("-pk").values_list("pk", flat=True)[:most])
        written += sum(renew(kind, missing[start : start + BATCH]) for start in range(0, len(missing), BATCH))
    return written


def lost_entries(kind: Kind) -> list[UUID]:
    """Of which things that are gone there are entries: a batch of their ids."""
    there = Exists(kind.things.filter(pk=OuterRef("object_id")))
    return list(SearchEntry.objects.filter(~there, kind=kind.name).values_list("object_id", flat=True)[:BATCH])


def reindex_category(category_id: int) -> int:
    """Writes anew what the index says of the works in a category and in those below it, which is found by another name or in
    another place; returns how many entries changed. Batch by batch, as `rebuild`.

    Outside the transaction that changes the category (`gallery.tasks.index_category`): who changes a work locks it first and then
    its category.
    """
    branch = CategoryTree(Category.objects.all()).branch(category_id)
    works = Artwork.objects.filter(category__in=branch).order_by("pk")
    changed, last = 0, UUID(int=0)
    while batch := list(works.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        changed += renew(kinds()["artwork"], batch)
        last = batch[-1]
    return changed


@transaction.atomic
def renew(kind: Kind, ids: list[UUID]) -> int:
    list(kind.things.filter(pk__in=ids).select_for_update().order_by("pk").values_list("pk", flat=True))
    return reindex(kind.name, ids)
