"""What follows from which works there are and who may see them, and has to stay true: whether anyone may see a work, how many
works stand under a tag, a category and an artist's name, what a gallery holds and what its cover is, which pictures are shown
by works, and what search finds.

Every action that changes existence, visibility, tags, category, pictures or galleries of works does so within `followed_works`.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils.module_loading import import_string

from accounts.actions import count
from gallery.actions import publishing
from gallery.actions.reach import in_batches, lock, recount_tags
from gallery.models import (
    Artwork,
    ArtworkImage,
    ArtworkTag,
    Availability,
    Category,
    Gallery,
    GalleryArtwork,
    Image,
    Status,
)
from gallery.querysets.withheld import stands
from gallery.search.index import reindex, reopen

MAIN_HIDDEN = Exists(ArtworkImage.objects.filter(artwork=OuterRef("pk"), position=0, image__is_hidden=True))
IS_OPEN = (
    Q(status=Status.PUBLISHED, is_hidden=False)
    & ~Q(availability_status=Availability.PRIVATE)
    & ~Q(MAIN_HIDDEN)
    & stands()
)


@contextmanager
def followed_works(
    artworks: Collection[UUID], *, galleries: Collection[UUID] = (), withholding: bool = False
) -> Iterator[None]:
    """Within it these works, and the galleries that hold them or are named, are locked and may be changed in any way; behind
    it all that follows is right. One transaction. Other apps are told of works that anyone may see now and could not before; not
    where it is `withholding`, which changes nothing but whether works and galleries are withheld: their return is no news.

    Locked are galleries, works, and then what `gallery.actions.reach.followed` locks: who needs both takes this first.
    """
    with transaction.atomic():
        ids = sorted(artworks)
        lock(Gallery.objects.filter(pk__in=some) for some in in_batches({*galleries, *holding(ids)}))
        lock(Artwork.objects.filter(pk__in=some) for some in in_batches(ids))
        before, hung, pictures = seen_of(ids), {*galleries, *holding(ids)}, pictures_of(ids)
        yield
        opened = renew_openness(ids)
        renew_galleries(hung | holding(ids))
        settle_counts(seen_of(ids), before)
        renew_shown(pictures | pictures_of(ids))
        index = reopen if withholding else reindex
        index("artwork", ids)
        index("gallery", galleries)
        if opened and not withholding:
            tell_published(opened)


@dataclass(frozen=True)
class Seen:
    """How many of some works that anyone may see stand under each tag, category and artist."""

    tags: Counter[int]
    categories: Counter[int]
    owners: Counter[UUID]


def seen_of(artworks: Collection[UUID]) -> Seen:
    tags, categories, owners = Counter[int](), Counter[int](), Counter[UUID]()
    for some in in_batches(artworks):
        works = Artwork.objects.filter(pk__in=some, is_public=True)
        tags.update(counted(ArtworkTag.objects.filter(artwork__in=some, artwork__is_public=True), "tag"))
        categories.update(counted(works.filter(category__isnull=False), "category"))
        owners.update(counted(works, "owner"))
    return Seen(tags, categories, owners)


def counted(rows: QuerySet, name: str) -> dict:
    return dict(rows.order_by().values_list(name).annotate(number=Count("pk")))


def settle_counts(now: Seen, before: Seen) -> None:
    """Moves the counts from what they were; of each kind in the order of their ids, so that nobody waits in a circle."""
    recount_tags(now.tags, before=before.tags, columns=("public_count", "public_artwork_count"))
    for category in sorted(now.categories | before.categories):
        if change := now.categories[category] - before.categories[category]:
            moved = Greatest(F("public_count") + change, Value(0))
            Category.objects.filter(pk=category).update(public_count=moved)
    for owner in sorted(now.owners | before.owners):
        count(owner, public_artwork_count=now.owners[owner] - before.owners[owner])


def holding(artworks: Collection[UUID]) -> set[UUID]:
    """The galleries that hold any of these works."""
    held: set[UUID] = set()
    for some in in_batches(artworks):
        held.update(GalleryArtwork.objects.filter(artwork__in=some).values_list("gallery", flat=True))
    return held


def pictures_of(artworks: Collection[UUID]) -> set[UUID]:
    """The pictures that these works show."""
    found: set[UUID] = set()
    for some in in_batches(artworks):
        found.update(ArtworkImage.objects.filter(artwork__in=some).values_list("image", flat=True))
    return found


def renew_openness(artworks: Collection[UUID]) -> list[UUID]:
    """Says of each work whether anyone may see it; tells of which that is new, in the order of their ids."""
    opened: list[UUID] = []
    for some in in_batches(artworks):
        there = Artwork.objects.filter(pk__in=some)
        newly = list(there.filter(IS_OPEN, is_public=False).order_by("pk").values_list("pk", flat=True))
        there.filter(~IS_OPEN, is_public=True).update(is_public=False)
        Artwork.objects.filter(pk__in=newly).update(is_public=True)
        opened += newly
    return opened


def tell_published(artworks: list[UUID]) -> None:
    """Tells other apps of works that anyone may see now, by the functions named in settings.ARTWORKS_PUBLISHED_STEPS, each called
    with their ids in this transaction."""
    for step in getattr(settings, "ARTWORKS_PUBLISHED_STEPS", ()):
        import_string(step)(artworks)


def renew_galleries(galleries: Collection[UUID]) -> None:
    """Closes gaps in the order of galleries, counts what is in them, and takes away a cover that is no longer among it."""
    inside = GalleryArtwork.objects.filter(gallery=OuterRef("pk"))
    numbers = inside.order_by().values("gallery").annotate(number=Count("pk")).values("number")
    for some in in_batches(galleries):
        close_gaps(some)
        held = Gallery.objects.filter(pk__in=some)
        held.update(
            artwork_count=Coalesce(Subquery(numbers), 0),
            public_artwork_count=Coalesce(Subquery(numbers.filter(artwork__is_public=True)), 0),
        )
        covered = held.filter(cover_artwork__isnull=False)
        covered.exclude(Exists(inside.filter(artwork=OuterRef("cover_artwork")))).update(cover_artwork=None)


def close_gaps(galleries: Collection[UUID]) -> None:
    """Numbers what hangs in each of these galleries from 0 on, in its order."""
    moved, next_place = [], Counter[UUID]()
    for row in GalleryArtwork.objects.filter(gallery__in=galleries).order_by("gallery", "position", "pk"):
        if row.position != next_place[row.gallery_id]:
            row.position = next_place[row.gallery_id]
            moved.append(row)
        next_place[row.gallery_id] += 1
    GalleryArtwork.objects.bulk_update(moved, ["position"], batch_size=500)


def renew_shown(images: Collection[UUID]) -> None:
    """Says of each picture whether a work shows it that anyone may see, and has its copies for others follow."""
    works = ArtworkImage.objects.filter(image=OuterRef("pk"), artwork__is_public=True)
    shown = Exists(works.visible_to(AnonymousUser()))
    lock(Image.objects.filter(pk__in=some) for some in in_batches(images))
    for some in in_batches(images):
        there = Image.objects.filter(pk__in=some).annotate(now_shown=shown)
        newly = list(there.filter(now_shown=True, is_shown=False).values_list("pk", flat=True))
        no_longer = list(there.filter(now_shown=False, is_shown=True).values_list("pk", flat=True))
        Image.objects.filter(pk__in=newly).update(is_shown=True)
        Image.objects.filter(pk__in=no_longer).update(is_shown=False)
        publishing.follow_shown(hidden=no_longer, shown=newly)
