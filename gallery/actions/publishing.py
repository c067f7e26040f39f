"""What a change of who may see a picture, and on what terms, does to its copies for others."""

from collections.abc import Collection, Iterable
from itertools import islice
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from gallery import publishing, tasks
from gallery.imaging import geometry
from gallery.models import Image, Rendition
from gallery.storage import published
from gallery.terms import terms_of

BATCH = 100  # pictures that one task settles


def public_among(batches: Iterable[list[UUID]]) -> set[UUID]:
    """Which of these pictures anyone may see; none, and no query, where copies are not published."""
    if not publishing.is_on():
        return set()
    return {
        image_id
        for some in batches
        for image_id in Image.objects.filter(pk__in=some, is_public=True).values_list("pk", flat=True)
    }


def follow(*, before: Collection[UUID], now: Collection[UUID]) -> None:
    """Withdraws the copies of what is no longer public as soon as that is certain, and has those of what is now public
    published by a task. The task also stands behind the withdrawal, should storage be away just then.
    """
    hidden, shown = set(before) - set(now), set(now) - set(before)
    for some in batches(hidden):
        withdraw(Rendition.objects.filter(image__in=some))
    for some in batches(hidden | shown):
        tasks.settle_publication.enqueue([str(image_id) for image_id in some])


def follow_shown(*, hidden: Collection[UUID], shown: Collection[UUID]) -> None:
    """The same for pictures that works no longer show, or begin to: what is left of a public picture are its own copies, and
    what others are to get under a mark is drawn first."""
    if publishing.is_on():
        for some in batches(hidden):
            copies = Rendition.objects.filter(image__in=some)
            withdraw(copies.exclude(image__is_public=True, size__in=geometry.NAMES))
            tasks.settle_publication.enqueue([str(image_id) for image_id in some])
    for some in batches(shown):
        if publishing.is_on() or Image.objects.filter(pk__in=some, owner__watermark__enabled=True).exists():
            tasks.mark_images.enqueue([str(image_id) for image_id in some])


def follow_terms(owner_id: UUID) -> None:
    """After a change of a person's limit or mark: withdraws what others are not to get any more as soon as that is certain, and
    has the copies that they are to get drawn, and published, by a task. To be called under the owner's lock."""
    if publishing.is_on():
        copies = Rendition.objects.filter(image__owner=owner_id, image__is_shown=True)
        beyond = copies.exclude(size__in=terms_of(owner_id).sizes)
        withdraw(beyond.exclude(image__is_public=True, size__in=geometry.NAMES))
    tasks.renew_shown.enqueue(str(owner_id))


def withdraw(copies: QuerySet[Rendition]) -> None:
    """Says of these copies that they are not published, and takes them away as soon as that is certain."""
    names = list(copies.filter(is_published=True).values_list("stored_name", flat=True))
    copies.filter(is_published=True).update(is_published=False)
    transaction.on_commit(lambda: published().delete_many(names), robust=True)


def publish_later(image_id: UUID) -> None:
    """Has the copies of a picture published that were drawn a moment ago, where anyone may see it."""
    if publishing.is_on() and Image.objects.to_anyone().filter(pk=image_id).exists():
        tasks.settle_publication.enqueue([str(image_id)])


def batches(image_ids: Iterable[UUID]) -> Iterable[list[UUID]]:
    ordered = iter(sorted(image_ids))
    return iter(lambda: list(islice(ordered, BATCH)), [])
