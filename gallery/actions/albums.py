"""Making, changing, moving and deleting albums."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions import count
from accounts.exceptions import Conflict
from accounts.models import User
from gallery.actions import lineage
from gallery.actions.reach import followed, lock
from gallery.actions.removal import remove_images
from gallery.models import Album, AlbumImage, AlbumShare, Image
from gallery.search.index import reindex_albums

DEEPEST = 20
CHANGEABLE = {"name", "description", "privacy_setting", "cover_image_id", "parent"}
BATCH = 500


def lock_owner(owner_id: UUID) -> None:
    """Locks a person's row, and with it the tree of their albums, until the transaction ends: before any album is locked, and
    so that rows which name the person can still be written."""
    User.objects.select_for_update(no_key=True).filter(pk=owner_id).values_list("pk").first()


@transaction.atomic
def create_album(*, by: Any, name: str, parent: Album | None = None, **facts: Any) -> Album:
    """A new album, empty; `facts` are its description and privacy_setting. Raises ValidationError on `parent_id`."""
    lock_owner(by.pk)
    album = Album(owner=by, name=name, parent=parent, **facts)
    if parent is not None:
        require_place(album, parent)
    album.save(force_insert=True)
    lineage.plant(album.pk, album.parent_id)
    count(by.pk, album_count=1)
    reindex_albums([album.pk])
    return album


@transaction.atomic
def change_album(*, album: Album, by: Any, **changes: Any) -> Album:
    """Changes what is given and nothing else: name, description, privacy_setting, cover_image_id, parent (None: none).

    Raises ValidationError by field, Conflict (`cycle`) where the album would contain itself, Album.DoesNotExist where it went
    meanwhile.
    """
    if unknown := set(changes) - CHANGEABLE:
        raise ValidationError({name: _("This cannot be changed.") for name in unknown})
    lock_owner(album.owner_id)
    turning = "privacy_setting" in changes
    with held_still(album.pk) if turning else followed([], albums=[album.pk]):
        if not Album.objects.filter(pk=album.pk).exists():
            raise Album.DoesNotExist
        if "parent" in changes:
            move(album, changes.pop("parent"))
        if changes.get("cover_image_id"):
            require_inside(album, changes["cover_image_id"])
        for name, value in changes.items():
            setattr(album, name, value)
        album.save(update_fields=[*changes, "updated_at"])
    return album


def move(album: Album, parent: Album | None) -> None:
    """Puts an album into another, or into none, with all that lies below it."""
    if parent is not None:
        require_place(album, parent)
    lineage.uproot(album.pk)
    lineage.graft(album.pk, parent.pk if parent else None)
    album.parent = parent
    album.save(update_fields=["parent"])


def require_place(album: Album, parent: Album) -> None:
    """Raises where `album` cannot lie in `parent`: it is not theirs, or gone; it is below `album`; the tree grows too deep."""
    if not Album.objects.filter(pk=parent.pk, owner=album.owner_id).exists():
        raise ValidationError(
            {"parent_id": ValidationError(_("There is no such album of yours."), code="does_not_exist")}
        )
    if lineage.is_within(parent.pk, album.pk):
        raise Conflict(_("An album cannot lie within itself."), code="cycle", attr="parent_id")
    if lineage.levels_to(parent.pk) + lineage.height(album.pk) > DEEPEST:
        raise ValidationError({"parent_id": ValidationError(_("Albums may be %d deep.") % DEEPEST, code="too_deep")})


def require_inside(album: Album, image_id: UUID) -> None:
    if not AlbumImage.objects.filter(album=album, image=image_id).exists():
        detail = _("There is no such picture in this album.")
        raise ValidationError({"cover_image_id": ValidationError(detail, code="does_not_exist")})


def contents(album_id: UUID) -> set[UUID]:
    return set(AlbumImage.objects.filter(album=album_id).values_list("image", flat=True))


@contextmanager
def held_still(album_id: UUID, *, beside: Collection[UUID] = ()) -> Iterator[None]:
    """`followed` for an album, those beside it and every picture in it.

    What is in it is known for certain only once it is locked, and has to be locked before: where something came in between,
    all is let go and taken again.
    """
    while True:
        inside = contents(album_id)
        with followed(inside, albums=[album_id, *beside]):
            if contents(album_id) == inside:
                yield
                return


@transaction.atomic
def delete_album(*, album: Album, by: Any, with_images: bool = False) -> int:
    """Deletes an album; `with_images` also the pictures in it that are its owner's, not those that others put there, nor those
    that a work shows. The albums in it move up to where it was. Tells how many pictures went with it; raises Album.DoesNotExist
    where it went meanwhile."""
    lock_owner(album.owner_id)
    children = list(Album.objects.filter(parent=album.pk).values_list("pk", flat=True))
    with held_still(album.pk, beside=children):
        present = Album.objects.filter(pk=album.pk)
        parent_id = present.values_list("parent", flat=True).get()
        owners = Image.objects.filter(owner=album.owner_id, album_images__album=album.pk, artwork_views__isnull=True)
        own = sorted(owners.values_list("pk", flat=True)) if with_images else []
        for start in range(0, len(own), BATCH):
            remove_images(own[start : start + BATCH], owner_id=album.owner_id)
        # As `revoke_share` does with one.
        lock([AlbumShare.objects.filter(album=album.pk)])
        lineage.lift(album.pk)
        Album.objects.filter(pk__in=children).update(parent=parent_id)
        present.delete()
        count(album.owner_id, album_count=-1)
    return len(own)
