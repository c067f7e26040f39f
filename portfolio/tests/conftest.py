"""What the tests of pages share: pictures that are known to the database alone, a reader of pages, and real threads."""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from rest_framework.test import APIClient

from accounts.tests.conftest import at_once
from gallery.actions.album_images import add_images
from gallery.actions.albums import create_album
from gallery.models import Album, File, Image
from portfolio.tests.reading import Page

__all__ = ["at_once"]
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
PIXEL = "data:image/webp;base64,UklGRg=="


@pytest.fixture
def show(db) -> Callable[..., Image]:
    """`show(ada, title="Dunes")`: a public picture of hers, 3000 by 2000, a minute newer than the one before."""
    serial = itertools.count()

    def make(owner, **facts) -> Image:
        number = next(serial)
        same = {
            "owner": owner,
            "uploaded_at": NOON + timedelta(minutes=number),
            "mime_type": "image/jpeg",
            "original_filename": f"DSC_{number}.jpg",
        }
        key = f"f{number:063x}"  # unlike those of `gallery.tests.library`
        file = File.objects.create(
            name=f"DSC_{number}.jpg", stored_name=key, checksum=key, size=4_200_000, kind="image", **same
        )
        told = {"title": "Dunes", "width": 3000, "height": 2000, "visibility": "public", "placeholder": PIXEL} | facts
        told["is_public"] = told["visibility"] == "public"
        return Image.objects.create(file=file, file_size=file.size, perceptual_hash="0" * 16, **same, **told)

    return make


@pytest.fixture
def hang_album(db) -> Callable[..., Album]:
    """`hang_album(ada, "Coast", images=[dunes])`: an album of hers, private unless said otherwise."""

    def make(owner, name: str = "Coast", *, images=(), **facts) -> Album:
        album = create_album(by=owner, name=name, **facts)
        if images:
            add_images(album=album, by=owner, image_ids=[image.pk for image in images])
        album.refresh_from_db()
        return album

    return make


@pytest.fixture
def read() -> Callable[..., Page]:
    """`read(client, "/")`: the page at this address, of which the test has said that it is there."""

    def get(client: APIClient, path: str, status: int = 200) -> Page:
        response = client.get(path)
        assert response.status_code == status
        return Page(response.content.decode())

    return get
