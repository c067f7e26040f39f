"""Albums for tests: made through the API as people make them, or by the actions where nobody asks how."""

from typing import Any
from uuid import UUID

from rest_framework.test import APIClient

from gallery.actions.album_images import add_images
from gallery.actions.albums import create_album
from gallery.models import Album, Image

NOWHERE = "01900000-0000-7000-8000-000000000000"


def make(client: APIClient, name: str = "Sea", **facts: Any) -> dict[str, Any]:
    """What the API tells of a new album."""
    answer = client.post("/api/albums", {"name": name, **facts})
    assert answer.status_code == 201, answer.content
    return answer.json()


def album_of(owner: Any, *images: Image, name: str = "Sea", **facts: Any) -> Album:
    """An album that holds these pictures, each of which its own owner has added."""
    album = create_album(by=owner, name=name, **facts)
    for image in images:
        add_images(album=album, by=image.owner, image_ids=[image.pk])
    return album


def add(client: APIClient, album_id: UUID | str, *image_ids: Any):
    """`POST albums/<id>/images`."""
    return client.post(f"/api/albums/{album_id}/images", {"image_ids": [str(each) for each in image_ids]})


def share(client: APIClient, album_id: UUID | str, **terms: Any) -> dict[str, Any]:
    """What the API tells of a share that it made or changed."""
    answer = client.post(f"/api/albums/{album_id}/shares", terms)
    assert answer.status_code in {200, 201}, answer.content
    return answer.json()


def token_of(told: dict[str, Any]) -> str:
    return told["url"].rpartition("/s/")[2]


def follow(client: APIClient, told: dict[str, Any], **body: Any):
    """`POST shares/<token>`: whoever this client is follows the link."""
    return client.post(f"/api/shares/{token_of(told)}", body)


def held(album: Album) -> list[UUID]:
    """The pictures of an album in its order."""
    return list(album.album_images.order_by("position").values_list("image", flat=True))
