"""One deed on many works at once, or many works made at once: all of it or nothing."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions import count
from accounts.models import User
from gallery import tasks
from gallery.actions.album_images import require_own
from gallery.actions.artworks import in_one, remove_artworks
from gallery.actions.reach import lock
from gallery.actions.showing import followed_works
from gallery.actions.work_facts import CHANGEABLE, set_facts
from gallery.actions.work_tags import set_artwork_tags
from gallery.models import Artwork, ArtworkImage, Gallery, GalleryArtwork, Image, Status

COLUMNS = sorted(CHANGEABLE - {"category"} | {"category_id"})


@dataclass(frozen=True)
class WorkBatch:
    """Who asks, and what for: `artworks`, each once, or for create the `images` that become works; the `gallery` where they are
    hung; for create and update folded `tags` (None: not spoken of) and `facts` as `gallery.actions.work_facts` takes them.

    `links` are the shares that their session has opened.
    """

    by: User
    artworks: Sequence[UUID] = ()
    images: Sequence[UUID] = ()
    gallery: Gallery | None = None
    tags: Sequence[str] | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    keep_images: bool = False
    links: Collection[UUID] = ()

    @property
    def galleries(self) -> list[UUID]:
        return [self.gallery.pk] if self.gallery else []


@dataclass(frozen=True)
class Done:
    """What became of one work, and of which picture it was made."""

    artwork_id: UUID
    status: str
    image_id: UUID | None = None


def run_work_batch(*, operation: str, batch: WorkBatch, dry_run: bool = False) -> list[Done]:
    """What became of each work, in the order given; with `dry_run` what would: it is done, and undone again.

    Raises DoesNotExist where a work or picture is absent or unseen, PermissionDenied where one is another's, ValidationError by
    field where one of them could not stand as it would be, Conflict where something went meanwhile. Then, too, nothing has
    changed.
    """
    with in_one(batch.by.pk):
        done = OPERATIONS[operation](batch)
        transaction.set_rollback(dry_run)
    return done


def create(batch: WorkBatch) -> list[Done]:
    """A work of each picture, under the title that was given, else the picture's own, else the name of its file."""
    works = [Artwork(owner=batch.by) for _image in batch.images]
    ids = [work.pk for work in works]
    pairs = list(zip(ids, batch.images, strict=True))
    with followed_works(ids, galleries=batch.galleries):
        lock([Image.objects.filter(pk__in=batch.images)])
        require_own(batch.images, batch.by, batch.links)
        titles = titles_of(batch.images)
        for work, image_id in zip(works, batch.images, strict=True):
            set_facts(work, {"title": titles[image_id], **batch.facts})
        Artwork.objects.bulk_create(works)
        ArtworkImage.objects.bulk_create(ArtworkImage(artwork_id=pk, image_id=image, position=0) for pk, image in pairs)
        set_artwork_tags(ids, batch.tags or [])
        hang_all(batch.gallery, ids)
    count(batch.by.pk, artwork_count=len(works))
    appear_in_time(works)
    return [Done(pk, "created", image) for pk, image in pairs]


def titles_of(images: Sequence[UUID]) -> dict[UUID, str]:
    longest = Artwork._meta.get_field("title").max_length
    rows = Image.objects.filter(pk__in=images).values_list("pk", "title", "original_filename")
    return {pk: (title.strip() or PurePath(name).stem or _("Untitled"))[:longest] for pk, title, name in rows}


def update(batch: WorkBatch) -> list[Done]:
    """Changes the same of each work; what is said has to stand beside what each of them said before."""
    with own_works(batch) as ids:
        changed = write_facts(list(Artwork.objects.filter(pk__in=ids)), batch.facts)
        if batch.tags is not None:
            changed |= set_artwork_tags(ids, batch.tags)
        Artwork.objects.filter(pk__in=changed).update(updated_at=timezone.now())
        changed |= hang_all(batch.gallery, ids)
    return said(batch, changed, "changed")


