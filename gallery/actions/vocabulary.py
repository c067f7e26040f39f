"""The moderators' care for tags: one word renamed, several made one, wherever they stand."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.contrib.admin.models import CHANGE, DELETION
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from accounts.actions.notes import note
from accounts.exceptions import Conflict
from gallery.actions.reach import followed
from gallery.actions.showing import followed_works
from gallery.actions.tags import LONGEST, fold_tag, slug_of
from gallery.models import ArtworkTag, ImageTag, Tag

BATCH = 1_000


def valid_tag(name: str) -> str:
    """A name folded as tags are. Raises ValidationError on `name` where it can be none."""
    folded = fold_tag(name)
    if not folded or len(folded) > LONGEST or "," in folded:
        words = _("A tag has 1 to %d characters, and no comma.") % LONGEST
        raise ValidationError({"name": ValidationError(words, code="invalid")})
    return folded


def rename_tag(*, tag: Tag, name: str, by: Any) -> Tag:
    """Gives a tag another name on every picture and work, and notes who did. Raises ValidationError on `name`, and Conflict
    (`name_taken`) where there is such a tag: those two can be merged."""
    folded = valid_tag(name)
    try:
        with all_followed([tag.pk]):
            old = Tag.objects.select_for_update().get(pk=tag.pk)
            if old.name != folded:
                Tag.objects.filter(pk=tag.pk).update(name=folded, slug=slug_of(folded))
                note([old], CHANGE, f"Renamed from “{old.name}” to “{folded}”.", by=by)
    except IntegrityError as error:
        raise Conflict(_("There is a tag of this name already."), code="name_taken", attr="name") from error
    return Tag.objects.get(pk=tag.pk)


def merge_tags(*, into: Tag, others: Collection[Tag], by: Any) -> Tag:
    """Puts one tag in the place of others on every picture and work, each at most once, deletes those, and notes who did.

    Raises Conflict where one of them was given to another picture or work meanwhile, or is gone; then nothing has changed.
    """
    gone = [tag for tag in others if tag.pk != into.pk]
    ids = [tag.pk for tag in gone]
    with all_followed(ids) as (images, works):
        there = Tag.objects.select_for_update().filter(pk__in=[into.pk, *ids]).order_by("pk")
        if len(there) < len(ids) + 1 or (tagged(ids), tagged_works(ids)) != (images, works):
            raise Conflict(_("These tags have changed meanwhile. Please try again."))
        rows = ImageTag.objects.filter(tag__in=ids).values_list("image", "uploaded_at").order_by().distinct()
        new = [ImageTag(image_id=image, tag=into, uploaded_at=uploaded_at) for image, uploaded_at in rows]
        ImageTag.objects.bulk_create(new, ignore_conflicts=True, batch_size=BATCH)
        on_works = [ArtworkTag(artwork_id=work, tag=into) for work in works]
        ArtworkTag.objects.bulk_create(on_works, ignore_conflicts=True, batch_size=BATCH)
        note(gone, DELETION, f"Merged into “{into.name}”.", by=by)
        note([into], CHANGE, f"Merged with {', '.join(f'“{tag.name}”' for tag in gone)}.", by=by)
        Tag.objects.filter(pk__in=ids).delete()
    return Tag.objects.get(pk=into.pk)


def delete_tags(*, tags: Collection[Tag], by: Any) -> None:
    """Takes tags from every picture and work. Who did is noted by whoever calls."""
    ids = [tag.pk for tag in tags]
    with all_followed(ids):
        Tag.objects.filter(pk__in=ids).delete()


@contextmanager
def all_followed(tags: Collection[int]) -> Iterator[tuple[set[UUID], set[UUID]]]:
    """`followed` for the pictures, and `followed_works` for the works, that any of these tags stands on: gives their ids."""
    images, works = tagged(tags), tagged_works(tags)
    with followed_works(works), followed(images):
        yield images, works


def tagged(tags: Collection[int]) -> set[UUID]:
    """The pictures that any of these stands on."""
    return set(ImageTag.objects.filter(tag__in=tags).values_list("image", flat=True))


def tagged_works(tags: Collection[int]) -> set[UUID]:
    """The works that any of these stands on."""
    return set(ArtworkTag.objects.filter(tag__in=tags).values_list("artwork", flat=True))
