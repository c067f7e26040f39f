"""A person's own picture, found for a page about it, and what else knows it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from gallery.models import Album, Artwork, Image


def own_image(image_id: UUID, person: Any) -> Image:
    """One of their own with its file. Raises Http404 for what is absent or another's. One query."""
    found = Image.objects.filter(owner=person, pk=image_id).select_related("file").first()
    if found is None:
        raise Http404
    return found


def own_among(image_ids: Collection[UUID], person: Any) -> list[UUID]:
    """Those of these pictures that are their own, in this order. One query."""
    own = set(Image.objects.filter(owner=person, pk__in=image_ids).values_list("pk", flat=True))
    return [each for each in image_ids if each in own]


def works_with(image: Image) -> list[dict[str, Any]]:
    """The works that show it, by title: `{id, title, href}`. One query."""
    rows = (
        Artwork.objects.filter(views__image=image, owner=image.owner_id).order_by("title", "pk").values("pk", "title")
    )
    return [{"id": row["pk"], "title": row["title"], "href": reverse("artwork", args=[row["pk"]])} for row in rows]


def albums_with(image: Image, person: Any) -> list[dict[str, Any]]:
    """The albums it is in that they see, by name: `{id, name, href, is_cover}`. One query."""
    rows = (
        Album.objects.visible_to(person)
        .filter(album_images__image=image)
        .order_by("name", "pk")
        .values("pk", "name", "cover_image")
    )
    return [
        {
            "id": row["pk"],
            "name": row["name"],
            "href": reverse("album", args=[row["pk"]]),
            "is_cover": row["cover_image"] == image.pk,
        }
        for row in rows
    ]
