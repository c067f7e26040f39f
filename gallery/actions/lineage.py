"""The tree of albums as pairs of an album and what lies above it (`AlbumLineage`), kept as albums are made, moved and deleted.

To be called in a transaction that has locked the row of the albums' owner: two changes of one tree at once could each be
right alone and close a circle together.
"""

from uuid import UUID

from django.db.models import F, Max

from gallery.models import AlbumLineage


def plant(album: UUID, parent: UUID | None) -> None:
    """Writes down where a new album is."""
    AlbumLineage.objects.create(album_id=album, above_id=album, depth=0)
    graft(album, parent)


def graft(album: UUID, parent: UUID | None) -> None:
    """Puts an album that lies nowhere, with all below it, into another."""
    below = list(AlbumLineage.objects.filter(above=album).values_list("album", "depth"))
    above = list(AlbumLineage.objects.filter(album=parent).values_list("above", "depth")) if parent else []
    AlbumLineage.objects.bulk_create(
        AlbumLineage(album_id=lower, above_id=upper, depth=down + 1 + up)
        for lower, down in below
        for upper, up in above
    )


def uproot(album: UUID) -> None:
    """Takes an album, with all below it, out of what it lies in."""
    below = AlbumLineage.objects.filter(above=album).values("album")
    AlbumLineage.objects.filter(album__in=list(below.values_list("album", flat=True))).exclude(above__in=below).delete()


def lift(album: UUID) -> None:
    """Brings all below an album, which is about to go, one level up."""
    pairs = AlbumLineage.objects.filter(depth__gt=0)
    below, above = pairs.filter(above=album).values("album"), pairs.filter(album=album).values("above")
    AlbumLineage.objects.filter(album__in=below, above__in=above).update(depth=F("depth") - 1)


def is_within(album: UUID, other: UUID) -> bool:
    """Whether an album is the other or lies below it."""
    return AlbumLineage.objects.filter(album=album, above=other).exists()


def levels_to(album: UUID) -> int:
    """How many levels there are from the top to this album, itself counted."""
    return AlbumLineage.objects.filter(album=album).count()


def height(album: UUID) -> int:
    """How many levels an album and what lies below it take; 1 for one that is new."""
    return (AlbumLineage.objects.filter(above=album).aggregate(deepest=Max("depth"))["deepest"] or 0) + 1