def write_facts(works: Sequence[Artwork], facts: Mapping[str, Any]) -> set[UUID]:
    """Says this of all these works, in a few statements however many they are, and tells which said anything else before."""
    now, changed = timezone.now(), []
    published: dict[datetime | None, list[UUID]] = defaultdict(list)
    for work in works:
        before = {name: getattr(work, name) for name in COLUMNS}
        set_facts(work, facts, now=now)
        if any(getattr(work, name) != value for name, value in before.items()):
            changed.append(work)
        if work.published_at != before["published_at"]:
            published[work.published_at].append(work.pk)
    # What is said of all is the same of all but for the time of publication, which follows from what each said before.
    same = {name: getattr(work, name) for work in changed[:1] for name in facts if name != "published_at"}
    if same:
        Artwork.objects.filter(pk__in=[work.pk for work in changed]).update(**same)
    for moment, ids in published.items():
        Artwork.objects.filter(pk__in=ids).update(published_at=moment)
    appear_in_time([work for work in changed if facts.keys() & {"status", "published_at"}])
    return {work.pk for work in changed}


def delete(batch: WorkBatch) -> list[Done]:
    """With their pictures, but for those that another work or an album shows, or with none of them."""
    with own_works(batch) as ids:
        remove_artworks(ids, owner_id=batch.by.pk, keep_images=batch.keep_images)
    return said(batch, set(ids), "deleted")


def hang_in(batch: WorkBatch) -> list[Done]:
    """Raises ValidationError where no gallery was named."""
    if batch.gallery is None:
        raise ValidationError({"gallery_id": ValidationError(_("This operation needs it."), code="required")})
    with own_works(batch) as ids:
        hung = hang_all(batch.gallery, ids)
    return said(batch, hung, "hung")


@contextmanager
def own_works(batch: WorkBatch) -> Iterator[Sequence[UUID]]:
    """`followed_works` for the works of a batch. Raises Artwork.DoesNotExist where one is absent or unseen, PermissionDenied
    where one is another's."""
    with followed_works(batch.artworks, galleries=batch.galleries):
        seen = Artwork.objects.visible_to(batch.by).filter(pk__in=batch.artworks)
        owners = dict(seen.values_list("pk", "owner"))
        if set(batch.artworks) - set(owners):
            raise Artwork.DoesNotExist
        if set(owners.values()) - {batch.by.pk}:
            raise PermissionDenied
        yield batch.artworks


def hang_all(gallery: Gallery | None, artworks: Sequence[UUID]) -> set[UUID]:
    """Hangs works behind those in a gallery, if there is one, and tells which were not there. To be called within
    `followed_works` for all of them."""
    if gallery is None:
        return set()
    inside = GalleryArtwork.objects.filter(gallery=gallery.pk)
    there = set(inside.filter(artwork__in=artworks).values_list("artwork", flat=True))
    new = [artwork_id for artwork_id in artworks if artwork_id not in there]
    GalleryArtwork.objects.bulk_create(
        GalleryArtwork(gallery=gallery, artwork_id=artwork_id, position=position)
        for position, artwork_id in enumerate(new, inside.count())
    )
    return set(new)


def appear_in_time(works: Sequence[Artwork]) -> None:
    """Has those that are scheduled published at their time, which is the same of all: by one task, not by one each."""
    moments = {work.published_at for work in works if work.status == Status.SCHEDULED}
    for moment in moments:
        tasks.publish_due_artworks.using(run_after=moment).enqueue()


def said(batch: WorkBatch, changed: set[UUID], status: str) -> list[Done]:
    return [Done(each, status if each in changed else "unchanged") for each in batch.artworks]


OPERATIONS: dict[str, Callable[[WorkBatch], list[Done]]] = {
    "create": create,
    "update": update,
    "delete": delete,
    "gallery": hang_in,
}
