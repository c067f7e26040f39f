"""What a change of who may see a picture does to its published copies."""

from collections.abc import Collection, Iterable
from itertools import islice
from uuid import UUID

from django.db import transaction

from gallery import publishing, tasks
from gallery.models import Image, Rendition
from gallery.storage import published

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
        copies = Rendition.objects.filter(image__in=some, is_published=True)
        names = list(copies.values_list("stored_name", flat=True))
        copies.update(is_published=False)
        withdraw_on_commit(names)
    for some in batches(hidden | shown):
        tasks.settle_publication.enqueue([str(image_id) for image_id in some])


def withdraw_on_commit(names: list[str]) -> None:
    transaction.on_commit(lambda: published().delete_many(names), robust=True)


def publish_later(image_id: UUID) -> None:
    """Has the copies of a picture published that were drawn a moment ago, where it is public."""
    if publishing.is_on() and Image.objects.filter(pk=image_id, is_public=True).exists():
        tasks.settle_publication.enqueue([str(image_id)])


def batches(image_ids: Iterable[UUID]) -> Iterable[list[UUID]]:
    ordered = iter(sorted(image_ids))
    return iter(lambda: list(islice(ordered, BATCH)), [])
