"""A person's tags on everything that is theirs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery.actions.albums import lock_owner
from gallery.actions.reach import followed, in_batches
from gallery.actions.showing import followed_works
from gallery.actions.tags import add_tags, fold_tag, fold_tags, remove_tags, tags_named
from gallery.models import Artwork, ArtworkTag, Image, Tag


@dataclass(frozen=True)
class Replaced:
    """On how many pictures and works of theirs the tag stood, and on how many of these the other one did already."""

    images: int
    works: int
    had_both: int


def replace_tag(*, name: str, into: str, by: Any, dry_run: bool = False) -> Replaced:
    """Takes a tag from all pictures and works of a person and, unless `into` is empty, gives them that one instead; what others
    tagged stays as it is. With `dry_run` it is done, and undone again.

    Raises ValidationError on `name` where they have no such tag, on `into` where that is no tag, the same one or several;
    Conflict where something went meanwhile. Then nothing has changed.
    """
    old, new = fold_tag(name), single(into)
    if old == new:
        raise ValidationError({"into": ValidationError(_("It is called that already."), code="invalid")})
    try:
        with transaction.atomic():
            lock_owner(by.pk)
            replaced = replace(old, new, by)
            transaction.set_rollback(dry_run)
    except IntegrityError as error:
        raise Conflict(_("Your library has changed meanwhile. Please try again.")) from error
    return replaced


def single(text: str) -> str:
    """One folded tag, or none. Raises ValidationError on `into`."""
    try:
        names = fold_tags([text])
    except ValidationError as error:
        raise ValidationError({"into": error.messages}) from error
    if len(names) > 1:
        raise ValidationError({"into": ValidationError(_("Give one tag, without a comma."), code="invalid")})
    return names[0] if names else ""


def replace(old: str, new: str, by: Any) -> Replaced:
    images = list(Image.objects.filter(owner=by, image_tags__tag__name=old).values_list("pk", flat=True))
    works = list(Artwork.objects.filter(owner=by, artwork_tags__tag__name=old).values_list("pk", flat=True))
    if not images and not works:
        raise ValidationError({"name": ValidationError(_("Nothing of yours has this tag."), code="invalid")})
    with followed_works(works), followed(images):
        # First away and then there: of what has all the tags that it may have, none is in the way of the other.
        remove_tags(images, [old])
        new_on_images = add_all(images, [new] if new else [])
        new_on_works = replace_on_works(works, old, new)
        Image.objects.filter(pk__in=images).update(updated_at=Now())
        Artwork.objects.filter(pk__in=works).update(updated_at=Now())
    both = len(images) + len(works) - new_on_images - new_on_works if new else 0
    return Replaced(len(images), len(works), both)


def add_all(images: Collection[UUID], names: list[str]) -> int:
    """On how many of the pictures these are new."""
    return sum(len(add_tags(some, names)) for some in in_batches(images)) if names else 0


def replace_on_works(works: Sequence[UUID], old: str, new: str) -> int:
    """On how many of the works the new one was not."""
    rows = ArtworkTag.objects.filter(artwork__in=works)
    rows.filter(tag__in=Tag.objects.filter(name=old)).delete()
    if not new:
        return 0
    tag = tags_named([new])[0]
    there = set(rows.filter(tag=tag).values_list("artwork", flat=True))
    ArtworkTag.objects.bulk_create(ArtworkTag(artwork_id=each, tag=tag) for each in works if each not in there)
    return len(works) - len(there)
