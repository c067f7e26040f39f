"""A person's watermark: set, changed, taken away."""

from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from gallery import copies
from gallery.actions.publishing import follow_terms
from gallery.imaging.lettering import lettered
from gallery.models import Watermark
from gallery.watermarks import forced_on, marked, watermark_of


@transaction.atomic
def change_watermark(*, by: User, **changes: Any) -> Watermark:
    """Changes what is given of `enabled, text, image, position, opacity, scale`; copies under the old mark are forgotten, and
    what others get of works is withdrawn and drawn anew.

    Raises ValidationError on `image_id` for another's picture, on `text` where no font here has a letter of it, and on
    `enabled` where there is nothing to lay over.
    """
    User.objects.select_for_update().get(pk=by.pk)
    before = marked("", forced_on(by.pk))
    watermark = Watermark.objects.filter(owner=by).first() or Watermark(owner=by)
    for name, value in changes.items():
        setattr(watermark, name, value)
    require_sense(watermark)
    watermark.save()
    copies.forget_marked(by.pk, but=watermark_of(by.pk))
    if marked("", forced_on(by.pk)) != before:
        follow_terms(by.pk)
    return watermark


def require_sense(watermark: Watermark) -> None:
    if watermark.image and watermark.image.owner_id != watermark.owner_id:
        refuse("image_id", "does_not_exist", _("There is no such picture of yours."))
    if watermark.text and not lettered(watermark.text)[1]:
        refuse("text", "no_letters", _("No font here has a letter of this text: use a picture of it."))
    if watermark.enabled and not (watermark.text or watermark.image_id):
        refuse("enabled", "no_watermark", _("Give a text or a picture first."))


def refuse(field: str, code: str, detail: str) -> NoReturn:
    raise ValidationError({field: ValidationError(detail, code=code)})


@transaction.atomic
def delete_watermark(*, by: User) -> None:
    """Takes the watermark away, and forgets the copies that bear it. Where there is none nothing happens."""
    User.objects.select_for_update().get(pk=by.pk)
    was_forced = forced_on(by.pk) is not None
    Watermark.objects.filter(owner=by).delete()
    copies.forget_marked(by.pk, but=None)
    if was_forced:
        follow_terms(by.pk)
