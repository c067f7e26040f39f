"""Making, changing and deleting works."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions import count
from accounts.exceptions import Conflict
from gallery import tasks
from gallery.actions.albums import lock_owner
from gallery.actions.galleries import hang
from gallery.actions.reach import followed, lock
from gallery.actions.removal import remove_images
from gallery.actions.showing import followed_works, pictures_of
from gallery.actions.tags import fold_tags, tags_named
from gallery.models import AlbumImage, Artwork, ArtworkImage, ArtworkTag, Gallery, Image, Status

CHANGEABLE = {
    "title", "description", "alt_text", "medium", "dimensions", "width_cm", "height_cm", "depth_cm", "creation_date",
    "creation_precision", "price", "currency", "availability_status", "category", "license", "is_mature", "status",
    "published_at",
}  # fmt: skip
MOST_VIEWS = 50


def create_artwork(
    *, by: Any, image_ids: Sequence[UUID], tags: Sequence[str] = (), gallery: Gallery | None = None, **facts: Any
) -> Artwork:
    """A new work that shows these pictures of one's own, the first as the main one, hung last in `gallery`.

    `facts` are named in `CHANGEABLE`. Raises ValidationError by field, Conflict where something went meanwhile.
    """
    artwork = Artwork(owner=by)
    names = fold_tags(tags)
    set_facts(artwork, facts)
    try:
        with transaction.atomic():
            lock_owner(by.pk)
            with followed_works([artwork.pk], galleries=[gallery.pk] if gallery else []):
                artwork.save(force_insert=True)
                set_views(artwork, image_ids)
                set_artwork_tags(artwork, names)
                if gallery:
                    hang(gallery, artwork.pk)
            count(by.pk, artwork_count=1)
            appear_in_time(artwork)
    except IntegrityError as error:
        raise Conflict(_("Your works have changed meanwhile. Please try again.")) from error
    return artwork


def change_artwork(
    *,
    artwork: Artwork,
    by: Any,
    image_ids: Sequence[UUID] | None = None,
    tags: Sequence[str] | None = None,
    gallery: Gallery | None = None,
    **facts: Any,
) -> Artwork:
    """Changes what is given and nothing else: its pictures and tags become exactly those given, and in `gallery` it hangs too.

    Raises as `create_artwork`, and Artwork.DoesNotExist where it went meanwhile.
    """
    names = None if tags is None else fold_tags(tags)
    try:
        with transaction.atomic():
            lock_owner(artwork.owner_id)
            with followed_works([artwork.pk], galleries=[gallery.pk] if gallery else []):
                artwork.refresh_from_db()
                set_facts(artwork, facts)
                artwork.save(update_fields=[*(CHANGEABLE & {*facts, "published_at"}), "updated_at"])
                if image_ids is not None:
                    set_views(artwork, image_ids)
                if names is not None:
                    set_artwork_tags(artwork, names)
                if gallery:
                    hang(gallery, artwork.pk)
            appear_in_time(artwork)
    except IntegrityError as error:
        raise Conflict(_("Your works have changed meanwhile. Please try again.")) from error
    return artwork


def set_facts(artwork: Artwork, facts: dict[str, Any]) -> None:
    """Gives a work what is said of it. Raises ValidationError by field."""
    if unknown := set(facts) - CHANGEABLE:
        raise ValidationError({name: _("This cannot be changed.") for name in unknown})
    for name, value in facts.items():
        setattr(artwork, name, value)
    if artwork.status == Status.DRAFT:
        artwork.published_at = None
    elif artwork.published_at is None:
        artwork.published_at = timezone.now()


def set_views(artwork: Artwork, image_ids: Sequence[UUID]) -> None:
    """Has a work show these pictures in this order. Raises ValidationError on `image_ids`."""
    wanted = list(dict.fromkeys(image_ids))
    if not 0 < len(wanted) <= MOST_VIEWS:
        detail = _("A work shows at least one picture, and at most %d.") % MOST_VIEWS
        raise ValidationError({"image_ids": ValidationError(detail, code="invalid")})
    own = Image.objects.filter(pk__in=wanted, owner=artwork.owner_id)
    lock([own])
    if own.count() < len(wanted):
        detail = _("There is no such picture of yours.")
        raise ValidationError({"image_ids": ValidationError(detail, code="does_not_exist")})
    ArtworkImage.objects.filter(artwork=artwork).delete()
    ArtworkImage.objects.bulk_create(
        ArtworkImage(artwork=artwork, image_id=image_id, position=position) for position, image_id in enumerate(wanted)
    )


def set_artwork_tags(artwork: Artwork, names: list[str]) -> None:
    """Gives a work exactly these folded tags. To be called within `followed_works`."""
    tags = tags_named(names) if names else []
    ArtworkTag.objects.filter(artwork=artwork).exclude(tag__in=tags).delete()
    ArtworkTag.objects.bulk_create([ArtworkTag(artwork=artwork, tag=tag) for tag in tags], ignore_conflicts=True)


def appear_in_time(artwork: Artwork) -> None:
    """Has a scheduled work published at its time, to the second; a periodic task stands behind."""
    if artwork.status == Status.SCHEDULED:
        tasks.publish_artwork.using(run_after=artwork.published_at).enqueue(str(artwork.pk))


@transaction.atomic
def delete_artwork(*, artwork: Artwork, by: Any, keep_images: bool = False) -> int:
    """Deletes a work, and its pictures but for those that another work or an album shows; tells how many pictures went.

    Raises Artwork.DoesNotExist where it went meanwhile.
    """
    lock_owner(artwork.owner_id)
    with followed_works([artwork.pk]):
        only_here = [] if keep_images else shown_only_by([artwork.pk])
        with followed(only_here):
            deleted, _rows = Artwork.objects.filter(pk=artwork.pk).delete()
            if not deleted:
                raise Artwork.DoesNotExist
            remove_images(only_here, owner_id=artwork.owner_id)
    count(artwork.owner_id, artwork_count=-1)
    return len(only_here)


def shown_only_by(artworks: Sequence[UUID]) -> list[UUID]:
    """The pictures of these works that no other work and no album shows."""
    elsewhere = ArtworkImage.objects.filter(image=OuterRef("pk")).exclude(artwork__in=artworks)
    images = Image.objects.filter(pk__in=pictures_of(artworks))
    in_albums = AlbumImage.objects.filter(image=OuterRef("pk"))
    return sorted(images.exclude(Exists(elsewhere)).exclude(Exists(in_albums)).values_list("pk", flat=True))
