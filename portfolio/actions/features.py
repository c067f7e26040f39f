"""Putting things forward, in an order, and taking them back. Each is noted beside the thing, where the admin shows it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions.notes import note as note_of
from accounts.models import Artist
from gallery.models import Artwork, Gallery
from portfolio.discovery.featuring import KINDS
from portfolio.models import Exhibition, Feature, Target
from portfolio.permissions import can_curate

MODELS: dict[str, Any] = {
    Target.ARTWORK: Artwork,
    Target.ARTIST: Artist,
    Target.GALLERY: Gallery,
    Target.EXHIBITION: Exhibition,
}


def feature(
    *, target_type: str, target_id: UUID, by: Any, until: datetime | None = None, note: str = ""
) -> tuple[Feature, bool]:
    """Puts something forward until a time, or until it is taken back; returns whether it is picked for the first time.

    What stands already keeps its place, and gets this time and note; what is new, or was over, comes first. Raises
    PermissionDenied for all but staff, and ValidationError on `target_id` for what is absent or may not be put forward, and on
    `until` for a time that is not to come.
    """
    require_curator(by)
    target = target_of(target_type, target_id)
    require_future(until)
    with transaction.atomic():
        named = Feature.objects.filter(target_type=target_type, target_id=target_id)
        values: dict[str, Any] = {"until": until, "note": note, "created_by": by}
        if not named.standing().exists():
            values |= {"created_at": timezone.now(), "position": 0}
        pick, is_new = Feature.objects.update_or_create(target_type=target_type, target_id=target_id, defaults=values)
        words = f"Featured until {until:%Y-%m-%d %H:%M} UTC." if until else "Featured."
        note_of([target], CHANGE, words, by=by)
    return pick, is_new


@transaction.atomic
def unfeature(*, pick: Feature, by: Any) -> None:
    """Takes something back. Raises PermissionDenied for all but staff, and Feature.DoesNotExist where it went meanwhile."""
    require_curator(by)
    target = MODELS[pick.target_type].objects.filter(pk=pick.target_id).first()
    note_of([target or pick], CHANGE, "Featured no longer.", by=by)
    deleted, _rows = Feature.objects.filter(pk=pick.pk).delete()
    if not deleted:
        raise Feature.DoesNotExist


@transaction.atomic
def order_features(*, feature_ids: Sequence[int], by: Any) -> list[Feature]:
    """Puts all that stands of a kind in this order, in which it is shown from then on, and returns it.

    Raises PermissionDenied for all but staff, and ValidationError on `feature_ids` where they are not each pick of one kind that
    stands, once: another was put forward or taken back meanwhile.
    """
    require_curator(by)
    # Always by number, so that of two who order at once neither waits for the other.
    there = {pick.pk: pick for pick in Feature.objects.select_for_update().standing().order_by("pk")}
    first = there.get(feature_ids[0]) if feature_ids else None
    if first is None or sorted(feature_ids) != [
        pk for pk, pick in there.items() if pick.target_type == first.target_type
    ]:
        detail = _(
            "Name each pick of one kind that stands, once. Somebody may have changed them meanwhile: load the page again."
        )
        raise ValidationError({"feature_ids": ValidationError(detail, code="invalid")})
    picks = [there[pk] for pk in feature_ids]
    for position, pick in enumerate(picks, start=1):
        pick.position = position
    Feature.objects.bulk_update(picks, ["position"])
    note_order(picks, by=by)
    return picks


def note_order(picks: Sequence[Feature], *, by: Any) -> None:
    """A line of the log about the whole list, which is nothing that has a page of its own."""
    things = MODELS[picks[0].target_type].objects.filter(pk__in=[pick.target_id for pick in picks])
    named = {thing.pk: str(thing) for thing in things}
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(Feature),
        object_repr=f"Home page: {Target(picks[0].target_type).value}",
        action_flag=CHANGE,
        change_message=f"Put in order: {', '.join(named.get(pick.target_id, '-') for pick in picks)}.",
    )


def require_curator(by: Any) -> None:
    if not can_curate(by):
        raise PermissionDenied


def target_of(target_type: str, target_id: UUID) -> Any:
    target = KINDS[Target(target_type)].showable().filter(pk=target_id).first()
    if target is None:
        detail = _("There is nothing of this id that may be put forward.")
        raise ValidationError({"target_id": ValidationError(detail, code="does_not_exist")})
    return target


def require_future(until: datetime | None) -> None:
    if until is not None and until <= timezone.now():
        raise ValidationError({"until": ValidationError(_("Name a time to come."), code="invalid")})
