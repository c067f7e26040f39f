"""What follows from which pictures there are, who may see them and which albums hold them, and has to stay true: whether a
public album holds a picture, on how many public pictures a tag stands, how many pictures an album has, what its cover
is, and what search finds of both.

Every action that changes visibility, tags, albums or existence of pictures does so within `followed`.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest

from accounts.models import Visibility
from gallery.actions import publishing
from gallery.models import Album, AlbumImage, Image, ImageTag, Tag
from gallery.querysets.withheld import stands
from gallery.search.index import reindex, reopen

BATCH = 500
Id = TypeVar("Id", UUID, int)


@contextmanager
def followed(images: Collection[UUID], *, albums: Collection[UUID] = (), withholding: bool = False) -> Iterator[None]:
    """Within it these pictures, and the albums that hold them or are named, are locked and may be changed in any way; behind
    it all that follows is right. One transaction. `withholding` says that nothing is changed but whether they are withheld.

    Albums are locked before pictures, each in the order of their ids: two changes at once, one of an album's privacy and one
    of what it holds, could each be right alone and leave a private picture open.
    """
    with transaction.atomic():
        ids = sorted(images)
        lock(Album.objects.filter(pk__in=some) for some in in_batches({*albums, *holding(ids)}))
        lock(Image.objects.filter(pk__in=some) for some in in_batches(ids))
        tags, touched = public_tags(ids), {*albums, *holding(ids)}
        public = publishing.public_among(in_batches(ids))
        yield
        renew_openness(ids)
        renew_albums(touched | holding(ids))
        recount_tags(public_tags(ids), before=tags)
        publishing.follow(before=public, now=publishing.public_among(in_batches(ids)))
        index = reopen if withholding else reindex
        index("image", ids)
        index("album", albums)


def lock(batches: Iterable[QuerySet]) -> None:
    """Locks rows until the transaction ends."""
    for rows in batches:
        list(rows.select_for_update().order_by("pk").values_list("pk", flat=True))


def in_batches(ids: Collection[Id]) -> Iterator[list[Id]]:
    """So many at a time as a statement takes, in order."""
    ordered = sorted(ids)
    return (ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH))


def holding(images: Collection[UUID]) -> set[UUID]:
    """The albums that hold any of these pictures."""
    held: set[UUID] = set()
    for some in in_batches(images):
        held.update(AlbumImage.objects.filter(image__in=some).values_list("album", flat=True))
    return held


def public_tags(images: Collection[UUID]) -> Counter[int]:
    """On how many of these pictures that anyone may see each tag stands."""
    found: Counter[int] = Counter()
    for some in in_batches(images):
        tagged = ImageTag.objects.filter(image__in=some, image__is_public=True).order_by().values_list("tag")
        found.update(dict(tagged.annotate(seen=Count("pk"))))
    return found


def renew_openness(images: Collection[UUID]) -> None:
    """Says of each picture whether anyone may see it: it is public itself, or a public album holds it; and neither is it hidden
    by a moderator, nor is its owner shut out, nor that album's."""
    held = Exists(AlbumImage.objects.filter(image=OuterRef("pk"), album__in=Album.objects.public()))
    is_open = (Q(held=True) | Q(visibility=Visibility.PUBLIC)) & Q(is_hidden=False) & stands()
    for some in in_batches(images):
        there = Image.objects.filter(pk__in=some).annotate(held=held)
        there.filter(is_open, is_public=False).update(is_public=True)
        there.filter(~is_open, is_public=True).update(is_public=False)


def renew_albums(albums: Collection[UUID]) -> None:
    """Counts the pictures of albums that are not withheld, and takes away a cover that is no longer among all of them."""
    inside = AlbumImage.objects.filter(album=OuterRef("pk"))
    counted = Subquery(
        inside.visible_to(AnonymousUser()).order_by().values("album").annotate(number=Count("pk")).values("number")
    )
    for some in in_batches(albums):
        Album.objects.filter(pk__in=some).update(image_count=Coalesce(counted, 0))
        covered = Album.objects.filter(pk__in=some, cover_image__isnull=False)
        covered.exclude(Exists(inside.filter(image=OuterRef("cover_image")))).update(cover_image=None)


def recount_tags(now: Counter[int], *, before: Counter[int], columns: Collection[str] = ("public_count",)) -> None:
    """Moves the counts of tags, or these columns of them, from what they were. Locked in the order of their ids first, so that no
    two transactions wait in a circle; then in one statement for all that move alike, however many they are. A count stops at 0,
    as all do (`accounts.actions.count`)."""
    moved: dict[int, list[int]] = defaultdict(list)
    for tag_id in now | before:
        if change := now[tag_id] - before[tag_id]:
            moved[change].append(tag_id)
    for some in in_batches([tag_id for ids in moved.values() for tag_id in ids]):
        locked = Tag.objects.select_for_update(no_key=True).filter(pk__in=some).order_by("pk")
        list(locked.values_list("pk", flat=True))
    for change, ids in moved.items():
        for some in in_batches(ids):
            moved_on = {name: Greatest(F(name) + change, Value(0)) for name in columns}
            Tag.objects.filter(pk__in=some).update(**moved_on)
