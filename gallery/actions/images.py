"""Changing and deleting pictures."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery import tasks
from gallery.actions.album_images import append
from gallery.actions.albums import lock_owner
from gallery.actions.files import delete_file
from gallery.actions.reach import followed
from gallery.actions.tags import fold_tags, set_tags
from gallery.models import Album, Image

RIGHTS = {"ai_training", "copyright_notice"}
CHANGEABLE = {"title", "description", "alt_text", "visibility", "allow_download"} | RIGHTS


def change_image(
    *, image: Image, by: Any, tags: list[str] | None = None, album: Album | None = None, **changes: Any
) -> Image:
    """Changes what is given and nothing else; `tags` become exactly those given, and into `album` it comes too.

    Raises ValidationError by field, Album.DoesNotExist and Conflict where the album or a tag went meanwhile.
    """
    if unknown := set(changes) - CHANGEABLE:
        raise ValidationError({name: _("This cannot be changed.") for name in unknown})
    names = None if tags is None else fold_tags(tags)
    try:
        write(image, by, names, album, changes)
    except IntegrityError as error:
        raise Conflict(_("Your library has changed meanwhile. Please try again.")) from error
    return image


@transaction.atomic
def write(image: Image, by: Any, names: list[str] | None, album: Album | None, changes: dict[str, Any]) -> None:
    if album:
        lock_owner(by.pk)
    with followed([image.pk], albums=[album.pk] if album else []):
        if RIGHTS & changes.keys():
            renew_credit(image, changes)
        for name, value in changes.items():
            setattr(image, name, value)
        image.save(update_fields=[*changes, "updated_at"])
        if names is not None:
            set_tags(image=image, names=names)
        if album:
            append(album.pk, [image.pk], by=by)


def renew_credit(image: Image, changes: dict[str, Any]) -> None:
    """Has the copies of a picture drawn anew where it is about to say another thing of its rights.

    Held against the row, which is locked: what `image` holds may be older than somebody else's change.
    """
    stored = Image.objects.values(*RIGHTS).get(pk=image.pk)
    if any(changes.get(name, value) != value for name, value in stored.items()):
        tasks.renew_credit.enqueue(str(image.pk))


def renew_credits(user: Any) -> None:
    """Has the copies of a person's pictures drawn anew, where they say of their rights what no longer holds."""
    tasks.renew_credits.enqueue(str(user.pk))


def delete_image(*, image: Image, by: Any) -> None:
    """Deletes a picture, its original and every copy."""
    delete_file(file=image.file, by=by)
