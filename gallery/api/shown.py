"""Pictures of the library by their own addresses, for those too who see them only because a work shows them: to these as the work
tells and gives them, within its artist's limit and under the artist's mark. They stand in no list of pictures, nor do those whose
bytes another room opens to somebody (settings.FILE_OPENERS), to whom they go out as any picture goes to others."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from gallery.api import bytes as whole
from gallery.api.bytes import choice
from gallery.api.drawn import find_opened
from gallery.api.pictures import Row, tell_whole
from gallery.api.work_bytes import original, standing_view
from gallery.api.works import tell_artworks, tell_exif
from gallery.imaging import geometry
from gallery.imaging.recipes import FORMATS
from gallery.models import Artwork, Image
from gallery.querysets.opened import opened_name


def is_shown(image_id: UUID) -> bool:
    """Whether a work shows a picture that anyone may see."""
    return Image.objects.filter(pk=image_id, is_shown=True).exists()


def work_showing(image_id: UUID) -> UUID:
    """The newest work that anyone may see and that shows this picture. Raises Image.DoesNotExist."""
    works = (
        Artwork.objects.public()
        .filter(views__image=image_id, views__image__is_shown=True)
        .order_by("-sort_date", "-pk")
    )
    found: UUID | None = works.values_list("pk", flat=True).first()
    if found is None:
        raise Image.DoesNotExist
    return found


def thumbnail(request: Request, image_id: UUID) -> HttpResponseBase:
    """The rendition that the query asks for. Raises as `gallery.api.bytes.thumbnail` and `standing_view`."""
    try:
        return whole.thumbnail(request, image_id)
    except Image.DoesNotExist:
        return opened_thumbnail(request, image_id) or shown_thumbnail(request, image_id)


def opened_thumbnail(request: Request, image_id: UUID) -> HttpResponseBase | None:
    """Of a picture that another room opens to the viewer; None where none does. Raises ValidationError, Refused."""
    size = choice(request, "size", geometry.NAMES, "medium")
    try:
        found = find_opened(image_id, request.user, size)
    except Image.DoesNotExist:
        return None
    kind = choice(request, "format", FORMATS, "")
    return whole.send_standing(request, image_id, found, size=size, wanted_format=kind)


def shown_thumbnail(request: Request, image_id: UUID) -> HttpResponseBase:
    """Of a picture that a work shows. Raises as `standing_view`."""
    size = choice(request, "size", geometry.NAMES, "")
    return standing_view(request, work_showing(image_id), image_id, size=size, usual="medium")


def download(request: Request, image_id: UUID) -> HttpResponseBase:
    """The original. Raises as `gallery.api.bytes.download_image` and `original`."""
    try:
        return whole.download_image(request, image_id)
    except Image.DoesNotExist:
        return opened_original(request, image_id) or original(request, work_showing(image_id), image_id)


def opened_original(request: Request, image_id: UUID) -> HttpResponseBase | None:
    """Of a picture that another room opens to the viewer; None where none does. Raises as `gallery.api.bytes.download_one`."""
    opened, name = Image.objects.opened_to(request.user), opened_name(image_id, request.user, own="")
    try:
        return whole.download_one(request, image_id, among=opened, name=name)
    except Image.DoesNotExist:
        return None


def tell_image(image_id: UUID, *, viewer: Any, base: str, among: QuerySet[Image]) -> Row:
    """One picture, of those `among` with all that is known of it, else as a work tells it. Raises Image.DoesNotExist."""
    try:
        return tell_whole(image_id, viewer=viewer, base=base, among=among)
    except Image.DoesNotExist:
        return told_by_work(image_id, viewer=viewer, base=base)


def told_by_work(image_id: UUID, *, viewer: Any, base: str) -> Row:
    """With its EXIF, and without what other rooms know of the work. Raises Image.DoesNotExist."""
    works = tell_artworks([work_showing(image_id)], viewer=viewer, base=base)
    told: list[Row] = [picture for work in works for picture in work["images"] if picture["id"] == image_id]
    if not told:
        raise Image.DoesNotExist
    tell_exif(told, viewer)
    return told[0]
