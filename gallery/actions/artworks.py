"""Making, changing and deleting works."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from accounts.actions import count
from accounts.exceptions import Conflict
from gallery import tasks
from gallery.actions.albums import lock_owner
from gallery.actions.galleries import hang
from gallery.actions.reach import followed, in_batches, lock
from gallery.actions.removal import remove_images
from gallery.actions.showing import followed_works, pictures_of
from gallery.actions.tags import fold_tags
from gallery.actions.work_facts import CHANGEABLE, set_facts
from gallery.actions.work_tags import set_artwork_tags
from gallery.models import AlbumImage, Artwork, ArtworkImage, Gallery, Image, Status

MOST_VIEWS = 50


@contextmanager
def in_one(owner_id: UUID) -> Iterator[None]:
    """All that is done within to a person's works, or nothing of it; one after the other. Raises Conflict where what is named
    went meanwhile."""
    try:
        with transaction.atomic():
            lock_owner(owner_id)
            yield
    except IntegrityError as error:
        raise Conflict(_("Your works have changed meanwhile. Please try again.")) from error


def create_artwork(
    *, by: Any, image_ids: Sequence[UUID], tags: Sequence[str] = (), gallery: Gallery | None = None, **facts: Any
) -> Artwork:
    """A new work that shows these pictures of one's own, the first as the main one, hung last in `gallery`.

    `facts` are named in `CHANGEABLE`. Raises ValidationError by field, Conflict where something went meanwhile.
    """
    artwork = Artwork(owner=by)
    names = fold_tags(tags)
    set_facts(artwork, facts)
    with in_one(by.pk):
        with followed_works([artwork.pk], galleries=[gallery.pk] if gallery else []):
            artwork.save(force_insert=True)
            set_views(artwork, image_ids)
            set_artwork_tags([artwork.pk], names)
            if gallery:
                hang(gallery, artwork.pk)
        count(by.pk, artwork_count=1)
        appear_in_time(artwork)
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
    with in_one(artwork.owner_id):
        with followed_works([artwork.pk], galleries=[gallery.pk] if gallery else []):
            artwork.refresh_from_db()
            planned = artwork.status, artwork.published_at
            set_facts(artwork, facts)
            artwork.save(update_fields=[*(CHANGEABLE & {*facts, "published_at"}), "updated_at"])
            if image_ids is not None:
                set_views(artwork, image_ids)
            if names is not None:
                set_artwork_tags([artwork.pk], names)
            if gallery:
                hang(gallery, artwork.pk)
        if planned != (artwork.status, artwork.published_at):
            appear_in_time(artwork)
    return artwork


def set_views(artwork: Artwork, image_ids: Sequence[UUID]) -> None:
    """Has a work show these pictures in this order. Raises ValidationError on `image_ids`."""
    wanted = list(dict.fromkeys(image_ids))
    if not 0 < len(wanted) <= MOST_VIEWS:
        detail = _("A work shows at least one picture, and at most %d.") % MOST_VIEWS
        raise ValidationError({"image_ids": ValidationError(detail, code="invalid")})
    # With those that it shows no longer, which are told so behind this: all in one order, whoever else locks them.
    lock([Image.objects.filter(pk__in={*wanted, *pictures_of([artwork.pk])})])
    if Image.objects.filter(pk__in=wanted, owner=artwork.owner_id).count() < len(wanted):
        detail = _("There is no such picture of yours.")
        raise ValidationError({"image_ids": ValidationError(detail, code="does_not_exist")})
    ArtworkImage.objects.filter(artwork=artwork).delete()
    ArtworkImage.objects.bulk_create(
        ArtworkImage(artwork=artwork, image_id=image_id, position=position) for position, image_id in enumerate(wanted)
    )


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
        if not Artwork.objects.filter(pk=artwork.pk).exists():
            raise Artwork.DoesNotExist
        return remove_artworks([artwork.pk], owner_id=artwork.owner_id, keep_images=keep_images)


def remove_artworks(artworks: Collection[UUID], *, owner_id: UUID, keep_images: bool) -> int:
    """Deletes these works of one person, which are there, as `delete_artwork` does one. To be called within `followed_works`,
    which has locked them, and with their owner locked."""
    only_here = [] if keep_images else shown_only_by(artworks)
    with followed(only_here):
        Artwork.objects.filter(pk__in=artworks).delete()
        for some in in_batches(only_here):
            remove_images(some, owner_id=owner_id)
    count(owner_id, artwork_count=-len(artworks))
    return len(only_here)


def shown_only_by(artworks: Collection[UUID]) -> list[UUID]:
    """The pictures of these works that no other work and no album shows."""
    elsewhere = ArtworkImage.objects.filter(image=OuterRef("pk")).exclude(artwork__in=artworks)
    in_albums = AlbumImage.objects.filter(image=OuterRef("pk"))
    found: list[UUID] = []
    for some in in_batches(pictures_of(artworks)):
        alone = Image.objects.filter(pk__in=some).exclude(Exists(elsewhere)).exclude(Exists(in_albums))
        found += alone.order_by("pk").values_list("pk", flat=True)
    return found
