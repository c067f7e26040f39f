"""Works whose pictures have bytes, for tests of how they are served: shown, asked for, and looked at."""

import io
from typing import Any

from PIL import Image as Picture
from PIL import ImageChops
from rest_framework.test import APIClient

from gallery.actions.artworks import create_artwork
from gallery.models import Artwork
from gallery.tests.library import upload
from gallery.tests.pictures import encoded

GREY = (128, 128, 128)


def grey_png(width: int = 600, height: int = 400) -> bytes:
    """A picture of one grey."""
    return encoded(Picture.new("RGB", (width, height), GREY), "PNG")


def show(client: APIClient, owner: Any, *pictures: bytes, **facts: Any) -> Artwork:
    """A work of these pictures, private ones of the owner's library; of one grey where none is given."""
    ids = [upload(client, data, "IMG_0042.png")["id"] for data in pictures or (grey_png(),)]
    return create_artwork(by=owner, image_ids=ids, **{"title": "Harbour", **facts})


def ask(client: APIClient, work: Any, route: str = "thumbnail", **query: Any) -> Any:
    """The answer to a request for a work's picture; PNG, which shows every pixel as it is, unless the query says otherwise."""
    wanted = {name: value for name, value in ({"format": "png"} | query).items() if value is not None}
    return client.get(f"/api/artworks/{work.pk}/{route}", wanted)


def seen(client: APIClient, work: Any, route: str = "thumbnail", **query: Any) -> Picture.Image:
    """The picture itself, opened."""
    answer = ask(client, work, route, **query)
    assert answer.status_code == 200, answer.content
    return opened(answer.getvalue())


def opened(data: bytes) -> Picture.Image:
    picture = Picture.open(io.BytesIO(data))
    picture.load()
    return picture


def is_marked(picture: Picture.Image) -> bool:
    """Whether a copy of the grey picture is anywhere far from grey."""
    difference = ImageChops.difference(picture.convert("RGB"), Picture.new("RGB", picture.size, GREY))
    return max(high for _, high in difference.getextrema()) > 30


def mark(client: APIClient, **changes: Any) -> None:
    """Sets the client's watermark, and lays it over what others get."""
    answer = client.put("/api/watermark", {"text": "© Ada", "opacity": 1, "enabled": True} | changes)
    assert answer.status_code == 200, answer.content


def view_of(work: Any, position: int = 0) -> str:
    """The id of the picture that stands at a place in a work."""
    return str(work.views.get(position=position).image_id)
