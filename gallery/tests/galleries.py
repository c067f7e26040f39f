"""Galleries for tests: made through the API as people make them, or by the actions where nobody asks how."""

from typing import Any
from uuid import UUID

from rest_framework.test import APIClient

from gallery.actions.galleries import create_gallery
from gallery.actions.gallery_works import place_artwork
from gallery.models import Artwork, Gallery

NOWHERE = "01900000-0000-7000-8000-000000000000"


def make(client: APIClient, name: str = "Room", **facts: Any) -> dict[str, Any]:
    """What the API tells of a new gallery."""
    answer = client.post("/api/galleries", {"name": name, **facts})
    assert answer.status_code == 201, answer.content
    return answer.json()


def gallery_of(owner: Any, *works: Artwork, name: str = "Room", **facts: Any) -> Gallery:
    """A gallery in which these works of its owner hang."""
    gallery = create_gallery(by=owner, name=name, **facts)
    for work in works:
        place_artwork(gallery=gallery, by=owner, artwork_id=work.pk)
    return gallery


def place(client: APIClient, gallery: Gallery, artwork_id: Any, **where: Any):
    """`POST galleries/<id>/artworks`."""
    return client.post(f"/api/galleries/{gallery.pk}/artworks", {"artwork_id": str(artwork_id), **where})


def told(client: APIClient, gallery: Gallery) -> dict[str, Any]:
    """What the API tells of one gallery."""
    answer = client.get(f"/api/galleries/{gallery.pk}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def hanging(gallery: Gallery) -> list[UUID]:
    """The works in a gallery in its order, whose places have no gaps."""
    rows = gallery.hangings.order_by("position").values_list("artwork", "position")
    assert [position for _, position in rows] == list(range(len(rows)))
    return [artwork_id for artwork_id, _ in rows]


def counts(gallery: Gallery) -> tuple[int, int]:
    """How many works hang in it, and how many of them anyone may see."""
    gallery.refresh_from_db()
    return gallery.artwork_count, gallery.public_artwork_count
