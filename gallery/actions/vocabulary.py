"""The moderators' care for tags: one word renamed, several made one, wherever they stand."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery.actions.reach import followed
from gallery.actions.tags import LONGEST, fold_tag, slug_of
from gallery.models import ImageTag, Tag

BATCH = 1_000


def valid_tag(name: str) -> str:
    """A name folded as tags are. Raises ValidationError on `name` where it can be none."""
    folded = fold_tag(name)
    if not folded or len(folded) > LONGEST or "," in folded:
        words = _("A tag has 1 to %d characters, and no comma.") % LONGEST
        raise ValidationError({"name": ValidationError(words, code="invalid")})
    return folded


def rename_tag(*, tag: Tag, name: str, by: Any) -> Tag:
    """Gives a tag another name on every picture, and notes who did. Raises ValidationError on `name`, and Conflict
    (`name_taken`) where there is such a tag: those two can be merged."""
    folded = valid_tag(name)
    try:
        with followed(tagged([tag.pk])):
            old = Tag.objects.select_for_update().get(pk=tag.pk)
            if old.name != folded:
                Tag.objects.filter(pk=tag.pk).update(name=folded, slug=slug_of(folded))
                note([old], CHANGE, f"Renamed from “{old.name}” to “{folded}”.", by=by)
    except IntegrityError as error:
        raise Conflict(_("There is a tag of this name already."), code="name_taken", attr="name") from error
    return Tag.objects.get(pk=tag.pk)


def merge_tags(*, into: Tag, others: Collection[Tag], by: Any) -> Tag:
    """Puts one tag in the place of others on every picture, each at most once, deletes those, and notes who did.

    Raises Conflict where one of them was given to another picture meanwhile, or is gone; then nothing has changed.
    """
    gone = [tag for tag in others if tag.pk != into.pk]
    ids = [tag.pk for tag in gone]
    images = tagged(ids)
    with followed(images):
        there = Tag.objects.select_for_update().filter(pk__in=[into.pk, *ids]).order_by("pk")
        if len(there) < len(ids) + 1 or tagged(ids) != images:
            raise Conflict(_("These tags have changed meanwhile. Please try again."))
        rows = ImageTag.objects.filter(tag__in=ids).values_list("image", "uploaded_at").order_by().distinct()
        new = [ImageTag(image_id=image, tag=into, uploaded_at=uploaded_at) for image, uploaded_at in rows]
        ImageTag.objects.bulk_create(new, ignore_conflicts=True, batch_size=BATCH)
        note(gone, DELETION, f"Merged into “{into.name}”.", by=by)
        note([into], CHANGE, f"Merged with {', '.join(f'“{tag.name}”' for tag in gone)}.", by=by)
        Tag.objects.filter(pk__in=ids).delete()
    return Tag.objects.get(pk=into.pk)


@transaction.atomic
def delete_tags(*, tags: Collection[Tag], by: Any) -> None:
    """Takes tags from every picture. Who did is noted by whoever calls."""
    ids = [tag.pk for tag in tags]
    with followed(tagged(ids)):
        Tag.objects.filter(pk__in=ids).delete()


def tagged(tags: Collection[int]) -> set[UUID]:
    """The pictures that any of these stands on."""
    return set(ImageTag.objects.filter(tag__in=tags).values_list("image", flat=True))


def note(tags: Collection[Tag], flag: int, words: str, *, by: Any) -> None:
    for tag in tags:
        LogEntry.objects.log_actions(by.pk, [tag], flag, change_message=words, single_object=True)
