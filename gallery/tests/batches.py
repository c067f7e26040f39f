"""Batches and albums for tests."""

from typing import Any

from rest_framework.test import APIClient

from gallery.actions.reach import followed
from gallery.models import Album, AlbumImage, AlbumLineage, AlbumShare, Image


def new_album(owner: Any, *images: Image, name: str = "an album", **facts: Any) -> Album:
    """An album that holds these pictures in this order."""
    album = Album.objects.create(owner=owner, name=name, **facts)
    AlbumLineage.objects.create(album=album, above=album, depth=0)
    with followed([image.pk for image in images], albums=[album.pk]):
        AlbumImage.objects.bulk_create(
            AlbumImage(album=album, image=image, position=position) for position, image in enumerate(images)
        )
    return album


def share(album: Album, person: Any, **facts: Any) -> AlbumShare:
    """An album opened to a person."""
    Album.objects.filter(pk=album.pk, privacy_setting="private").update(privacy_setting="shared")
    return AlbumShare.objects.create(album=album, user=person, **facts)


def inside(album: Album) -> list[str]:
    """The titles of an album's pictures, in its order."""
    return list(album.album_images.order_by("position", "image").values_list("image__title", flat=True))


def send_batch(client: APIClient, operation: str, *images: Image, **said: Any):
    """`POST images/batch` of these pictures."""
    body = {"operation": operation, "image_ids": [str(image.pk) for image in images], **said}
    return client.post("/api/images/batch", body, format="json")


def outcome(answer: Any) -> list[str]:
    """The status of each picture, in order."""
    assert answer.status_code == 200, answer.content
    return [result["status"] for result in answer.json()["results"]]
