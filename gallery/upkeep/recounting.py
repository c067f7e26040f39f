"""Counting again what is kept as a number."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q, Sum

from accounts.models import Reservation, Statistics
from gallery.models import Access, Album, File, Image, Kind


def people() -> Iterator[UUID]:
    return Statistics.objects.order_by("pk").values_list("pk", flat=True).iterator()


@transaction.atomic
def recount(user_id: UUID) -> dict[str, tuple[int, int]]:
    """Sets right what a person's statistics say of their library; returns what was wrong as {name: (was, is)}.

    Their row is locked meanwhile, so that nothing is counted twice or not at all.
    """
    statistics = Statistics.objects.select_for_update().get(pk=user_id)
    wrong = {
        name: (getattr(statistics, name), value)
        for name, value in counted(user_id).items()
        if getattr(statistics, name) != value
    }
    Statistics.objects.filter(pk=user_id).update(**{name: value for name, (_, value) in wrong.items()})
    return wrong


def counted(user_id: UUID) -> dict[str, int]:
    """The true numbers. Views and downloads are not among them: those of files that are gone stay counted."""
    files: dict[str, Any] = File.objects.filter(owner=user_id).aggregate(
        file_count=Count("pk"),
        image_count=Count("pk", filter=Q(kind=Kind.IMAGE)),
        storage_used=Sum("size", default=0),
    )
    reserved = Reservation.objects.filter(user=user_id).aggregate(storage_reserved=Sum("size", default=0))
    return files | reserved | {"album_count": Album.objects.filter(owner=user_id).count()}


@transaction.atomic
def recount_image(image_id: UUID) -> dict[str, tuple[int, int]]:
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
