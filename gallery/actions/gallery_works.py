"""What hangs in a gallery, and in which order."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from gallery.actions.albums import lock_owner
from gallery.actions.galleries import hang, require_present
from gallery.actions.showing import followed_works
from gallery.models import Artwork, Gallery, GalleryArtwork

BATCH = 500


@contextmanager
def rehung(gallery: Gallery, works: Collection[UUID] = ()) -> Iterator[QuerySet[GalleryArtwork]]:
    """Gives what hangs in a gallery, to be changed; works that come into it are named, so that they hold still. Behind it all
    that follows is right, and the gallery says that it was changed, if others than its artist see another order than before: a
    hidden work is not to be told by a date.

    Raises Gallery.DoesNotExist where it went meanwhile.
    """
    inside = GalleryArtwork.objects.filter(gallery=gallery.pk)
    seen = inside.filter(artwork__is_public=True).order_by("position", "artwork").values_list("artwork", flat=True)
    with transaction.atomic():
        lock_owner(gallery.owner_id)
        with followed_works(works, galleries=[gallery.pk]):
            require_present(gallery)
            before = list(seen.all())
            yield inside
            if list(seen.all()) != before:
                Gallery.objects.filter(pk=gallery.pk).update(updated_at=Now())


def place_artwork(*, gallery: Gallery, by: Any, artwork_id: UUID, position: int | None = None) -> None:
    """Hangs a work of the gallery's artist at `position`, counted from 0; without one, and past the end, last. One that hangs
    there already moves.

    Raises ValidationError on `artwork_id` unless it is a work of theirs, Gallery.DoesNotExist where the gallery went meanwhile.
    """
    with rehung(gallery, [artwork_id]) as inside:
        if not Artwork.objects.filter(pk=artwork_id, owner=gallery.owner_id).exists():
            detail = _("There is no such work of yours.")
            raise ValidationError({"artwork_id": ValidationError(detail, code="does_not_exist")})
        hang(gallery, artwork_id)
        last = inside.count() - 1
        move(inside, artwork_id, to=last if position is None else min(position, last))


def move(inside: QuerySet[GalleryArtwork], artwork_id: UUID, *, to: int) -> None:
    """Puts one of these to a place, and those between there and where it was one further."""
    place = inside.values_list("position", flat=True).get(artwork=artwork_id)
    inside.filter(position__gte=to, position__lt=place).update(position=F("position") + 1)
    inside.filter(position__gt=place, position__lte=to).update(position=F("position") - 1)
    inside.filter(artwork=artwork_id).update(position=to)


def order_artworks(*, gallery: Gallery, by: Any, artwork_ids: Sequence[UUID]) -> None:
    """Gives the works of a gallery this order. Raises ValidationError on `artwork_ids` unless they are exactly those in it, what
    only the artist sees among them; Gallery.DoesNotExist where it went meanwhile."""
    with rehung(gallery) as inside:
        rows = {row.artwork_id: row for row in inside.all()}
        if len(artwork_ids) != len(rows) or set(artwork_ids) != set(rows):
            detail = _("Name every work of the gallery once, and no other.")
            raise ValidationError({"artwork_ids": ValidationError(detail, code="incomplete")})
        for place, artwork_id in enumerate(artwork_ids):
            rows[artwork_id].position = place
        GalleryArtwork.objects.bulk_update(rows.values(), ["position"], batch_size=BATCH)


def take_down(*, gallery: Gallery, by: Any, artwork_id: UUID) -> None:
    """Takes a work out of a gallery, and keeps it. Raises GalleryArtwork.DoesNotExist where it does not hang in it (any more)."""
    with rehung(gallery) as inside:
        removed, _rows = inside.filter(artwork=artwork_id).delete()
        if not removed:
            raise GalleryArtwork.DoesNotExist
