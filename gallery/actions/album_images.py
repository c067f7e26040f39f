"""What is in an album, and in which order."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from gallery.actions.albums import lock_owner
from gallery.actions.files import delete_file
from gallery.actions.reach import followed
from gallery.models import Album, AlbumImage, Image
from gallery.permissions import can_change_album, can_change_image

BATCH = 500


@transaction.atomic
def add_images(*, album: Album, by: Any, image_ids: Sequence[UUID], links: Collection[UUID] = ()) -> set[UUID]:
    """Puts one's own pictures behind those in the album; what is there already stays where it is. Tells which were new.

    Raises Image.DoesNotExist where one is absent or unseen, PermissionDenied where one is another's, Album.DoesNotExist where
    the album went meanwhile; then nothing has changed.
    """
    lock_owner(by.pk)
    with followed(set(image_ids), albums=[album.pk]):
        require_own(image_ids, by, links)
        return append(album.pk, image_ids, by=by)


def require_own(image_ids: Sequence[UUID], by: Any, links: Collection[UUID]) -> None:
    seen = Image.objects.reachable_by(by, links).filter(pk__in=image_ids)
    owners = dict(seen.values_list("pk", "owner"))
    if set(image_ids) - set(owners):
        raise Image.DoesNotExist
    if set(owners.values()) - {by.pk}:
        raise PermissionDenied


def append(album_id: UUID, image_ids: Sequence[UUID], *, by: Any) -> set[UUID]:
    """Puts pictures that `by` owns behind those in the album, and tells which were not there. To be called within `followed`
    for them and the album, which counts them. Raises Album.DoesNotExist."""
    owner_id = Album.objects.values_list("owner", flat=True).get(pk=album_id)
    inside = AlbumImage.objects.filter(album=album_id)
    there = set(inside.filter(image__in=image_ids).values_list("image", flat=True))
    new = [image_id for image_id in dict.fromkeys(image_ids) if image_id not in there]
    last = inside.aggregate(last=Max("position"))["last"]
    first = 0 if last is None else last + 1
    contributed = owner_id != by.pk
    AlbumImage.objects.bulk_create(
        AlbumImage(album_id=album_id, image_id=image_id, position=position, added_by=by, contributed=contributed)
        for position, image_id in enumerate(new, first)
    )
    if new:
        touch(album_id)
    return set(new)


def order_images(*, album: Album, by: Any, image_ids: Sequence[UUID]) -> None:
    """Gives the pictures of an album this order. Raises ValidationError on `image_ids` unless they are exactly those in it that
    `by` may see; what is withheld from them comes behind, as it was."""
    with followed([], albums=[album.pk]):
        inside = AlbumImage.objects.filter(album=album.pk)
        rows = {row.image_id: row for row in inside.visible_to(by)}
        withheld = inside.exclude(pk__in=[row.pk for row in rows.values()]).order_by("position", "pk")
        if len(image_ids) != len(rows) or set(image_ids) != set(rows):
            detail = _("Name every picture of the album once, and no other.")
            raise ValidationError({"image_ids": ValidationError(detail, code="incomplete")})
        moved = []
        for place, row in enumerate([*(rows[each] for each in image_ids), *withheld]):
            if row.position != place:
                row.position = place
                moved.append(row)
        AlbumImage.objects.bulk_update(moved, ["position"], batch_size=BATCH)
        touch(album.pk)


@transaction.atomic
def remove_image(*, album: Album, image: Image, by: Any, delete: bool = False) -> None:
    """Takes a picture out of an album: the album's owner may, and whoever's picture it is. With `delete` the picture itself goes
    too, where it is one's own. Raises PermissionDenied, and AlbumImage.DoesNotExist where it is not in it (any more)."""
    if not (can_change_album(by, album) or can_change_image(by, image)) or (delete and not can_change_image(by, image)):
        raise PermissionDenied
    with followed([image.pk], albums=[album.pk]):
        removed, _rows = AlbumImage.objects.filter(album=album.pk, image=image.pk).delete()
        if not removed:
            raise AlbumImage.DoesNotExist
        touch(album.pk)
    if delete:
        delete_file(file=image.file, by=by)


def touch(album_id: UUID) -> None:
    """Says of an album that it was changed now."""
    Album.objects.filter(pk=album_id).update(updated_at=Now())
