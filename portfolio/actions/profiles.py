"""What artists say of themselves, and how they present themselves."""

from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions import change_profile
from accounts.models import User
from gallery.actions.albums import lock_owner
from gallery.actions.presentation import change_public_size
from gallery.actions.reach import lock
from gallery.actions.watermarks import change_watermark
from gallery.models import Artwork, Image
from portfolio.looks.accents import require_legible
from portfolio.looks.themes import theme_named
from portfolio.models import Portfolio

Owned = TypeVar("Owned", Artwork, Image)
COMMISSIONS = {
    "open": "commissions_open",
    "slots": "commission_slots",
    "terms": "commission_terms",
    "prices": "commission_prices",
}


@transaction.atomic
def change_artist(*, by: User, portfolio: dict[str, Any] | None = None, **changes: Any) -> None:
    """Changes what is given and nothing else, or nothing at all: of the profile as `change_profile` does, `portrait` (a picture
    of one's own, or None), and of `portfolio` key by key, objects within alike.

    Values are taken as validated; `portfolio.cover` is a work of one's own, or None. Raises ValidationError by field, what is
    within the portfolio as `portfolio.watermark.text`: an accent that is too faint on the paper of its theme, too.
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
    if "cover" in look:
        look["cover"] = own_work(by, look["cover"])
    if "portrait" in changes:
        look["portrait"] = own_picture(by, changes.pop("portrait"))
    if {"accent", "theme"} & set(look):
        check_accent(by, look)
    if look:
        Portfolio.objects.update_or_create(artist=by, defaults=look)
    change_profile(user=by, **changes)


def set_watermark(by: User, changes: dict[str, Any]) -> None:
    try:
        change_watermark(by=by, **changes)
    except ValidationError as error:
        named = {f"portfolio.watermark.{field}": errors for field, errors in error.error_dict.items()}
        raise ValidationError(named) from error


def check_accent(by: User, look: dict[str, Any]) -> None:
    """Raises ValidationError where what is to be, of accent and theme, would leave links too faint to read."""
    stands = Portfolio.objects.filter(artist=by).first() or Portfolio()
    accent, theme = (look.get(name, getattr(stands, name)) for name in ("accent", "theme"))
    try:
        if accent:
            require_legible(accent, theme_named(theme))
    except ValidationError as error:
        raise ValidationError({"portfolio.accent": error}) from error


def own_work(by: User, work: Artwork | None) -> Artwork | None:
    """The work, as `held` holds it."""
    return held(work, by, field="portfolio.cover_artwork_id", missing=_("There is no such work of yours."))


def own_picture(by: User, image: Image | None) -> Image | None:
    """The picture, as `held` holds it."""
    return held(image, by, field="profile_image_id", missing=_("There is no such picture of yours."))


def held(thing: Owned | None, by: User, *, field: str, missing: str) -> Owned | None:
    """A work or picture, locked so that it cannot go meanwhile; None stays None. Raises ValidationError on the field for one
    that is not there or not one's own."""
    if thing is None:
        return None
    own = type(thing)._default_manager.filter(pk=thing.pk, owner=by)
    lock([own])
    if not own.exists():
        raise ValidationError({field: ValidationError(missing, code="does_not_exist")})
    return thing
