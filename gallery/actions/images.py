"""Changing and deleting pictures."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gallery import tasks
from gallery.actions.files import delete_file
from gallery.actions.reach import followed
from gallery.actions.tags import fold_tags, set_tags
from gallery.models import Image

CHANGEABLE = {"title", "description", "alt_text", "visibility", "allow_download"}


def change_image(*, image: Image, by: Any, tags: list[str] | None = None, **changes: Any) -> Image:
    """Changes what is given and nothing else; `tags` become exactly those given. Raises ValidationError by field."""
    if unknown := set(changes) - CHANGEABLE:
        raise ValidationError({name: _("This cannot be changed.") for name in unknown})
    names = None if tags is None else fold_tags(tags)
    with followed([image.pk]):
        for name, value in changes.items():
            setattr(image, name, value)
        image.save(update_fields=[*changes, "updated_at"])
        if names is not None:
            set_tags(image=image, names=names)
    return image


def renew_credits(user: Any) -> None:
    """Has the copies of a person's pictures drawn anew, where they say of their rights what no longer holds."""
    tasks.renew_credits.enqueue(str(user.pk))


def delete_image(*, image: Image, by: Any) -> None:
    """Deletes a picture, its original and every copy."""
    delete_file(file=image.file, by=by)
