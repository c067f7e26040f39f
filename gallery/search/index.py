"""Keeping the index: what is found says what its thing says, from the same transaction on."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Concat, Replace

from accounts.models import Artist, User
from gallery.models import SearchEntry
from gallery.search.describing.entry import Described, artist_words
from gallery.search.folding import fold
from gallery.search.kinds import kinds
from gallery.search.marks import OPEN

BATCH = 500
SLOTS = 1024
"""How many things may come in one microsecond."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FACTS = [field.attname for field in SearchEntry._meta.concrete_fields if not field.primary_key]


def reindex_images(ids: Collection[UUID]) -> int:
    """Writes anew what the index says of these pictures, those that are gone among them; returns how many entries changed.

    To be called in the transaction that changes them, which has locked them. Five queries for each 500, three where nothing
    changed.
    """
    return reindex("image", ids)


def reindex_albums(ids: Collection[UUID]) -> int:
    """The same of albums."""
    return reindex("album", ids)


def reindex_artist(user: Any) -> None:
    """Writes anew what the index says of a person, and has their works found by the place where they are now.

    To be called in the transaction that changes them. Whoever makes a work has locked its owner: none comes in between.
    """
    User.objects.select_for_update(no_key=True).filter(pk=user.pk).values_list("pk").first()
    reindex("artist", [user.pk])
    place = fold(Artist.objects.values_list("location", flat=True).get(pk=user.pk))
    SearchEntry.objects.filter(owner=user.pk, kind="artwork").exclude(location=place).update(location=place)


def reindex(kind: str, ids: Collection[UUID]) -> int:
    """The same of any kind. Raises KeyError for one that there is not."""
    ordered = sorted(ids)
    return sum(renew(kind, ordered[start : start + BATCH]) for start in range(0, len(ordered), BATCH))


def reopen(kind: str, ids: Collection[UUID]) -> int:
    """Writes anew of things of any kind whether anyone may find them, and nothing else; returns how many entries changed. Where
    that alone may have changed, it takes a quarter of the time of `reindex`.

    To be called in the transaction that changes them, which has locked them. Two queries for each 500.
    """
    ordered = sorted(ids)
    return sum(reopen_some(kind, ordered[start : start + BATCH]) for start in range(0, len(ordered), BATCH))


def reopen_some(kind: str, ids: Collection[UUID]) -> int:
    entries = SearchEntry.objects.filter(kind=kind, object_id__in=ids)
    is_open = Exists(kinds()[kind].visible_to(AnonymousUser()).filter(pk=OuterRef("object_id")).order_by())
    mark = f" {OPEN}"
    opened = entries.filter(is_open).exclude(marks__contains=mark).update(marks=Concat("marks", Value(mark)))
    closed = entries.filter(~is_open, marks__contains=mark)
    return opened + closed.update(marks=Replace("marks", Value(mark), Value("")))


def renew(kind: str, ids: Collection[UUID]) -> int:
    described = kinds()[kind].describe(ids)
    stored = {each.object_id: each for each in SearchEntry.objects.filter(kind=kind, object_id__in=ids)}
    stale = [each for each in stored.values() if outdated(each, described)]
    if stale:
        SearchEntry.objects.filter(pk__in=[each.pk for each in stale]).delete()
    rewritten = [described[each.object_id][1] for each in stale if each.object_id in described]
    for each in rewritten:
        each.pk = stored[each.object_id].pk
    SearchEntry.objects.bulk_create(rewritten)
    new = {object_id: about for object_id, about in described.items() if object_id not in stored}
    add(kind, new)
    return len(stale) + len(new)


def outdated(entry: SearchEntry, described: Described) -> bool:
    """Whether an entry says anything else than its thing does, which may be gone."""
    if entry.object_id not in described:
        return True
    fresh = described[entry.object_id][1]
    return any(getattr(entry, name) != getattr(fresh, name) for name in _FACTS)


def add(kind: str, new: Described) -> None:
    """Writes entries that there are none of yet. Their id is the microsecond in which their things came, and a slot in it: one
    that is taken is passed over, whoever took it."""
    attempt = 0
    while new:
        for object_id, (came_at, entry) in new.items():
            entry.pk = place_of(came_at, object_id.int + attempt)
        SearchEntry.objects.bulk_create([entry for _, entry in new.values()], ignore_conflicts=True)
        written = SearchEntry.objects.filter(kind=kind, object_id__in=list(new)).values_list("object_id", flat=True)
        new = {object_id: new[object_id] for object_id in new.keys() - set(written)}
        attempt += 1


def place_of(came_at: datetime, slot: int) -> int:
    """Where something is in the order of search, which fits into 63 bits until the year 2255."""
    return (came_at - _EPOCH) // timedelta(microseconds=1) * SLOTS + slot % SLOTS


def rename_artist(user: Any) -> None:
    """Has all that is a person's found by the name they have now."""
    name = artist_words(*Artist.objects.values_list("artist_name", "user__username").get(pk=user.pk))
    SearchEntry.objects.filter(owner=user.pk).exclude(artist=name).update(artist=name)
