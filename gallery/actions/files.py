"""Changing and deleting files."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accounts.actions import count
from accounts.exceptions import Conflict
from accounts.quota import free_bytes
from gallery import tasks
from gallery.actions.reach import followed
from gallery.actions.showing import followed_works
from gallery.intake.names import clean_name
from gallery.models import Album, Artwork, ArtworkImage, File, Folder, Gallery, Image, Kind, Rendition


def change_file(*, file: File, by: Any, **changes: Any) -> File:
    """Renames a file or moves it to a folder. Raises ValidationError on `name`."""
    if "name" in changes:
        file.name = valid_name(changes["name"])
    if "folder" in changes:
        file.folder = own_folder(changes["folder"], by)
    file.save(update_fields=["name", "folder"])
    return file


def valid_name(name: str) -> str:
    """The name made safe; raises ValidationError where nothing is left of it."""
    cleaned = clean_name(name)
    if not cleaned:
        raise ValidationError(
            {"name": ValidationError(_("This is not a name for a file or folder."), code="name_invalid")}
        )
    return cleaned


def own_folder(folder: Folder | None, person: Any) -> Folder | None:
    """The folder, where it is the person's own; raises ValidationError on `folder_id`."""
    if folder is not None and folder.owner_id != person.pk:
        raise ValidationError(
            {"folder_id": ValidationError(_("There is no such folder of yours."), code="does_not_exist")}
        )
    return folder


@transaction.atomic
def delete_file(*, file: File, by: Any) -> None:
    """Deletes a file: its row, its bytes and, of a picture, every copy. The bytes go when the rows are gone for certain.

    A crash in between leaves bytes without a row, which `verify_storage` finds. Deleting twice at once counts once. Raises
    Conflict for a picture that a work shows.
    """
    with followed([file.pk] if file.kind == Kind.IMAGE else []):
        require_unshown([file.pk])
        lock(File.objects.filter(pk=file.pk))
        copies = list(Rendition.objects.filter(image_id=file.pk).values_list("stored_name", flat=True))
        deleted, _rows = File.objects.filter(pk=file.pk).delete()
        if not deleted:
            raise File.DoesNotExist
    free_bytes(file.owner_id, file.size)
    count(file.owner_id, file_count=-1, image_count=-int(file.kind == Kind.IMAGE))
    forget_bytes([file.stored_name], copies)


def require_unshown(images: Collection[UUID]) -> None:
    """Raises Conflict (`in_use`) where a work shows any of these pictures: it is deleted, or given other pictures, first."""
    shown = ArtworkImage.objects.filter(image__in=images).order_by("artwork__title")
    if titles := list(shown.values_list("artwork__title", flat=True).distinct()[:3]):
        detail = _("This is shown by a work: %(titles)s. Delete the work first, or give it another picture.")
        raise Conflict(detail % {"titles": ", ".join(titles)}, code="in_use")


def lock(rows: QuerySet[Any]) -> None:
    """Locks rows until the transaction ends, files after their pictures as everywhere: a copy that is being kept of a picture
    is either there already when its copies are listed, or finds no picture any more."""
    list(rows.select_for_update().order_by("pk").values_list("pk", flat=True))


def forget_bytes(stored: list[str], copies: list[str]) -> None:
    """Removes originals and copies from their shelves once the rows are gone for certain. Storage out of the house may be away
    just then: a task stands behind, which tries until it is done."""
    away = bool(settings.OBJECT_STORAGE)
    if away:
        tasks.forget_bytes.enqueue(stored, copies)
    # Not a partial: Django logs a failure by its name, and a partial has none.
    transaction.on_commit(lambda: tasks.forget(stored, copies), robust=away)


def delete_library_of(user: Any) -> None:
    """Everything that a person keeps here, before their account goes: rows now, bytes on commit. What others put into their
    albums stays theirs."""
    delete_works_of(user)
    albums = list(Album.objects.filter(owner=user).values_list("pk", flat=True))
    touched = Image.objects.filter(Q(owner=user) | Q(album_images__album__owner=user)).distinct()
    with followed(list(touched.values_list("pk", flat=True)), albums=albums):
        lock(File.objects.filter(owner=user))
        stored = list(File.objects.filter(owner=user).values_list("stored_name", flat=True))
        copies = list(Rendition.objects.filter(image__owner=user).values_list("stored_name", flat=True))
        Album.objects.filter(owner=user).update(parent=None)
        Album.objects.filter(owner=user).delete()
        File.objects.filter(owner=user).delete()
        Folder.objects.filter(owner=user).delete()
        forget_bytes(stored, copies)


def delete_works_of(user: Any) -> None:
    """A person's works and galleries, but not the pictures that they show."""
    works = list(Artwork.objects.filter(owner=user).values_list("pk", flat=True))
    galleries = list(Gallery.objects.filter(owner=user).values_list("pk", flat=True))
    with followed_works(works, galleries=galleries):
        Artwork.objects.filter(owner=user).delete()
        Gallery.objects.filter(owner=user).delete()
