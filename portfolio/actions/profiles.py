"""What artists say of themselves, and how they present themselves."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions import change_profile
from accounts.models import User
from gallery.actions.albums import lock_owner
from gallery.actions.presentation import change_public_size
from gallery.actions.reach import lock
from gallery.actions.watermarks import change_watermark
from gallery.models import Image
from portfolio.models import Portfolio

COMMISSIONS = {"open": "commissions_open", "slots": "commission_slots", "terms": "commission_terms"}


@transaction.atomic
def change_artist(*, by: User, portfolio: dict[str, Any] | None = None, **changes: Any) -> None:
    """Changes what is given and nothing else, or nothing at all: of the profile as `change_profile` does, `portrait` (a picture
    of one's own, or None), and of `portfolio` key by key, objects within alike.

    Values are taken as validated. Raises ValidationError by field, what is within the portfolio as `portfolio.watermark.text`.
    """
    look = dict(portfolio or {})
    # First, since it locks the person's row harder than all the rest does.
    watermark = look.pop("watermark", None)
    if watermark:
        set_watermark(by, watermark)
    lock_owner(by.pk)
    if "public_image_size" in look:
        change_public_size(by=by, size=look.pop("public_image_size"))
    if "show_contact" in look:
        changes["show_contact"] = look.pop("show_contact")
    look |= {COMMISSIONS[name]: value for name, value in look.pop("commissions", {}).items()}
    if "portrait" in changes:
        look["portrait"] = own_picture(by, changes.pop("portrait"))
    if look:
        Portfolio.objects.update_or_create(artist=by, defaults=look)
    change_profile(user=by, **changes)


def set_watermark(by: User, changes: dict[str, Any]) -> None:
    try:
        change_watermark(by=by, **changes)
    except ValidationError as error:
        named = {f"portfolio.watermark.{field}": errors for field, errors in error.error_dict.items()}
        raise ValidationError(named) from error


def own_picture(by: User, image: Image | None) -> Image | None:
    """The picture, locked so that it cannot go meanwhile. Raises ValidationError for one that is not there or not one's own."""
    if image is None:
        return None
    own = Image.objects.filter(pk=image.pk, owner=by)
    lock([own])
    if not own.exists():
        detail = _("There is no such picture of yours.")
        raise ValidationError({"profile_image_id": ValidationError(detail, code="does_not_exist")})
    return image
