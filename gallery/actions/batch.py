"""One deed on many pictures at once: all of it or nothing."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from accounts.models import User
from gallery.actions.album_images import append, require_own
from gallery.actions.albums import lock_owner
from gallery.actions.reach import followed
from gallery.actions.removal import remove_images
from gallery.actions.tags import add_tags, remove_tags
from gallery.models import Album, AlbumImage, Image

Statuses = dict[UUID, str]


@dataclass(frozen=True)
class Batch:
    """The pictures, each once, who asks, and what the operation takes: `album` for move and copy, one that they may add to;
    `from_album` for move, one of their own (None: all of those); folded `tags` for tag and untag; `visibility`.

    `links` are the shares that their session has opened.
    """

    images: list[UUID]
    by: User
    album: Album | None = None
    from_album: Album | None = None
    tags: list[str] = field(default_factory=list)
    visibility: str = ""
    links: Collection[UUID] = ()

    @property
    def rows(self) -> QuerySet[Image]:
        return Image.objects.filter(pk__in=self.images)

    @property
    def albums(self) -> list[UUID]:
        return [album.pk for album in (self.album, self.from_album) if album]


def run_batch(*, operation: str, batch: Batch, dry_run: bool = False) -> Statuses:
    """What became of each picture, in the order given; with `dry_run` what would: it is done, and undone again.

    Raises Image.DoesNotExist where one of them is absent or unseen, PermissionDenied where one is another's, ValidationError on
    `tags` where one would have too many, Album.DoesNotExist and Conflict where the album or a tag went meanwhile. Then, too,
    nothing has changed.
    """
    try:
        with transaction.atomic():
            lock_owner(batch.by.pk)
            with followed(batch.images, albums=batch.albums):
                require_own(batch.images, batch.by, batch.links)
                statuses = OPERATIONS[operation](batch)
            transaction.set_rollback(dry_run)
    except IntegrityError as error:
        raise Conflict(_("Your library has changed meanwhile. Please try again.")) from error
    return {image: statuses[image] for image in batch.images}


def delete(batch: Batch) -> Statuses:
    remove_images(batch.images, owner_id=batch.by.pk)
    return dict.fromkeys(batch.images, "deleted")


def move(batch: Batch) -> Statuses:
    """Into the album, and out of the one named or of all of one's own; what was there alone already stays as it is."""
    target = target_of(batch)
    source = Q(album=batch.from_album) if batch.from_album else Q(album__owner=batch.by)
    leaving = AlbumImage.objects.filter(source, image__in=batch.images).exclude(album=target)
    moved, left = set(leaving.values_list("image", flat=True)), set(leaving.values_list("album", flat=True))
    leaving.delete()
    Album.objects.filter(pk__in=left).update(updated_at=Now())
    return said(batch, moved | append(target, batch.images, by=batch.by), "moved")


def copy(batch: Batch) -> Statuses:
    """Into the album, and in all others as before. The picture itself stays one."""
    return said(batch, append(target_of(batch), batch.images, by=batch.by), "copied")


def target_of(batch: Batch) -> UUID:
    """Raises ValidationError where no album was named."""
    if batch.album is None:
        raise ValidationError({"album_id": ValidationError(_("This operation needs it."), code="required")})
    return batch.album.pk


def tag(batch: Batch) -> Statuses:
    return said(batch, renewed(add_tags(batch.images, batch.tags)), "tagged")


def untag(batch: Batch) -> Statuses:
    return said(batch, renewed(remove_tags(batch.images, batch.tags)), "untagged")


def set_visibility(batch: Batch) -> Statuses:
    changed = set(batch.rows.exclude(visibility=batch.visibility).values_list("pk", flat=True))
    batch.rows.filter(pk__in=changed).update(visibility=batch.visibility)
    return said(batch, renewed(changed), "changed")


def renewed(images: set[UUID]) -> set[UUID]:
    """These pictures, which say now that they were changed."""
    Image.objects.filter(pk__in=images).update(updated_at=Now())
    return images


def said(batch: Batch, changed: set[UUID], status: str) -> Statuses:
    return {image: status if image in changed else "unchanged" for image in batch.images}


OPERATIONS: dict[str, Callable[[Batch], Statuses]] = {
    "delete": delete,
    "move": move,
    "copy": copy,
    "tag": tag,
    "untag": untag,
    "visibility": set_visibility,
}
