"""What follows from which pictures there are, who may see them and which albums hold them, and has to stay true: whether a
public album holds a picture, on how many public pictures a tag stands, how many pictures an album has, and what its cover is.

Every action that changes visibility, tags, albums or existence of pictures does so within `followed`.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from gallery.models import Album, AlbumImage, Image, ImageTag, Privacy, Tag

BATCH = 500


@contextmanager
def followed(images: Collection[UUID], *, albums: Collection[UUID] = ()) -> Iterator[None]:
    """Within it these pictures, and the albums that hold them or are named, are locked and may be changed in any way; behind
    it all that follows is right. One transaction.

    Albums are locked before pictures, each in the order of their ids: two changes at once, one of an album's privacy and one
    of what it holds, could each be right alone and leave a private picture open.
    """
    with transaction.atomic():
        ids = sorted(images)
        lock(Album.objects.filter(pk__in=some) for some in in_batches({*albums, *holding(ids)}))
        lock(Image.objects.filter(pk__in=some) for some in in_batches(ids))
        tags, touched = public_tags(ids), {*albums, *holding(ids)}
        yield
        renew_openness(ids)
        renew_albums(touched | holding(ids))
        recount_tags(public_tags(ids), before=tags)


def lock(batches: Iterator[QuerySet]) -> None:
    """Locks rows until the transaction ends."""
    for rows in batches:
        list(rows.select_for_update().order_by("pk").values_list("pk", flat=True))


def in_batches(ids: Collection[UUID]) -> Iterator[list[UUID]]:
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
    """Says of each picture whether a public album holds it."""
    held = Exists(AlbumImage.objects.filter(image=OuterRef("pk"), album__privacy_setting=Privacy.PUBLIC))
    for some in in_batches(images):
        there = Image.objects.filter(pk__in=some).annotate(held=held)
        there.filter(held=True, in_public_album=False).update(in_public_album=True)
        there.filter(held=False, in_public_album=True).update(in_public_album=False)


def renew_albums(albums: Collection[UUID]) -> None:
    """Counts the pictures of albums, and takes away a cover that is no longer among them."""
    inside = AlbumImage.objects.filter(album=OuterRef("pk"))
    counted = Subquery(inside.order_by().values("album").annotate(number=Count("pk")).values("number"))
    for some in in_batches(albums):
        Album.objects.filter(pk__in=some).update(image_count=Coalesce(counted, 0))
        covered = Album.objects.filter(pk__in=some, cover_image__isnull=False)
        covered.exclude(Exists(inside.filter(image=OuterRef("cover_image")))).update(cover_image=None)


def recount_tags(now: Counter[int], *, before: Counter[int]) -> None:
    """Moves the counts of tags from what they were; in the order of their ids, so that no two transactions wait in a circle."""
    for tag_id in sorted(now | before):
        if change := now[tag_id] - before[tag_id]:
            Tag.objects.filter(pk=tag_id).update(public_count=F("public_count") + change)
