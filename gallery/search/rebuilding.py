"""Bringing the whole index into agreement with what there is, while the site runs."""

import math
from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from gallery.models import SearchEntry
from gallery.search.index import reindex
from gallery.search.kinds import KINDS, Kind

BATCH = 200


def batches() -> int:
    """How many batches `rebuild` goes through, where nothing is lost."""
    return sum(math.ceil(kind.things.count() / BATCH) for kind in KINDS.values())


def rebuild() -> Iterator[int]:
    """Goes through all things in batches, and tells of each how many entries were wrong.

    What is right already is only read: it may be stopped at any moment and run again. A batch is one transaction, which locks
    its things; what is changed meanwhile waits for it, or it for that.
    """
    for kind in KINDS.values():
        last = UUID(int=0)
        while batch := list(kind.things.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
            yield renew(kind, batch)
            last = batch[-1]
        while lost := lost_entries(kind):
            yield renew(kind, lost)


def index_missing(most: int) -> int:
    """Writes entries for what has none, as nothing has before its first index; at most so many of a kind. Returns how many."""
    written = 0
    for kind in KINDS.values():
        found = SearchEntry.objects.filter(object_id=OuterRef("pk"), kind=kind.name)
        missing = list(kind.things.filter(~Exists(found)).order_by("-pk").values_list("pk", flat=True)[:most])
        written += sum(renew(kind, missing[start : start + BATCH]) for start in range(0, len(missing), BATCH))
    return written


def lost_entries(kind: Kind) -> list[UUID]:
    """Of which things that are gone there are entries: a batch of their ids."""
    there = Exists(kind.things.filter(pk=OuterRef("object_id")))
    return list(SearchEntry.objects.filter(~there, kind=kind.name).values_list("object_id", flat=True)[:BATCH])


@transaction.atomic
def renew(kind: Kind, ids: list[UUID]) -> int:
    list(kind.things.filter(pk__in=ids).select_for_update().order_by("pk").values_list("pk", flat=True))
    return reindex(kind.name, ids)
