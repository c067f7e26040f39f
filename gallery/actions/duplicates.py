"""Making one picture of several that show the same."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Count, F, Sum
from django.utils.translation import gettext as _

from accounts.exceptions import Conflict
from gallery.actions.album_images import require_own
from gallery.actions.albums import lock_owner
from gallery.actions.reach import followed
from gallery.actions.removal import remove_images
from gallery.actions.showing import followed_works
from gallery.actions.tags import MOST
from gallery.models import Access, Album, AlbumImage, ArtworkImage, File, Image, ImageTag, ShareUse, Watermark

TEXTS = ("title", "description", "alt_text")


def merge_images(
    *, kept: UUID, others: list[UUID], by: Any, links: Collection[UUID] = (), dry_run: bool = False
) -> None:
    """Gives a picture the albums, tags, covers, views, downloads and, where its own are empty, the texts of others, which are
    then deleted with their files. Who may see it stays as it is, but for what its new albums open. `dry_run` checks alone.

    Raises ValidationError on `image_ids` where it is to be merged with itself, Image.DoesNotExist where one is absent or unseen,
    PermissionDenied where one is another's, Conflict where something went meanwhile; then nothing has changed.
    """
    if kept in others:
        raise ValidationError({"image_ids": ValidationError(_("A picture is not merged with itself."), code="invalid")})
    try:
        with transaction.atomic():
            lock_owner(by.pk)
            works = ArtworkImage.objects.filter(image__in=[kept, *others]).values_list("artwork", flat=True)
            with followed_works(set(works)), followed([kept, *others]):
                require_own([kept, *others], by, links)
                hand_over(kept, others)
                remove_images(others, owner_id=by.pk)
            transaction.set_rollback(dry_run)
    except IntegrityError as error:
        raise Conflict(_("Your library has changed meanwhile. Please try again.")) from error


def hand_over(kept: UUID, others: list[UUID]) -> None:
    """Everything that the others have, to the one kept: what a moderator hid, too, stays hidden in it."""
    if Image.objects.filter(pk__in=others, is_hidden=True).exists():
        Image.objects.filter(pk=kept).update(is_hidden=True)
    take_texts_and_counts(kept, others)
    take_places(kept, others)
    take_tags(kept, others)
    take_views(kept, others)
    Album.objects.filter(cover_image__in=others).update(cover_image=kept)
    Watermark.objects.filter(image__in=others).update(image=kept)
    ShareUse.objects.filter(image__in=others).update(image=kept)


def take_texts_and_counts(kept: UUID, others: list[UUID]) -> None:
    """The first text there is for each that is empty; and who looked at them, which the counts are made of."""
    texts = {row["pk"]: row for row in Image.objects.filter(pk__in=[kept, *others]).values("pk", *TEXTS)}
    image = Image.objects.get(pk=kept)
    for name in TEXTS:
        setattr(image, name, next((texts[each][name] for each in [kept, *others] if texts[each][name]), ""))
    image.save(update_fields=[*TEXTS, "updated_at"])
    seen = Image.objects.filter(pk__in=others).aggregate(
        views=Sum("view_count", default=0), downloads=Sum("file__download_count", default=0)
    )
    Image.objects.filter(pk=kept).update(view_count=F("view_count") + seen["views"])
    File.objects.filter(pk=kept).update(download_count=F("download_count") + seen["downloads"])
    Access.objects.filter(file__in=others).update(file=kept)


def take_places(kept: UUID, others: list[UUID]) -> None:
    """In each album that does not hold it, the place of the first of the others there."""
    there = AlbumImage.objects.filter(image=kept).values("album")
    rows = AlbumImage.objects.filter(image__in=others).exclude(album__in=there).order_by("-position", "-pk")
    first = dict(rows.values_list("album", "pk"))  # of each album the last of these, which is the first of its order
    AlbumImage.objects.filter(pk__in=first.values()).update(image=kept)


def take_views(kept: UUID, others: list[UUID]) -> None:
    """In each work that does not show it, the place of the first of the others there; the rest go from it."""
    rows = ArtworkImage.objects.filter(image__in=others).order_by("-position", "-pk")
    there = ArtworkImage.objects.filter(image=kept).values("artwork")
    first = dict(rows.exclude(artwork__in=there).values_list("artwork", "pk"))
    ArtworkImage.objects.filter(pk__in=first.values()).update(image=kept)
    works = set(rows.values_list("artwork", flat=True))
    rows.delete()
    close_gaps_of_views(works)


def close_gaps_of_views(artworks: Collection[UUID]) -> None:
    """Numbers the pictures of each of these works from 0 on, in their order."""
    for artwork_id in sorted(artworks):
        views = ArtworkImage.objects.filter(artwork=artwork_id).order_by("position", "pk")
        for position, view in enumerate(views):
            ArtworkImage.objects.filter(pk=view.pk).update(position=position)


def take_tags(kept: UUID, others: list[UUID]) -> None:
    """Those of the others, as far as there is room: what most of them have first."""
    own = ImageTag.objects.filter(image=kept)
    found = ImageTag.objects.filter(image__in=others).exclude(tag__in=own.values("tag")).order_by()
    frequent = found.values_list("tag").annotate(often=Count("pk")).order_by("-often", "tag__name")
    uploaded_at = Image.objects.values_list("uploaded_at", flat=True).get(pk=kept)
    ImageTag.objects.bulk_create(
        ImageTag(image_id=kept, tag_id=tag, uploaded_at=uploaded_at) for tag, _often in frequent[: MOST - own.count()]
    )
