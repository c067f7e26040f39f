"""Counting again what is kept as a number."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q, QuerySet, Sum
from django.utils.module_loading import import_string

from accounts.models import Reservation, Statistics
from gallery.models import Access, Album, Artwork, File, Gallery, Image, Kind

Wrong = dict[str, tuple[int, int]]
"""What was wrong: {name: (was, is)}."""


def people() -> Iterator[UUID]:
    return Statistics.objects.order_by("pk").values_list("pk", flat=True).iterator()


@transaction.atomic
def set_right(row: QuerySet, count: Callable[[], dict[str, int]]) -> Wrong:
    """Gives one row the numbers that are counted while it is locked, so that nothing is counted twice or not at all; returns
    what was wrong. Nothing, where it went meanwhile."""
    there = row.select_for_update().first()
    wrong = {
        name: (getattr(there, name), number)
        for name, number in (count() if there else {}).items()
        if getattr(there, name) != number
    }
    if wrong:
        row.update(**{name: number for name, (_, number) in wrong.items()})
    return wrong


def recount(user_id: UUID) -> Wrong:
    """Sets right what a person's statistics say of their library and their works, and what the rooms count that
    settings.PERSON_RECOUNTS names; returns what was wrong."""
    wrong = set_right(Statistics.objects.filter(pk=user_id), lambda: counted(user_id))
    for path in settings.PERSON_RECOUNTS:
        wrong |= import_string(path)(user_id)
    return wrong


def counted(user_id: UUID) -> dict[str, int]:
    """The true numbers. Views and downloads are not among them: those of files that are gone stay counted."""
    files: dict[str, Any] = File.objects.filter(owner=user_id).aggregate(
        file_count=Count("pk"),
        image_count=Count("pk", filter=Q(kind=Kind.IMAGE)),
        storage_used=Sum("size", default=0),
    )
    reserved = Reservation.objects.filter(user=user_id).aggregate(storage_reserved=Sum("size", default=0))
    works: dict[str, int] = Artwork.objects.filter(owner=user_id).aggregate(
        artwork_count=Count("pk"), public_artwork_count=Count("pk", filter=Q(is_public=True))
    )
    rooms = {"gallery_count": Gallery.objects.filter(owner=user_id).count()}
    return files | reserved | works | rooms | {"album_count": Album.objects.filter(owner=user_id).count()}


@transaction.atomic
def recount_image(image_id: UUID) -> Wrong:
    """Sets right how often a picture was seen and taken, by its history; returns what was wrong."""
    image = Image.objects.select_related("file").select_for_update(of=("self",)).get(pk=image_id)
    seen = Access.objects.filter(file=image_id).aggregate(
        views=Count("pk", filter=Q(action=Access.Action.VIEW)),
        downloads=Count("pk", filter=Q(action=Access.Action.DOWNLOAD)),
    )
    wrong = {}
    if image.view_count != seen["views"]:
        wrong["view_count"] = (image.view_count, seen["views"])
        Image.objects.filter(pk=image_id).update(view_count=seen["views"])
    if image.file.download_count != seen["downloads"]:
        wrong["download_count"] = (image.file.download_count, seen["downloads"])
        File.objects.filter(pk=image_id).update(download_count=seen["downloads"])
    return wrong
