"""Copies of public pictures for anyone to fetch without us: put on the public shelf, and withdrawn from it.

The rows say what should be: a picture's `is_public`; a rendition's `is_published` says that its copy is there and told in
answers. Bytes come before the row that tells of them, and go after it, so that no address is told that leads nowhere, and
what was put there for nothing is taken back by who put it.
"""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import transaction

from gallery.imaging import geometry
from gallery.models import Image, Rendition
from gallery.storage import published, renditions


def is_on() -> bool:
    """Whether copies are published at all."""
    return bool(settings.CDN_URL)


def settle(image_ids: Iterable[UUID]) -> int:
    """Makes the public shelf what it should be for these pictures, whatever it was. Returns how many copies it published.

    Safe to run twice and two at once; raises StorageTrouble, and is then to be run again.
    """
    return sum(settle_one(image_id) for image_id in image_ids)


def settle_drawn(image_id: UUID) -> None:
    """Behind drawing: publishes what was drawn of a public picture. Nothing, and no query, where copies are not published."""
    if is_on():
        settle_one(image_id)


def settle_one(image_id: UUID) -> int:
    if is_on() and Image.objects.filter(pk=image_id, is_public=True).exists():
        return publish(image_id)
    withdraw(image_id)
    return 0


def publish(image_id: UUID) -> int:
    """Puts the standing copies of a picture on the public shelf, as far as they are not. Returns how many it put there.

    Whether it is still public is looked at again behind it, under its lock: what became private meanwhile goes again.
    """
    shelf, standing = published(), Rendition.objects.filter(image=image_id, size__in=geometry.NAMES)
    taken = []
    for name, size in standing.values_list("stored_name", "bytes"):
        if shelf.size(name) != size and renditions().size(name) == size:
            taken.append(name)
            shelf.take(renditions(), name)
    with transaction.atomic():
        seen = Image.objects.select_for_update().filter(pk=image_id, is_public=True).exists()
        there = set(standing.values_list("stored_name", flat=True)) if seen else set()
        standing.filter(is_published=False, stored_name__in=there).update(is_published=True)
    shelf.delete_many(set(taken) - there)
    return len(there & set(taken))


def withdraw(image_id: UUID) -> None:
    """Takes the copies of a picture from the public shelf, unless it is public again."""
    with transaction.atomic():
        if is_on() and Image.objects.select_for_update().filter(pk=image_id, is_public=True).exists():
            return
        copies = Rendition.objects.filter(image=image_id)
        copies.filter(is_published=True).update(is_published=False)
        names = list(copies.values_list("stored_name", flat=True))
    published().delete_many(names)
