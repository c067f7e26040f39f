"""Copies of what anyone may see for anyone to fetch without us: put on the public shelf, and withdrawn from it.

The rows say what should be: a picture's `is_public` and `is_shown`, and the terms of its owner; a rendition's `is_published` says
that its copy is there and told in answers. Bytes come before the row that tells of them, and go after it, so that no address is
told that leads nowhere, and what was put there for nothing is taken back by who put it.
"""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from gallery.imaging import geometry
from gallery.models import Image, Rendition
from gallery.storage import published, renditions
from gallery.terms import terms_of


def is_on() -> bool:
    """Whether copies are published at all."""
    return bool(settings.CDN_URL)


def settle(image_ids: Iterable[UUID]) -> int:
    """Makes the public shelf what it should be for these pictures, whatever it was. Returns how many copies it published.

    Safe to run twice and two at once; raises StorageTrouble, and is then to be run again.
    """
    return sum(settle_one(image_id) for image_id in image_ids)


def settle_drawn(image_id: UUID) -> None:
    """Behind drawing: publishes what was drawn for anyone. Nothing, and no query, where copies are not published."""
    if is_on():
        settle_one(image_id)


def settle_one(image_id: UUID) -> int:
    """Puts on the public shelf what is due of a picture, and takes the rest of it away. Returns how many it put there."""
    there, taken = put_there(due_copies(image_id))
    return conclude(image_id, there, taken)


def conclude(image_id: UUID, there: set[str], taken: set[str]) -> int:
    """Tells of the copies that lie `there`, and takes away what is not due. That is looked at again, under locks: of what was
    `taken` there a moment ago, what was hidden meanwhile goes again."""
    standing = Rendition.objects.filter(image=image_id, used_at=None)
    with transaction.atomic():
        lock(image_id)
        due = set(due_copies(image_id).values_list("stored_name", flat=True))
        standing.filter(is_published=False, stored_name__in=due & there).update(is_published=True)
        standing.filter(is_published=True).exclude(stored_name__in=due).update(is_published=False)
        kept = set(standing.values_list("stored_name", flat=True))
    if undue := (kept | taken) - due:
        published().delete_many(undue)
    return len(taken & due)


def due_copies(image_id: UUID) -> QuerySet[Rendition]:
    """The copies of a picture that are to be public: of a public one every standing copy; of one that a work shows those that
    others get there, within its owner's limit and under their mark."""
    facts = (
        Image.objects.values_list("owner_id", "is_public", "is_shown").filter(pk=image_id).first() if is_on() else None
    )
    owner_id, is_public, is_shown = facts or (None, False, False)
    sizes = set(geometry.NAMES) if is_public else set()
    if owner_id and is_shown:
        sizes |= terms_of(owner_id).sizes
    return Rendition.objects.filter(image=image_id, size__in=sizes)


def put_there(copies: QuerySet[Rendition]) -> tuple[set[str], set[str]]:
    """Puts these copies on the public shelf, as far as they are not. Returns the names of all that are there now, and of those
    that it put there."""
    shelf, there, taken = published(), set(), set()
    for name, size in copies.values_list("stored_name", "bytes"):
        if shelf.size(name) == size:
            there.add(name)
        elif renditions().size(name) == size:
            taken.add(name)
            shelf.take(renditions(), name)
    return there | taken, taken


def lock(image_id: UUID) -> None:
    """Locks what says which copies are due: the owner, whose terms change under that lock, then the picture."""
    owner = Image.objects.filter(pk=image_id).values("owner")
    User.objects.select_for_update(no_key=True).filter(pk__in=owner).values_list("pk").first()
    Image.objects.select_for_update().filter(pk=image_id).values_list("pk").first()
