"""What may be said of a work, judged."""

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from gallery.models import Artwork, Status
from gallery.money import currencies, decimals

SIDES = ("width_cm", "height_cm", "depth_cm")
CHANGEABLE = {
    "title", "description", "alt_text", "medium", "dimensions", *SIDES, "creation_date", "creation_precision", "price",
    "currency", "availability_status", "category", "license", "is_mature", "comments_open", "status", "published_at",
}  # fmt: skip
HIGHEST_PRICE = Decimal("99999999.99")
LONGEST_SIDE = 1_000_000

Wrong = Iterator[tuple[str, ValidationError]]
"""What cannot stand: the field, and why."""


def set_facts(artwork: Artwork, facts: Mapping[str, Any], *, now: datetime | None = None) -> None:
    """Gives a work what is said of it, and the time of its publication that follows.

    Raises ValidationError naming every field that cannot stand as it would be; the work is then not to be saved.
    """
    if unknown := set(facts) - CHANGEABLE:
        raise ValidationError({name: _("This cannot be changed.") for name in unknown})
    now = now or timezone.now()
    before = copy(artwork)
    for name, value in facts.items():
        setattr(artwork, name, value)
    if "currency" in facts:
        artwork.currency = (facts["currency"] or "").strip().upper()
    artwork.published_at = moment(artwork, facts, before=before, now=now)
    wrong = [*wrong_title(artwork, facts), *wrong_price(artwork, facts), *wrong_sides(facts)]
    wrong += [*wrong_creation(facts, now), *wrong_moment(artwork, facts, now)]
    if wrong:
        raise ValidationError(dict(wrong))


def judge_facts(artwork: Artwork, facts: Mapping[str, Any]) -> None:
    """Raises as `set_facts` would, and leaves the work as it is."""
    set_facts(copy(artwork), facts)


def moment(artwork: Artwork, facts: Mapping[str, Any], *, before: Artwork, now: datetime) -> datetime | None:
    """When a work was or will be published: as is said; else as it was while its status stays; else now. A draft never was."""
    if artwork.status == Status.DRAFT:
        return None
    kept = before.published_at if before.status == artwork.status else None
    if artwork.status == Status.SCHEDULED:
        return facts.get("published_at", kept)
    return facts.get("published_at") or kept or now


def wrong_moment(artwork: Artwork, facts: Mapping[str, Any], now: datetime) -> Wrong:
    """Only where it was spoken of: the time of a scheduled work may have come while something else of it is changed."""
    at, is_scheduled = artwork.published_at, artwork.status == Status.SCHEDULED
    if not facts.keys() & {"status", "published_at"}:
        return
    if is_scheduled and at is None:
        yield "published_at", ValidationError(_("Say when it is to be published."), code="required")
    elif is_scheduled and at and at <= now:
        yield "published_at", ValidationError(_("This time is past: schedule it for later."), code="past")
    elif at and at > now and not is_scheduled:
        yield "published_at", ValidationError(_("For a time to come, its status is `scheduled`."), code="future")


def wrong_title(artwork: Artwork, facts: Mapping[str, Any]) -> Wrong:
    if "title" in facts and not artwork.title.strip():
        yield "title", ValidationError(_("A work has a title."), code="blank")


def wrong_price(artwork: Artwork, facts: Mapping[str, Any]) -> Wrong:
    """A currency alone may stand; a price needs one, and has no more decimals than that has."""
    price, currency = artwork.price, artwork.currency
    if currency and "currency" in facts and currency not in currencies():
        yield "currency", ValidationError(_("There is no such currency (ISO 4217)."), code="unknown_currency")
    if price is None or not facts.keys() & {"price", "currency"}:
        return
    if not 0 <= price <= HIGHEST_PRICE:
        detail = _("A price is between 0 and %s.") % HIGHEST_PRICE
        yield "price", ValidationError(detail, code="min_value" if price < 0 else "max_value")
    elif not currency:
        yield "currency", ValidationError(_("A price needs its currency."), code="required")
    elif price != round(price, decimals(currency)):
        detail = _("Prices in %(currency)s have at most %(decimals)d decimals.")
        words = detail % {"currency": currency, "decimals": decimals(currency)}
        yield "price" if "price" in facts else "currency", ValidationError(words, code="max_decimal_places")


def wrong_sides(facts: Mapping[str, Any]) -> Wrong:
    for side in SIDES:
        length = facts.get(side)
        if length is not None and not 0 < length < LONGEST_SIDE:
            detail = _("A side is longer than 0 cm, and shorter than %d cm.") % LONGEST_SIDE
            yield side, ValidationError(detail, code="min_value" if length <= 0 else "max_value")


def wrong_creation(facts: Mapping[str, Any], now: datetime) -> Wrong:
    """The first day of what is known: `2026` stands from the first of January on. The day is that of UTC."""
    made = facts.get("creation_date")
    if made and made > now.date():
        yield "creation_date", ValidationError(_("This lies in the future."), code="future")
