"""Copies made to order, for tests: asked for, and looked at."""

import io
from typing import Any

from PIL import Image as Picture
from rest_framework.test import APIClient

from gallery.imaging.cropping import Size
from gallery.tests.pictures import encoded, quarters

COLOURS = {(255, 0, 0): "red", (0, 255, 0): "green", (0, 0, 255): "blue", (255, 255, 255): "white"}


def order(client: APIClient, image_id: str, **query: Any) -> Any:
    """The answer to a request for a copy; PNG, which shows every pixel as it is, unless the query says otherwise."""
    return client.get(f"/api/images/{image_id}/rendition", {"format": "png"} | query)


def ordered(client: APIClient, image_id: str, **query: Any) -> Picture.Image:
    """The copy itself, opened."""
    answer = order(client, image_id, **query)
    assert answer.status_code == 200, answer.content
    picture = Picture.open(io.BytesIO(answer.getvalue()))
    picture.load()
    return picture


def quartered(width: int = 400, height: int = 300) -> bytes:
    """Red, green, blue and white quarters, clockwise from the upper left, as a PNG."""
    return encoded(quarters(width, height), "PNG")


def colour_at(picture: Picture.Image, place: Size) -> str:
    """The quarter that a pixel is of; `mixed` on a border between two."""
    pixel = picture.convert("RGB").getpixel(place)
    near = (
        name for colour, name in COLOURS.items() if all(abs(a - b) < 50 for a, b in zip(pixel, colour, strict=True))
    )
    return next(near, "mixed")


def corners(picture: Picture.Image) -> list[str]:
    """The colours of the corners, clockwise from the upper left."""
    right, lower = picture.width - 3, picture.height - 3
    return [colour_at(picture, place) for place in ((2, 2), (right, 2), (right, lower), (2, lower))]
